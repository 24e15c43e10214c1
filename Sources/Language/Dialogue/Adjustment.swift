import MediaTime
public import Timeline

/// More, or less, of what changed last, without a figure: "a bit more", "not that much".
public enum Adjustment: String, Hashable, Sendable, Codable {
  /// On in the same direction, by half of what was changed.
  case more
  /// Half of the way back.
  case less

  /// The edits that take `new`, which was `old` before the change, further or half-way back; what
  /// has no figure, such as a clip's first move, gets stronger or weaker by half.
  public func edits(from old: Draft, to new: Draft, media: MediaLookup) -> [Edit] {
    var edits: [Edit] = []
    var result = new
    for segment in new.tracks.flatMap(\.segments) {
      guard let before = old.segment(segment.id), before != segment else { continue }
      for edit in self.edits(before, segment, in: result, media) {
        guard let next = try? result.applying(edit) else { continue }
        edits.append(edit)
        result = next.draft
      }
    }
    return edits
  }

  private func edits(
    _ old: Segment, _ new: Segment, in draft: Draft, _ media: MediaLookup
  ) -> [Edit] {
    var edits: [Edit] = []
    if old.volume != new.volume {
      let volume = step(old.volume, new.volume)
      edits.append(.setVolume(segment: new.id, volume: min(max(volume, 0), 2)))
    }
    if old.speed != new.speed {
      let speed = min(max(ratio(old.speed, new.speed), 0.05), 50)
      if let edit = try? Edit.setSpeed(of: new.id, to: speed, in: draft, media: media) {
        edits.append(edit)
      }
    } else if old.duration != new.duration {
      let length = ratio(Double(old.duration.count), Double(new.duration.count))
      let time = Milliseconds(max(Int(length.rounded()), 100))
      if let edit = try? Edit.setLength(of: new.id, to: time, in: draft, media: media) {
        edits.append(edit)
      }
    }
    if var style = new.style.text, let size = style.size {
      let before = old.style.text?.size ?? 0.07
      if before != size {
        style.size = min(max(ratio(before, size), 0.01), 0.5)
        edits.append(.setTextStyle(segment: new.id, style: style))
      }
    }
    if old.style.motion != new.style.motion {
      edits.append(.setMotion(segment: new.id, motion: new.style.motion.map(moved)))
    }
    for kind in Treatment.Kind.allCases
    where old.style.unknown[kind.rawValue] != new.style.unknown[kind.rawValue] {
      let value = new.style.unknown[kind.rawValue].map { strengthened($0, kind) }
      edits.append(.setDetail(segment: new.id, key: kind.rawValue, value: value))
    }
    return edits
  }

  private func step(_ old: Double, _ new: Double) -> Double {
    CameraTable.rounded(self == .more ? new + (new - old) / 2 : (new + old) / 2)
  }

  /// As `step`, in proportion.
  private func ratio(_ old: Double, _ new: Double) -> Double {
    guard old > 0, new > 0 else { return new }
    let root = (new / old).squareRoot()
    return CameraTable.rounded(self == .more ? new * root : old * root)
  }

  private func moved(_ move: CameraMove) -> CameraMove {
    var move = move
    let factor = self == .more ? 1.5 : 0.6
    move.amount = move.amount.map { CameraTable.rounded(min($0 * factor, 3)) }
    move.degrees = move.degrees.map { CameraTable.rounded(min($0 * factor, 360)) }
    return move
  }

  private func strengthened(_ value: JSONValue, _ kind: Treatment.Kind) -> JSONValue {
    switch value {
    case .array(let items): return .array(items.map { strengthened($0, kind) })
    case .object(var members):
      var amount = 0.5
      if case .number(let value)? = members["amount"] { amount = value }
      let changed = self == .more ? min(amount * 1.5, 1) : amount * 0.6
      members["amount"] = JSONValue(CameraTable.rounded(changed))
      return .object(members)
    default: return value
    }
  }
}

extension SegmentStyle {
  /// An end of a segment.
  public enum End: String, Hashable, Sendable, Codable, CaseIterable {
    case start, end
  }

  /// The key under `m` that lists the ends at which a clip's sound fades and its picture doesn't.
  public static let soundOnlyKey = "sound_only"

  /// Whether the fade at this end is the sound's alone. Fades of media on a video track are
  /// otherwise their pictures' too, from or to what lies beneath.
  public func fadesSoundOnly(at end: End) -> Bool { soundOnlyEnds.contains(end) }

  /// Sets whether the fade at this end is the sound's alone.
  public mutating func setFadesSoundOnly(_ isAlone: Bool, at end: End) {
    let ends = End.allCases.filter { $0 == end ? isAlone : fadesSoundOnly(at: $0) }
    unknown[Self.soundOnlyKey] =
      ends.isEmpty ? nil : .array(ends.map { .string($0.rawValue) })
  }

  private var soundOnlyEnds: [End] {
    guard case .array(let names)? = unknown[Self.soundOnlyKey] else { return [] }
    return names.compactMap { name in
      if case .string(let name) = name { End(rawValue: name) } else { nil }
    }
  }
}

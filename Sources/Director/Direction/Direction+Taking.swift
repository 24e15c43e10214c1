import Language
import Timeline

extension Direction {
  /// Makes one part of the film what it was in a version: "take the music from version 2".
  mutating func take(_ subject: Subject, from number: Int) {
    guard let then = try? history.draft(at: number) else { return tellMissing(number) }
    let name = subject.name(in: language)
    guard let merged = draft.taking(subject, from: then) else {
      return tell(
        "The \(name) of version \(number) can't be taken alone; say “go back to version \(number)”",
        "第\(number)版的\(name)不能单独取用；可以说“回到第\(number)版”")
    }
    guard let edits = try? draft.edits(to: merged), !edits.isEmpty else {
      return tell(
        "The \(name) is as in version \(number) already", "\(name)已经和第\(number)版一样")
    }
    let label = language.say("\(name) of version \(number)", "第\(number)版的\(name)")
    let paid = price
    add(
      .group(label: label, edits: edits), label: label, told: [label],
      summary: language.say(
        "Took the \(name) from version \(number)", "取用了第\(number)版的\(name)"))
    price = paid
  }
}

extension Draft {
  /// This draft with one part of it as in another; nil where the part can't be taken alone.
  fileprivate func taking(_ subject: Subject, from other: Draft) -> Draft? {
    switch subject {
    case .music: return taking(.audio, from: other)
    case .title: return taking(.text, from: other)
    case .speed, .length, .transition, .removal, .order: return nil
    case .camera, .frame, .volume, .look, .atmosphere, .region, .effect, .playback:
      break
    }
    var result = self
    if subject == .frame {
      (result.canvas.width, result.canvas.height) = (other.canvas.width, other.canvas.height)
    }
    for track in result.tracks.indices {
      for index in result.tracks[track].segments.indices {
        let id = result.tracks[track].segments[index].id
        guard let segment = other.segment(id) else { continue }
        result.tracks[track].segments[index].take(subject, from: segment)
      }
    }
    return result.normalized()
  }
}

extension Segment {
  fileprivate mutating func take(_ subject: Subject, from other: Segment) {
    switch subject {
    case .camera: style.motion = other.style.motion
    case .frame: style.fit = other.style.fit
    case .volume:
      volume = other.volume
      (style.fadeIn, style.fadeOut) = (other.style.fadeIn, other.style.fadeOut)
      style.unknown[SegmentStyle.soundOnlyKey] = other.style.unknown[SegmentStyle.soundOnlyKey]
    case .playback: style.playback = other.style.playback
    case .look: style.unknown["look"] = other.style.unknown["look"]
    case .atmosphere: style.unknown["atmosphere"] = other.style.unknown["atmosphere"]
    case .region: style.unknown["region"] = other.style.unknown["region"]
    case .effect: style.unknown["effect"] = other.style.unknown["effect"]
    case .title, .music, .speed, .length, .transition, .removal, .order: break
    }
  }
}

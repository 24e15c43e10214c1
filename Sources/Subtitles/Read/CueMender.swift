import MediaTime

/// Puts cues in order and mends how they lie to each other.
enum CueMender {
  /// An overlap that is a slip, not two speakers.
  private static let slip = MediaTime(1, over: 4)
  /// What stands no longer than this is a step of rolling text.
  private static let step = MediaTime(1, over: 20)

  static func mend(_ found: [FoundCue], _ book: inout NoteBook) -> [Cue] {
    var cues = sorted(found, &book)
    cues = withoutDuplicates(cues, &book)
    if cues.contains(where: { !$0.cue.words.isEmpty }) { cues = unrolled(cues, &book) }
    for index in cues.indices.dropLast() {
      let next = cues[index + 1].cue.start
      let cue = cues[index].cue
      guard cue.end > next, cue.start < next else { continue }
      if cues[index].hasGuessedEnd {
        cues[index].cue.cut(at: next)
      } else if cue.end - next <= slip {
        book.add(.shortOverlap, line: cues[index].line)
        cues[index].cue.cut(at: next)
      } else {
        book.add(.longOverlap, line: cues[index + 1].line)
      }
    }
    return cues.map(\.cue)
  }

  private static func sorted(_ found: [FoundCue], _ book: inout NoteBook) -> [FoundCue] {
    var cues = found
    for index in cues.indices { cues[index].order = index }
    for (first, second) in zip(found, found.dropFirst()) where second.cue.start < first.cue.start {
      book.add(.outOfOrder, line: second.line)
    }
    cues.sort { ($0.cue.start, $0.order) < ($1.cue.start, $1.order) }
    return cues
  }

  private static func withoutDuplicates(
    _ found: [FoundCue], _ book: inout NoteBook
  ) -> [FoundCue] {
    struct Saying: Hashable {
      var end: MediaTime
      var text: String
    }
    var seen: Set<Saying> = []
    var start: MediaTime?
    return found.filter { found in
      if found.cue.start != start {
        seen.removeAll(keepingCapacity: true)
        start = found.cue.start
      }
      let isNew = seen.insert(Saying(end: found.cue.end, text: found.cue.text)).inserted
      if !isNew { book.add(.duplicate, line: found.line) }
      return isNew
    }
  }

  /// Automatic captions roll: each cue repeats the last line of the one before over its own, and a
  /// step of some milliseconds shows that line alone. Every line is kept once.
  private static func unrolled(_ found: [FoundCue], _ book: inout NoteBook) -> [FoundCue] {
    var kept: [FoundCue] = []
    var lastLine: Substring?
    for var found in found {
      let lines = found.cue.text.split(separator: "\n")
      defer { lastLine = lines.last }
      guard let lastLine, lines.first == lastLine else {
        kept.append(found)
        continue
      }
      if lines.count > 1 {
        found.cue.drop(line: String(lastLine))
        book.add(.rollingText, line: found.line)
        kept.append(found)
      } else if found.cue.end - found.cue.start <= step {
        book.add(.rollingText, line: found.line)
      } else {
        kept.append(found)
      }
    }
    return kept
  }
}

extension Cue {
  /// Ends the cue, and whatever word is being said.
  fileprivate mutating func cut(at time: MediaTime) {
    end = time
    for index in words.indices {
      words[index].start = min(words[index].start, time)
      words[index].end = min(words[index].end, time)
    }
  }

  /// Takes away the first line, which is `line`.
  fileprivate mutating func drop(line: String) {
    let head = line + "\n"
    text.removeFirst(head.count)
    if let first = words.first?.text, first.hasPrefix(head) {
      words[0].text.removeFirst(head.count)
    }
  }
}

/// Counts what was mended, by kind, so that a broken file has a dozen notes, not a million.
struct NoteBook {
  private var counts: [Note.Kind: (count: Int, line: Int?)] = [:]
  private var detail = ""

  mutating func add(_ kind: Note.Kind, line: Int? = nil) {
    let known = counts[kind] ?? (0, line)
    counts[kind] = (known.count + 1, known.line ?? line)
  }

  mutating func addEncoding(_ name: String) {
    detail = name
    add(.guessedEncoding)
  }

  /// The notes, in the order of their kinds.
  var notes: [Note] {
    Note.Kind.allCases.compactMap { kind in
      counts[kind].map { seen in
        let place = seen.line.map { " (first in line \($0))" } ?? ""
        let message =
          kind == .guessedEncoding
          ? "The text was taken for \(detail); save the file as UTF-8 where it reads wrong."
          : Self.sentence(kind, count(seen.count, kind)) + place + "."
        return Note(kind: kind, count: seen.count, line: seen.line, message: message)
      }
    }
  }

  private func count(_ count: Int, _ kind: Note.Kind) -> String {
    let noun =
      switch kind {
      case .damagedText, .badTime, .rollingText: "line"
      default: "cue"
      }
    return count == 1 ? "One \(noun)" : "\(count) \(noun)s"
  }

  private static func sentence(_ kind: Note.Kind, _ who: String) -> String {
    switch kind {
    case .guessedEncoding: who
    case .damagedText: "\(who) had damaged characters, which show as \u{FFFD}"
    case .outOfOrder: "\(who) out of order, sorted by time"
    case .endBeforeStart: "\(who) ended before the start and got the time that reading takes"
    case .shortOverlap: "\(who) ran a little into the next and now end where it starts"
    case .longOverlap: "\(who) shared the screen with the one before, and still do"
    case .negativeTime: "\(who) began before the film, and only what lies in it is kept"
    case .absurdTime: "\(who) beyond 24 hours, left out"
    case .badTime: "\(who) had times that couldn't be read, left out with the words below"
    case .missingNumber: "\(who) had no number"
    case .missingBlankLine: "\(who) had no blank line before"
    case .noText: "\(who) without words, left out"
    case .duplicate: "\(who) said the same as another at the same time, left out"
    case .rollingText: "\(who) repeated the cue before, left out"
    case .drawing: "\(who) held drawings, left out"
    case .longText: "\(who) had more text than a screen holds and were cut"
    }
  }
}

import MediaTime
import Timeline

/// Why an edit failed, for someone who knows clips by their order and times in seconds, not ids
/// and milliseconds.
struct Refusal {
  let english: String
  let chinese: String

  init(_ error: EditError, of draft: Draft) {
    english = Self.english(error.message, draft)
    chinese = Self.chinese(error, draft)
  }

  private static func english(_ message: String, _ draft: Draft) -> String {
    var text = message
    let names = names(in: draft) { EnglishPrinter.object(.clip($0)) ?? "" }
    for (id, name) in names {
      for noun in ["Segment ", "segment ", ""] {
        text = text.replacing("\(noun)\"\(id)\"", with: name)
      }
    }
    text = seconds(in: text)
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private static func chinese(_ error: EditError, _ draft: Draft) -> String {
    let named = names(in: draft) { "第\($0)段" }
    let subject = named.first { $0.id == error.subject }?.name
    let reason =
      switch error.code {
      case .badValue: "数值不能用"
      case .noRoom: "长度不够，或没有可用的位置"
      case .notApplicable: "这里用不上"
      case .unknownSegment, .unknownTrack: "没有找到"
      case .unknownVersion: "没有这个版本"
      default: "和已有的内容冲突"
      }
    return (subject.map { $0 + "：" } ?? "") + reason + "。"
  }

  private static func names(
    in draft: Draft, ordinal: (Int) -> String
  ) -> [(id: String, name: String)] {
    let clips = draft.mainTrack?.segments ?? []
    return clips.enumerated().map { ($1.id, ordinal($0 + 1)) }
  }

  /// `1500 ms` → `1.5 s`.
  private static func seconds(in text: String) -> String {
    text.replacing(/(-?\d+) ms\b/) { match in
      Int(match.1).map { Printing.seconds(Milliseconds($0)) + " s" } ?? String(match.0)
    }
  }
}

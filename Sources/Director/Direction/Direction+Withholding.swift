import Language
import Timeline

/// What is not done because of words beside it that nobody understood: they may say that something
/// else was meant, and what is cut away is missed at once.
struct Withholding {
  /// What is done all the same.
  private(set) var kept: [Request] = []
  /// What is not, with the words that stand beside it.
  private(set) var withheld: [(request: Request, words: String)] = []

  /// - Parameter isOneClip: whether all clips and the clip are the same.
  init(
    _ understood: [Understood], _ unread: [Leftover], in text: String, isOneClip: Bool = false
  ) {
    let scalars = Array(text.unicodeScalars)
    for found in understood {
      let isBold = found.request.cutsAway || (found.request.pacesAll && !isOneClip)
      let beside = isBold ? unread.first { Self.share($0, found, scalars) } : nil
      if let beside {
        withheld.append((found.request, beside.text))
      } else {
        kept.append(found.request)
      }
    }
  }

  /// Whether words stand in the same clause as a request.
  private static func share(
    _ words: Leftover, _ found: Understood, _ scalars: [Unicode.Scalar]
  ) -> Bool {
    guard words.text.unicodeScalars.count >= 2 else { return false }
    let start = min(words.span.end, found.span.end)
    let end = max(words.span.start, found.span.start)
    guard start < end else { return true }
    guard end <= scalars.count, end - start <= 24 else { return false }
    var between = String.UnicodeScalarView()
    between.append(contentsOf: scalars[start..<end])
    let text = String(between).lowercased()
    return !boundaries.contains(where: text.contains)
  }

  private static let boundaries = [
    ",", ";", ".", "!", "?", "\n", "，", "；", "。", "！", "？", "、", " and ", " then ", " but ", "然后",
    "再", "并", "接着", "同时",
  ]
}

extension Request {
  /// Whether it takes away what can be seen.
  fileprivate var cutsAway: Bool {
    switch self {
    case .remove(let target): target.isClips
    case .trim(.film, _), .length(.film, _), .stretch(.film, _): true
    default: false
    }
  }

  /// Whether it changes the sound or the pace of all clips, though none is named.
  fileprivate var pacesAll: Bool {
    switch self {
    case .speed(.film, _), .mute(.film), .playback(.film, _): true
    default: false
    }
  }
}

extension Direction {
  /// Says what was left undone.
  mutating func tellWithheld() {
    for (request, words) in withheld {
      let sentence = language.quote(request.sentence(in: language))
      let unread = language.quote(words, most: 40)
      remarks.append(
        language.say(
          "I left \(sentence) undone, since I did not understand \(unread) beside it",
          "没有听懂\(unread)，所以没有执行\(sentence)"))
    }
  }
}

extension Situation {
  /// What is not done of a message because of words that were not understood; nil where there is
  /// no film yet.
  func withholding(
    _ understood: [Understood], _ unread: [Leftover], in text: String
  ) -> Withholding? {
    draft.hasContent ? Withholding(understood, unread, in: text, isOneClip: isOneClip) : nil
  }
}

import Language
public import Timeline

/// Words alone, read as the pictures that they tell of: one, or several that follow one another,
/// "a beach at dawn, then a city at night".
public struct Storyboard: Sendable {
  /// The pictures, in order; at least one.
  public let drawings: [Drawing]
  /// The words that are left for the camera and the editor; empty where there are none.
  public let rest: String
  /// The language of the words.
  public let language: SpokenLanguage

  /// More pictures than this are not drawn of one message.
  static let most = 12

  /// The pictures of `words`; nil where they name nothing that can be drawn.
  /// - Parameters:
  ///   - words: a description of one picture, or of several with "then" between them.
  ///   - seed: makes chance the same every time; later pictures have the next seeds.
  public init?(_ words: String, seed: UInt64) {
    var drawings: [Drawing] = []
    var rest: [String] = []
    language = Reading.language(of: words)
    for part in Self.parts(of: words) {
      let drawing =
        drawings.count < Self.most
        ? Drawing(part, seed: seed &+ UInt64(drawings.count), style: drawings.first?.style) : nil
      if let drawing { drawings.append(drawing) }
      rest.append(drawing?.rest ?? part)
    }
    guard !drawings.isEmpty else { return nil }
    self.drawings = drawings
    self.rest = rest.filter { !$0.isEmpty }.joined(separator: language.say(", ", "，"))
  }

  /// Whether the words name something to be seen, and not only an hour, a season or the weather.
  var isSeen: Bool { drawings.contains { $0.showsThings || $0.isQuoted } }

  /// What was drawn, and what could not be, in sentences without a full stop.
  public var remarks: [String] { drawings.flatMap { $0.remarks(in: language) } }

  /// Each `then` begins another picture.
  private static func parts(of words: String) -> [String] {
    let wording = Wording(words)
    var parts: [String] = []
    var start = 0
    var index = 0
    while index < wording.words.count {
      guard let count = joint(in: wording.words, at: index) else {
        index += 1
        continue
      }
      parts.append(wording.text(of: start..<wording.words[index].place.lowerBound))
      start = wording.words[index + count - 1].place.upperBound
      index += count
    }
    parts.append(wording.text(of: start..<wording.scalars.count))
    return parts.filter { $0.contains { $0.isLetter || $0.isNumber } }
  }

  /// How many words say that something else follows; nil where none do.
  private static func joint(in words: [Word], at index: Int) -> Int? {
    joints.first { joint in
      index + joint.count <= words.count
        && zip(joint, words[index...]).allSatisfy { $0 == $1.key }
    }?.count
  }

  private static let joints: [[String]] =
    [
      "and then", "followed by", "after that", "cut to", "cutting to", "then", "finally",
      "afterwards",
    ].map { $0.split(separator: " ").map(String.init) }
    + ["然后", "接着", "随后", "最后", "切到", "再到", "之后是"]
    .map { $0.map(String.init) }
}

extension Wording {
  /// A stretch of the message, without spaces and commas around it.
  func text(of place: Range<Int>) -> String {
    let text = String(String.UnicodeScalarView(scalars[place]))
    let isEdge: (Character) -> Bool = { $0.isWhitespace || ",，、;；".contains($0) }
    guard let first = text.firstIndex(where: { !isEdge($0) }),
      let last = text.lastIndex(where: { !isEdge($0) })
    else { return "" }
    return String(text[first...last])
  }
}

/// A piece of a page. Text that is put into it is escaped; only other pieces go in as they are.
struct HTML: ExpressibleByStringInterpolation, Equatable, Sendable {
  /// The markup.
  private(set) var text: String

  init(stringLiteral value: String) { text = value }

  init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  /// Pieces one after the other.
  init(_ pieces: some Sequence<HTML>) { text = pieces.map(\.text).joined(separator: "\n") }

  /// Nothing.
  static let nothing = HTML(stringLiteral: "")

  /// What is written between quotation marks in the source.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }

    mutating func appendInterpolation(_ piece: HTML) { text += piece.text }

    mutating func appendInterpolation(_ value: String) { text += HTML.escaped(value) }

    mutating func appendInterpolation(_ value: Int) { text += String(value) }
  }

  /// Text in which nothing is markup, neither between tags nor in quoted attributes.
  static func escaped(_ value: String) -> String {
    var escaped = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

/// Words made fit for layout: line breaks unified, control characters gone, length bounded.
struct CleanText {
  private(set) var text: String
  /// Whether something was cut off at the end.
  private(set) var isTruncated: Bool

  private static let maximumScalars = 20_000
  private static let maximumCharacters = 5000

  init(_ raw: String) {
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    var breaks = 0
    for scalar in raw.unicodeScalars.prefix(Self.maximumScalars + 1) {
      defer { previous = scalar }
      if scalar == "\n", previous == "\r" { continue }
      guard let kept = Self.clean(scalar) else { continue }
      breaks = kept == "\n" ? breaks + 1 : 0
      if breaks <= 2 { scalars.append(kept) }
    }
    let whole = String(scalars)
    let head = whole.prefix(Self.maximumCharacters)
    isTruncated = head.endIndex < whole.endIndex || scalars.count > Self.maximumScalars
    text = Self.trimmed(head)
  }

  private init(text: String, isTruncated: Bool) {
    self.text = text
    self.isTruncated = isTruncated
  }

  /// The text without some scalars, and without the gaps that they would leave.
  func removing(_ missing: Set<Unicode.Scalar>) -> CleanText {
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar = "\n"
    var hasGap = false
    for scalar in text.unicodeScalars {
      if missing.contains(scalar) {
        hasGap = true
        continue
      }
      if hasGap, scalar == " ", previous == " " || previous == "\n" { continue }
      hasGap = false
      scalars.append(scalar)
      previous = scalar
    }
    return CleanText(text: Self.trimmed(String(scalars)[...]), isTruncated: isTruncated)
  }

  /// The first `count` characters with an ellipsis.
  func shortened(to count: Int) -> CleanText {
    CleanText(text: Self.trimmed(text.prefix(count)) + "…", isTruncated: true)
  }

  private static func clean(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: "\n"
    case 0x09: " "
    case 0...0x1F, 0x7F...0x9F, 0xFEFF, 0xFFF9...0xFFFC: nil
    default: scalar
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}

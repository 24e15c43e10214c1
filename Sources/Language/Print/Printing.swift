import MediaTime
import Timeline

/// Figures and quotations as both languages write them.
enum Printing {
  /// A decimal of at most `places` places, without trailing zeros.
  static func decimal(_ value: Double, places: Int = 4) -> String {
    let scale = (0..<places).reduce(1.0) { product, _ in product * 10 }
    let scaled = (value * scale).rounded()
    guard scaled.magnitude < 1e15 else { return "0" }
    let whole = Int(scaled)
    let unit = Int(scale)
    let sign = whole < 0 ? "-" : ""
    var digits = String(whole.magnitude % unit.magnitude)
    while digits.count < places { digits = "0" + digits }
    while digits.last == "0" { digits.removeLast() }
    let integer = sign + String(whole.magnitude / unit.magnitude)
    return digits.isEmpty ? integer : integer + "." + digits
  }

  /// A share in percent: 0.35 → 35%.
  static func percent(_ share: Double) -> String { decimal(share * 100) + "%" }

  /// Seconds, to the millisecond.
  static func seconds(_ time: Milliseconds) -> String { decimal(time.seconds, places: 3) }

  /// `text` between marks that do not occur in it, so that it can be read back.
  static func quoted(_ text: String, in language: SpokenLanguage) -> String {
    let straight: (Character, Character) = ("\"", "\"")
    let curly: (Character, Character) = ("“", "”")
    let preferred = language == .chinese ? [curly, straight] : [straight, curly]
    let pairs = preferred + [("«", "»"), ("「", "」"), ("『", "』")]
    let fitting = pairs.first { pair in
      let marks: Set<Character> = pair.0 == "\"" || pair.0 == "“" ? ["\"", "“", "”"] : [pair.1]
      return !text.contains(where: marks.contains)
    }
    let marks = fitting ?? straight
    return String(marks.0) + text + String(marks.1)
  }

  /// A colour's name, or itself where it has none.
  static func color(_ hex: String, in language: SpokenLanguage) -> String {
    guard let known = Lexicon.colors.first(where: { $0.hex == hex }) else { return hex }
    return language == .chinese ? known.chinese : known.english
  }
}

/// The languages of the pages.
enum PageLanguage: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"

  /// The one that a browser likes best (RFC 9110 §12.5.4); English where it says nothing of use.
  init(accept header: String?) {
    var best: (language: PageLanguage, quality: Double)?
    for item in (header ?? "").split(separator: ",").prefix(32) {
      let pieces = item.split(separator: ";").map { String($0).trimmed.lowercased() }
      guard let tag = pieces.first else { continue }
      var quality = 1.0
      for piece in pieces.dropFirst() where piece.hasPrefix("q=") {
        quality = Double(piece.dropFirst(2)) ?? 0
      }
      let language = Self.allCases.first { tag == $0.rawValue || tag.hasPrefix($0.rawValue + "-") }
      guard let language, quality > (best?.quality ?? 0) else { continue }
      best = (language, quality)
    }
    self = best?.language ?? .english
  }

  /// The text of this language.
  func callAsFunction(_ english: String, _ chinese: String) -> String {
    self == .english ? english : chinese
  }
}

public import Timeline

extension Request {
  /// The request as a person would type it; `Reading(of:)` gives the same request back.
  ///
  /// ```swift
  /// Request.length(.film, 3000).sentence(in: .english)   // "make it 3 seconds long"
  /// Request.length(.film, 3000).sentence(in: .chinese)   // "时长3秒"
  /// ```
  public func sentence(in language: SpokenLanguage) -> String {
    if let flag = flag(in: language) { return flag }
    switch language {
    case .english: return EnglishPrinter.sentence(self)
    case .chinese: return ChinesePrinter.sentence(self)
    }
  }

  /// What is typed the same in every language.
  private func flag(in language: SpokenLanguage) -> String? {
    switch self {
    case .resolution(let lines): "\(lines)p"
    case .frame(let width, let height): "\(width)x\(height)"
    case .motionStrength(let strength): "-motion \(strength)"
    case .guidance(let scale): "-gs \(Printing.decimal(scale))"
    case .avoid(let text): "-neg " + Printing.quoted(text, in: language)
    case .unsupported(let feature): feature.name(in: language)
    default: nil
    }
  }
}

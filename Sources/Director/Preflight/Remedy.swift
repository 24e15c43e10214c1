import Foundation
import Language
import Timeline

/// What mends a finding: one word that the chat carries out.
enum Remedy: String, Hashable, CaseIterable, Sendable {
  case font, split, inside, plate, longer, fill, move, music, louder, quieter, hold

  /// What mends findings of a kind.
  init(_ kind: PreflightFinding.Kind) {
    switch kind {
    case .missingGlyphs, .missingFont: self = .font
    case .truncated: self = .split
    case .outsideFrame, .outsideSafeArea: self = .inside
    case .lowContrast: self = .plate
    case .tooShortToRead: self = .longer
    case .blank: self = .fill
    case .frozen: self = .move
    case .silent: self = .music
    case .quiet: self = .louder
    case .clipping: self = .quieter
    case .voiceCut: self = .hold
    }
  }

  /// The word.
  func word(in language: SpokenLanguage) -> String {
    switch self {
    case .font: language.say("font", "换字体")
    case .split: language.say("split", "分成几段")
    case .inside: language.say("inside", "移进来")
    case .plate: language.say("plate", "加底板")
    case .longer: language.say("longer", "延长")
    case .fill: language.say("fill", "补上")
    case .move: language.say("move", "动起来")
    case .music: language.say("music", "配乐")
    case .louder: language.say("louder", "大声点")
    case .quieter: language.say("quieter", "小声点")
    case .hold: language.say("hold", "留完整")
    }
  }

  /// The remedies that a message names: one, several, or all with "fix it".
  static func named(in words: String) -> [Remedy]? {
    let said = words.lowercased().trimmingMarks
    if all.contains(said) { return allCases }
    let parts = said.split { ",，、;；&+".contains($0) }
      .flatMap { $0.components(separatedBy: " and ") }.map(\.trimmingMarks)
    let remedies = parts.map { part in
      allCases.first { $0.word(in: .english) == part || $0.word(in: .chinese) == part }
    }
    return remedies.isEmpty || remedies.contains(nil) ? nil : remedies.compactMap { $0 }
  }

  private static let all: Set = [
    "fix", "fix it", "fix that", "fix them", "fix all", "fix them all", "fix everything",
    "fix these",
    "please fix it", "please fix", "fix all of them", "yes fix it", "修", "修复", "修一下", "修好", "修正",
    "都修好", "全部修复", "全修", "都改好", "改好", "帮我修好",
  ]
}

extension String {
  /// Without blanks and marks at both ends.
  fileprivate var trimmingMarks: String {
    trimmingCharacters(in: .whitespacesAndNewlines.union(.punctuationCharacters))
  }
}

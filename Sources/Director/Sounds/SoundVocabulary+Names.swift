import Foley
import Language
import Timeline

extension SoundVocabulary {
  /// The words by which effects are spoken of that a film has, or hasn't.
  static let names = SoundNames(
    SoundEffect.allCases.map { effect in
      SoundNames.Sound(
        [.english: effect.name(inChinese: false), .chinese: effect.name(inChinese: true)],
        heard: words(for: effect, in: heard), seen: words(for: effect, in: seen))
    })

  private static func words(
    for effect: SoundEffect, in entries: [(SoundEffect, String)]
  ) -> [String] {
    entries.filter { $0.0 == effect }.flatMap { $0.1.split(separator: "|").map(String.init) }
  }

  /// Words behind a sound that say how loud it is to be, so that it isn't asked for anew.
  static let levels = PhraseTrie<Bool>([
    (
      true,
      "louder|quieter|softer|loud|down|up|too loud|too quiet|is too|volume|at half|off"
        + "|小声|大声|小一点|大一点|小一些|大一些|小点|大点|轻一点|轻点|响一点|响点|更小|更大|太大|太小|太吵|关小|调小|调大|调低|调高"
        + "|开大|关掉|关了|静音|音量|降低|减小|提高"
    )
  ])
}

/// What words mean for a scene. Phrases stand beside their meaning, separated by bars.
enum Vocabulary {
  /// What a phrase says.
  enum Meaning: Sendable {
    case kinds([SceneGraph.Kind])
    /// Several of one kind, so many where no number is said.
    case group(SceneGraph.Kind, Int)
    case hour(SceneGraph.Hour)
    case weather(SceneGraph.Weather)
    case season(SceneGraph.Season, [SceneGraph.Kind])
    case style(SceneGraph.Style)
    case hue(SceneGraph.Hue)
    case place(SceneGraph.Place)
    case scale(SceneGraph.Scale)
    case number(Int)
    /// A window, through which rain is seen where it rains.
    case window
    /// A thing that can't be drawn, and what is nearest to it.
    case missing(SceneGraph.Kind?)
    /// Said to other rooms (a camera's words, praise), or carries nothing.
    case ignored
    /// Begins a noun phrase, as an article does.
    case article
    /// Ends one, as a preposition does.
    case separator
  }

  /// The meaning of a phrase in lower case; English words are separated by one space.
  static func meaning(_ phrase: String) -> Meaning? { table[phrase] }

  /// Most words in an English phrase.
  static let longestEnglish = 4
  /// Most characters in a Chinese phrase.
  static let longestChinese = 6

  private static let table: [String: Meaning] = {
    var table: [String: Meaning] = [:]
    let entries =
      things + phenomena + hours + weathers + seasons + styles + hues + places
      + substitutes + fillers
    for (phrases, meaning) in entries {
      for phrase in phrases.split(separator: "|") { table[String(phrase)] = meaning }
    }
    return table
  }()

  /// A word of English without its plural's or possessive's ending; the forms to try, in order.
  static func stems(_ word: String) -> [String] {
    var forms = [word]
    if word.hasSuffix("'s") || word.hasSuffix("’s") { forms.append(String(word.dropLast(2))) }
    if word.hasSuffix("ies"), word.count > 4 { forms.append(word.dropLast(3) + "y") }
    if word.hasSuffix("ves"), word.count > 4 { forms.append(word.dropLast(3) + "f") }
    if word.hasSuffix("es"), word.count > 4 { forms.append(String(word.dropLast(2))) }
    if word.hasSuffix("s"), !word.hasSuffix("ss"), word.count > 3 {
      forms.append(String(word.dropLast()))
    }
    return forms
  }
}

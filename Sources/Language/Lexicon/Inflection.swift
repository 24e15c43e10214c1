/// English endings.
enum Inflection {
  /// What `word` may be a form of, the likeliest first: panning → pan, slides → slide.
  static func stems(of word: String) -> [String] {
    guard word.utf8.count > 3, word.utf8.count < 24 else { return [] }
    var stems: [String] = []
    if word.hasSuffix("'s") { stems.append(String(word.dropLast(2))) }
    for ending in ["ing", "ed"] where word.hasSuffix(ending) {
      let bare = String(word.dropLast(ending.count))
      guard bare.utf8.count > 1 else { continue }
      stems += [bare, bare + "e"]
      if let last = bare.last, bare.dropLast().last == last {
        stems.append(String(bare.dropLast()))
      }
    }
    if word.hasSuffix("ies") { stems.append(String(word.dropLast(3)) + "y") }
    if word.hasSuffix("es") { stems.append(String(word.dropLast(2))) }
    if word.hasSuffix("s"), !word.hasSuffix("ss") { stems.append(String(word.dropLast())) }
    return stems
  }
}

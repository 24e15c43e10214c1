import MediaTime
import Timeline

/// Where the film is to begin and to end.
extension Phrases {
  /// "Start at 5 seconds": what lies before that goes, where nothing else is spoken of.
  func opening(_ index: Int) -> Match? {
    guard !isChinese(index),
      ["start at", "begin at", "start from", "begin from"]
        .contains(word(index)) || (word(index) == "start" && isAlone(index) && opensAt(index))
    else { return nil }
    guard isAlone(index) else { return nil }
    var next = index + 1
    while term(next) == .filler || term(next) == .noun(.film) || term(next) == .article
      || term(next) == .preposition(.at) || term(next) == .preposition(.from)
    { next += 1 }
    guard let time = time(next), time > 0, ends(next + 1) || word(next + 1) == "instead" else {
      return nil
    }
    var end = next + 1
    if word(end) == "instead" { while !ends(end) { end += 1 } }
    return (.request(.trim(.film, .dropFirst(time))), end - index)
  }

  private func opensAt(_ index: Int) -> Bool {
    (index + 1..<index + 4).contains { term($0) == .preposition(.at) }
  }

  /// "End it at 25 seconds", "stop the film at 0:20".
  func closing(at index: Int) -> Match? {
    guard !isChinese(index),
      ["end", "stop", "finish", "cut", "ends", "end at", "stop at"]
        .contains(word(index)), isAlone(index)
    else { return nil }
    var next = index + 1
    var isFilm = word(index).hasSuffix("at")
    while term(next) == .filler || term(next) == .noun(.film) || term(next) == .article {
      isFilm =
        isFilm || ["it", "film", "video", "movie", "everything", "thing"].contains(word(next))
      next += 1
    }
    guard isFilm, let time = time(term(next) == .preposition(.at) ? next + 1 : next), time > 0
    else { return nil }
    let end = term(next) == .preposition(.at) ? next + 2 : next + 1
    return ends(end) ? (.request(.trim(.film, .keepFirst(time))), end - index) : nil
  }

  /// Whether only words that say little stand before it in its clause, and "it" is the film.
  private func isAlone(_ index: Int) -> Bool {
    guard scene.spoken == nil else { return false }
    for back in stride(from: index - 1, through: 0, by: -1) {
      switch term(back) {
      case .comma, .stop, .and, .then: return true
      case .filler, .article, .noun(.film): continue
      default: return false
      }
    }
    return true
  }
}

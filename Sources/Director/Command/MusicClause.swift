/// A clause that lays music under the film and says more of it: "add the piano at 30 %".
struct MusicClause {
  /// The music that is laid.
  let command: Command
  /// The words that lay it, in scalars; what follows them is said of the music.
  let place: Range<Int>

  /// - Parameter sounds: the media that are sounds, by their index.
  init?(_ piece: ArraySlice<Lexeme>, in wording: Wording, sounds: Set<Int>) {
    for index in piece.indices.dropFirst() {
      let words = wording.words(in: piece[index].place)
      guard let key = words.first?.key, ["at", "with"].contains(key) else { continue }
      let said = piece[..<index]
      guard let first = said.first, let last = said.last,
        case .add(let references, _, let manner)? = CommandClause(said.map(\.term)).command,
        references.count == 1, let reference = references.first
      else { continue }
      let isSound = reference.medium.map(sounds.contains) ?? (reference.sort == .audio)
      guard isSound, reference.medium != nil else { return nil }
      command = .add(references, nil, manner == .put ? .use : manner)
      place = first.place.lowerBound..<last.place.upperBound
      return
    }
    return nil
  }
}

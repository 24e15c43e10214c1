import Director
import MediaTime
import Testing
import Timeline

/// Words on screen that are to stay for longer than there is room behind them.
@Suite struct WordsWithoutRoomTests {
  private func film(_ last: Int) throws -> Conversation {
    var talk = Conversation([.clip("harbour", seconds: 12)])
    try talk.say("make a film")
    try talk.say("add a caption “One” at 1 second for 2 seconds")
    try talk.say("add a caption “Two” at 3 seconds for \(last) seconds")
    return talk
  }

  private func texts(_ draft: Draft) -> [[Int]] {
    draft.tracks.filter { $0.kind == .text }.flatMap(\.segments).sorted { $0.start < $1.start }
      .map { [$0.start.count, $0.end.count] }
  }

  @Test("What follows comes later", arguments: ["make the first caption 3 seconds long"])
  func pushed(_ words: String) throws {
    var talk = try film(2)
    let turn = try talk.say(words)
    #expect(texts(turn.after) == [[1000, 4000], [4000, 6000]])
    try talk.say("undo")
    #expect(talk.draft == turn.before)
  }

  @Test("Where nothing can come later it is said, and nothing changes")
  func refused() throws {
    var talk = try film(9)
    let turn = try talk.say("make the first caption longer")
    #expect(turn.after == turn.before)
    #expect(turn.closing.contains("no room"))
  }

  @Test("A title that stands elsewhere is seen with the caption behind it")
  func elsewhere() throws {
    var talk = try film(2)
    try talk.say("add a title “Hello” at 0 seconds for 1 second")
    let captions = texts(talk.draft).dropFirst()
    let turn = try talk.say("keep the title longer")
    #expect(texts(turn.after).dropFirst() == captions)
    #expect(texts(turn.after)[0][1] > 1000)
  }
}

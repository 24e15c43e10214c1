import Director
import Language
import Testing
import Timeline

/// What one turn leaves to the next, as Chinese says it.
@Suite struct ChineseConversationTests {
  private func talk(_ lines: String...) throws -> Conversation {
    var talk = Conversation([.picture("beach"), .picture("dawn"), .clip("market")])
    for line in lines { try talk.say(line) }
    return talk
  }

  private func names(_ talk: Conversation) -> [String] {
    (talk.draft.mainTrack?.segments ?? []).compactMap { $0.style.name }
  }

  @Test func correctionTakesTheOtherClip() throws {
    let talk = try talk("做成视频", "把海滩删了", "不对，是市场")
    #expect(names(talk).contains("beach"))
    #expect(!names(talk).contains("market"))
  }

  @Test func complaintGoesOnWhereItIsStillTooMuch() throws {
    let once = try talk("做成视频", "市场的声音小一点").draft
    let twice = try talk("做成视频", "市场的声音小一点", "还是太大").draft
    let volume: (Draft) -> Double = { $0.mainTrack?.segments.map(\.volume).min() ?? 1 }
    #expect(volume(twice) < volume(once))
  }

  @Test func versionIsGoneBackTo() throws {
    let talk = try talk("做成视频", "竖屏", "静音", "退回第1版")
    #expect(talk.draft.mainTrack?.segments.allSatisfy { $0.volume == 1 } ?? true)
  }

  @Test func standingClipMovesAndIsNotAddedTwice() throws {
    let talk = try talk("做成视频", "海滩接在市场后面")
    #expect(names(talk) == ["dawn", "market", "beach"])
  }
}

import Accounts
import MediaTime
import Records
import Testing
import Timeline
import Wire

@testable import Server

/// Whole conversations over `/run_sse`, from the upload to the film, with an undo in the middle.
@Suite struct LongConversationTests {
  /// A turn: what is said, what the answer must hold, and what must be so afterwards.
  struct Turn: Sendable {
    let words: String
    let answer: String
    let holds: @Sendable (Draft) -> Bool
  }

  private static func text(_ draft: Draft) -> Segment? {
    draft.tracks.first { $0.kind == .text }?.segments.first
  }

  private static func clips(_ draft: Draft) -> [Segment] { draft.mainTrack?.segments ?? [] }

  private static func names(_ draft: Draft) -> [String] {
    clips(draft).map { String(($0.style.name ?? "").prefix { $0 != "." }) }
  }

  static let english: [Turn] = [
    Turn(words: "make a 12 second film of these", answer: "12 s") { $0.duration == 12_000 },
    Turn(words: "slow push in on the sunrise", answer: "push in") {
      clips($0)[0].style.motion.first?.move == .pushIn
    },
    Turn(words: "add a title saying Summer in Lisbon", answer: "Summer in Lisbon") {
      text($0)?.text == "Summer in Lisbon"
    },
    Turn(words: "make it a bit smaller and yellow", answer: "size") {
      text($0)?.style.text?.color == "#FFFF00" && (text($0)?.style.text?.size ?? 1) < 0.07
    },
    Turn(words: "trim the first second of the harbour clip", answer: "harbour") {
      clips($0)[1].inPoint == 1000
    },
    Turn(words: "same for the market", answer: "market") { clips($0)[2].inPoint == 1000 },
    Turn(words: "put the sunset right after the sunrise", answer: "order") {
      names($0) == ["sunrise", "sunset", "harbour", "market"]
    },
    Turn(words: "no, put it last", answer: "Undid") {
      names($0) == ["sunrise", "harbour", "market", "sunset"]
    },
    Turn(words: "mute the harbour", answer: "muted") { clips($0)[1].volume == 0 },
    Turn(words: "undo", answer: "Undid") { clips($0)[1].volume == 1 },
    Turn(words: "what did you change?", answer: "Since version") {
      clips($0)[1].volume == 1
    },
    Turn(words: "vertical for TikTok", answer: "1080×1920") { $0.canvas.height == 1920 },
    Turn(words: "export", answer: "ready") { $0.canvas.height == 1920 },
  ]

  static let chinese: [Turn] = [
    Turn(words: "用这些素材做一个12秒的视频", answer: "12 秒") { $0.duration == 12_000 },
    Turn(words: "第一张慢慢推近", answer: "推近") {
      clips($0)[0].style.motion.first?.move == .pushIn
    },
    Turn(words: "加个标题“里斯本的夏天”", answer: "里斯本的夏天") { text($0)?.text == "里斯本的夏天" },
    Turn(words: "再大一点，换成黄色", answer: "字号") {
      text($0)?.style.text?.color == "#FFFF00" && (text($0)?.style.text?.size ?? 0) > 0.07
    },
    Turn(words: "harbour那段剪掉前一秒", answer: "harbour") { clips($0)[1].inPoint == 1000 },
    Turn(words: "market也一样", answer: "market") { clips($0)[2].inPoint == 1000 },
    Turn(words: "把sunset放到最前面", answer: "顺序") {
      names($0) == ["sunset", "sunrise", "harbour", "market"]
    },
    Turn(words: "不对，放到第二个", answer: "撤销") {
      names($0) == ["sunrise", "sunset", "harbour", "market"]
    },
    Turn(words: "harbour静音", answer: "静音") { clips($0)[2].volume == 0 },
    Turn(words: "撤销", answer: "撤销") { clips($0)[2].volume == 1 },
    Turn(words: "现在有几个片段？", answer: "影片长") { clips($0).count == 4 },
    Turn(words: "改成抖音竖屏", answer: "1080×1920") { $0.canvas.height == 1920 },
    Turn(words: "导出", answer: "完成") { $0.canvas.height == 1920 },
  ]

  @Test("A film is made and changed in thirteen turns", arguments: ["en", "zh"])
  func longConversation(language: String) async throws {
    try await ServerBench.with(accounts: { settings in
      var policy = Policy.standard(.anonymous)
      (policy.isExportAllowed, policy.credits) = (true, 1000)
      settings.policies[.anonymous] = policy
    }) { bench in
      let token = try await bench.token()
      let session = try await bench.session(token, language: language)
      for (name, kind) in [
        ("sunrise.jpg", "image"), ("harbour.mp4", "video"), ("market.mp4", "video"),
        ("sunset.jpg", "image"),
      ] {
        try await bench.upload(to: session, token: token, named: name, kind: kind)
      }
      for turn in language == "en" ? Self.english : Self.chinese {
        let reply = try await bench.send(
          "POST", "/run_sse", token: token, body: ServerBench.message(turn.words, to: session))
        let events = try reply.events
        #expect(events.allSatisfy { $0.failure == nil }, "\(turn.words)")
        let answer = events.compactMap(\.content?.text).joined(separator: "\n")
        #expect(answer.contains(turn.answer), "\(turn.words) → \(answer)")
        let state = try await bench.send(
          "GET", "/api/state/nemo_agent/me/\(session)/latest", token: token)
        let draft = try #require(try SessionState(json: Envelope.data(of: state.json)).draft())
        #expect(turn.holds(draft), "\(turn.words) → \(answer)")
      }
    }
  }
}

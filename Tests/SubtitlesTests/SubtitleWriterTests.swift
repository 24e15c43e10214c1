import MediaTime
import Testing

@testable import Subtitles

@Suite struct SubtitleWriterTests {
  static let words = [
    "Hello", "Tom & Jerry", "a < b", "<i>not markup</i>", "-->", "0:01 --> 0:02", "{\\an8}x", "42",
    "C:\\New\\nothing", "你好，\n世界", "line one\nline two", "&amp;", "I <3 you", "WEBVTT", "NOTE x",
    ">> who", "5\n6", "🎬 film", "<00:00:01.000>", "– so", "0:01 —> 0:02",
  ]

  @Test("What was written is read again", arguments: SubtitleWriter.Format.allCases, 1...40)
  func roundTrips(_ format: SubtitleWriter.Format, _ seed: UInt64) throws {
    var numbers = Numbers(seed)
    var clock = 0
    let cues = (0..<20).map { _ in
      let start = clock + numbers.next(5000)
      let end = start + 1 + numbers.next(9000)
      clock = numbers.next(4) == 0 ? start + 1 : end
      return Cue(
        start: ms(start), end: ms(max(end, start + 300)),
        text: Self.words[numbers.next(Self.words.count)], isItalic: numbers.next(3) == 0,
        placement: numbers.next(3) == 0 ? .top : .bottom,
        speaker: format == .webVTT && numbers.next(3) == 0 ? "Ann & Bob <x>" : nil)
    }
    let text = SubtitleWriter(format).text(of: cues)
    let file = try SubtitleFileTests.read(text)
    #expect(file.notes.allSatisfy { $0.kind == .longOverlap || $0.kind == .shortOverlap })
    var expected = cues
    for index in cues.indices.dropLast() {
      let (end, next) = (cues[index].end, cues[index + 1].start)
      if end > next, end - next <= ms(250), cues[index].start < next { expected[index].end = next }
    }
    #expect(file.cues == expected, "seed \(seed): \(text)")
  }

  @Test("Timed words survive in WebVTT")
  func keepsWords() throws {
    let cue = Cue(
      start: ms(1000), end: ms(3000), text: "one, two & three",
      words: [
        TimedWord("one,", start: ms(1000), end: ms(1500)),
        TimedWord("two &", start: ms(1500), end: ms(2250)),
        TimedWord("three", start: ms(2250), end: ms(3000)),
      ])
    let text = SubtitleWriter(.webVTT).text(of: [cue])
    #expect(text.contains("one, <00:00:01.500>two &amp; <00:00:02.250>three"))
    #expect(try SubtitleFileTests.read(text).cues == [cue])
  }

  @Test("Cues without words are left out, blank lines too, and times are rounded")
  func tidies() {
    let cues = [
      Cue(start: .zero, end: ms(1), text: " \n "),
      Cue(start: MediaTime(1, over: 3), end: ms(360_000_000), text: "a \n\n b"),
    ]
    #expect(
      SubtitleWriter(.subRip).text(of: cues) == "1\n00:00:00,333 --> 100:00:00,000\na\nb\n")
    #expect(SubtitleWriter(.webVTT).text(of: []) == "WEBVTT\n")
  }
}

/// A generator with a seed (Steele and others, SplitMix64).
struct Numbers {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}

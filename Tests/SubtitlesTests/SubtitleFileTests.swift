import MediaTime
import Testing

@testable import Subtitles

/// Milliseconds as a time.
func ms(_ count: Int) -> MediaTime { MediaTime(Int64(count), over: 1000) }

@Suite struct SubtitleFileTests {
  static func read(_ text: String) throws -> SubtitleFile {
    try SubtitleFile(reading: Array(text.utf8))
  }

  static func kinds(_ file: SubtitleFile) -> Set<Note.Kind> { Set(file.notes.map(\.kind)) }

  @Test("A tidy file is read as it is, without a note")
  func readsSubRip() throws {
    let file = try Self.read(
      """
      1
      00:00:01,000 --> 00:00:02,500
      Hello & welcome,
      <i>dear</i> friends <3

      2
      01:02:03,004 --> 01:02:05,000 X1:100 X2:200
      {\\an8}<font color="#fff"><i>Good-bye</i></font>
      """)
    #expect(
      file.cues == [
        Cue(start: ms(1000), end: ms(2500), text: "Hello & welcome,\ndear friends <3"),
        Cue(
          start: ms(3_723_004), end: ms(3_725_000), text: "Good-bye", isItalic: true,
          placement: .top),
      ])
    #expect(file.notes.isEmpty)
    #expect(file.format == .subRip && file.encoding == "UTF-8")
    #expect(file.end == ms(3_725_000))
  }

  @Test(
    "What is amiss is mended, and it is said",
    arguments: [
      ("1\n0:01 --> 0:02\na\n2\n0:03 --> 0:04\nb\n", "a|b", [.missingBlankLine]),
      ("0:01 --> 0:02\na\n\n0:03 --> 0:04\nb\n", "a|b", [.missingNumber]),
      ("1\n0:03 --> 0:04\na\n\n2\n0:01 --> 0:02\nb\n", "b|a", [.outOfOrder]),
      ("1\n0:05 --> 0:02\na\n", "a", [.endBeforeStart]),
      ("1\n-0:01 --> 0:02\na\n\n2\n-0:02 --> -0:01\nb\n", "a", [.negativeTime]),
      ("1\n0:01 --> 0:02\na\n\n2\n99:00:00 --> 99:00:01\nb\n", "a", [.absurdTime]),
      ("1\n0:01 --> 0:02\na\n\n2\n0:0x:03 --> 0:04\nb\n", "a", [.badTime]),
      ("1\n0:01 --> 0:02\n<i></i>\n\n2\n0:03 --> 0:04\nb\n", "b", [.noText]),
      ("1\n0:01 --> 0:02\na\n\n2\n0:01 --> 0:02\na\n", "a", [.duplicate]),
      ("1\n0:01 --> 0:02,1\na\n\n2\n0:02 --> 0:04\nb\n", "a|b", [.shortOverlap]),
      ("1\n0:01 --> 0:09\na\n\n2\n0:02 --> 0:04\nb\n", "a|b", [.longOverlap]),
      ("1\n0:01 --> 0:02\na\n\n2\n", "a", []),
      ("1\r\n0:01 --> 0:02\r\na\r\n\r\n2\r\n0:03 --> 0:04\r\nb\r\n", "a|b", []),
      ("1\r0:01 --> 0:02\ra\r\r2\r0:03 --> 0:04\rb\r", "a|b", []),
      ("1\n0：01，5 —> 0:02\na\n", "", []),
      ("1\n0:01 --> 0:02\n2 + 2 -> 4\n\nstill here\n", "2 + 2 -> 4\nstill here", []),
    ] as [(String, String, Set<Note.Kind>)])
  func mends(_ text: String, _ expected: String, _ kinds: Set<Note.Kind>) throws {
    if expected.isEmpty {
      #expect(throws: SubtitlesError.self) { try Self.read(text) }
      return
    }
    let file = try Self.read(text)
    #expect(file.cues.map(\.text).joined(separator: "|") == expected)
    #expect(Self.kinds(file) == kinds)
    for note in file.notes { #expect(note.message.hasSuffix(".") && note.count > 0) }
    for cue in file.cues { #expect(cue.start >= .zero && cue.end > cue.start) }
  }

  @Test("Overlaps of a moment are cut, those of speakers stay, and a lost end is made up")
  func overlaps() throws {
    let file = try Self.read(
      """
      1\n00:00:01,000 --> 00:00:02,200\na\n
      2\n00:00:02,000 --> 00:00:06,000\nb\n
      3\n00:00:03,000 --> 00:00:04,000\nc\n
      4\n00:00:07,000 --> 00:00:00,000\nd\n
      5\n00:00:07,400 --> 00:00:09,000\ne
      """)
    #expect(file.cues.map(\.end) == [ms(2000), ms(6000), ms(4000), ms(7400), ms(9000)])
  }

  @Test(
    "Times are read however they are written",
    arguments: [
      ("00:00:01,500", 1500), ("1:02.5", 62_500), ("0:00:01.50", 1500), ("00:00:01", 1000),
      ("00：00：01，500", 1000), ("00:00:01:500", 1500), ("00: 00 : 01 , 5", 1500),
      ("100:00:00.000", 360_000_000), ("-00:00:01,250", -1250), ("00:00:01.123456", 1123),
      ("90:00", 5_400_000),
    ])
  func readsTimes(_ text: String, _ milliseconds: Int64) {
    var clock = Clock(Array(text.utf8)[...])
    #expect(clock.time() == milliseconds)
  }

  @Test("What is no time is none", arguments: ["", "12", "a:b", "1234567890:00", ":", "1:", "-"])
  func refusesTimes(_ text: String) {
    var clock = Clock(Array(text.utf8)[...])
    #expect(clock.time() == nil)
  }

  @Test(
    "What holds no subtitle is refused in a sentence",
    arguments: [
      ([], .empty), ([0xEF, 0xBB, 0xBF], .empty), (Array(" \r\n\t\n".utf8), .empty),
      (Array("WEBVTT\n\n".utf8), .unreadable), (Array("Dear Sir or Madam\n".utf8), .unreadable),
      ((0..<5000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31) }, .unreadable),
      (Array("[Script Info]\nScriptType: v4.00+\n".utf8), .unreadable),
    ] as [([UInt8], SubtitlesError.Code)])
  func refuses(_ bytes: [UInt8], _ code: SubtitlesError.Code) {
    #expect {
      try SubtitleFile(reading: bytes)
    } throws: {
      let error = $0 as? SubtitlesError
      return error?.code == code && error?.message.hasSuffix(".") == true
    }
  }

  @Test("A hundred thousand cues are read, and a line of a million characters is cut")
  func readsLargeFiles() throws {
    let cues = (0..<100_000).map {
      Cue(start: ms($0 * 800), end: ms($0 * 800 + 700), text: "line \($0)")
    }
    let text = SubtitleWriter(.subRip).text(of: cues)
    #expect(try Self.read(text).cues == cues)
    let huge = "1\n0:01 --> 0:02\n" + String(repeating: "wide ", count: 200_000)
    let cut = try Self.read(huge)
    #expect(cut.cues[0].text.count <= SubtitleFile.longestText)
    #expect(Self.kinds(cut) == [.longText])
  }

  @Test("Text full of openings without an end is read in linear time")
  func readsOpenings() throws {
    for opening in ["<", "{\\", "&", "<v "] {
      let text = "1\n0:01 --> 0:02\n" + String(repeating: opening, count: 300_000)
      #expect(try Self.read(text).cues.count == 1)
    }
  }
}

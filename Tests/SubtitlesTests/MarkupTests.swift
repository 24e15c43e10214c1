import MediaTime
import Testing

@testable import Subtitles

@Suite struct MarkupTests {
  @Test("WebVTT's blocks, settings, voices and timestamps are read")
  func readsWebVTT() throws {
    let file = try SubtitleFileTests.read(
      """
      WEBVTT - a title
      X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0

      STYLE
      ::cue { color: lime }

      NOTE a remark
      of two lines

      intro
      00:01.000 --> 00:04.000 line:0 align:start
      <v.loud Ann Lee>I <00:00:02.000>am <00:00:03.500><c.red>here</c>

      00:05.000 --> 00:06.000 line:80%
      1 &lt; 2 &amp; <i>so</i> <ruby>漢<rt>kan</rt></ruby> &#x41;

      NOTE the end
      """)
    #expect(file.format == .webVTT && file.notes.isEmpty)
    #expect(
      file.cues == [
        Cue(
          start: ms(1000), end: ms(4000), text: "I am here", placement: .top, speaker: "Ann Lee",
          words: [
            TimedWord("I", start: ms(1000), end: ms(2000)),
            TimedWord("am", start: ms(2000), end: ms(3500)),
            TimedWord("here", start: ms(3500), end: ms(4000)),
          ]),
        Cue(start: ms(5000), end: ms(6000), text: "1 < 2 & so 漢 A"),
      ])
  }

  @Test("Rolling captions say each line once")
  func unrolls() throws {
    let file = try SubtitleFileTests.read(
      """
      WEBVTT

      00:00:00.000 --> 00:00:02.000 align:start position:0%
       \n\
      hello<00:00:00.500><c> and</c>

      00:00:02.000 --> 00:00:02.010 align:start position:0%
      hello and
       \n\

      00:00:02.010 --> 00:00:04.000 align:start position:0%
      hello and
      welcome<00:00:03.000><c> all</c>

      00:00:04.000 --> 00:00:04.010 align:start position:0%
      welcome all
       \n
      """)
    #expect(file.cues.map(\.text) == ["hello and", "welcome all"])
    #expect(file.cues[1].words.map(\.text) == ["welcome", "all"])
    #expect(file.cues[1].words.map(\.start) == [ms(2010), ms(3000)])
    #expect(file.notes.map(\.kind) == [.rollingText])
  }

  static let script = """
    [Script Info]
    ScriptType: v4.00+

    [V4+ Styles]
    Format: Name, Fontname, Italic, Alignment
    Style: Default,Arial,0,2
    Style: Sign,Arial,-1,8

    [Events]
    Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
    Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,not shown
    Dialogue: 0,0:00:03.00,0:00:04.00,Sign,,0,0,0,,{\\pos(1,2)}Over there, left
    Dialogue: 0,0:00:01.00,0:00:02.50,Default,Bob,0,0,0,,One,\\Ntwo{\\i1} three\\h{\\i0}
    Dialogue: 1,0:00:01.00,0:00:02.50,Default,Bob,0,0,0,,One,\\Ntwo three
    Dialogue: 0,0:00:05.00,0:00:06.00,Default,,0,0,0,,{\\p1}m 0 0 l 100 0 100 100{\\p0}
    Dialogue: 0,0:00:07.00,0:00:09.00,Default,,0,0,0,,{\\k50}sun{\\k25}rise {\\kf100}now
    Dialogue: 0,later,0:00:09.00,Default,,0,0,0,,lost
    """

  @Test("SubStation Alpha's styles, overrides, drawings and karaoke are read")
  func readsScript() throws {
    let file = try SubtitleFileTests.read(Self.script)
    #expect(file.format == .subStationAlpha)
    #expect(
      file.cues == [
        Cue(start: ms(1000), end: ms(2500), text: "One,\ntwo three", speaker: "Bob"),
        Cue(
          start: ms(3000), end: ms(4000), text: "Over there, left", isItalic: true,
          placement: .top),
        Cue(
          start: ms(7000), end: ms(9000), text: "sunrise now",
          words: [
            TimedWord("sunrise", start: ms(7000), end: ms(7750)),
            TimedWord("now", start: ms(7750), end: ms(8750)),
          ]),
      ])
    #expect(
      SubtitleFileTests.kinds(file) == [.drawing, .badTime, .duplicate, .outOfOrder])
  }

  @Test(
    "Markup is taken away, and what only looks like it stays",
    arguments: [
      ("<b>a</b> <u>b</u>", "a b"), ("a<br/>b", "a\nb"), ("a < b > c", "a < b > c"),
      ("I <3 you", "I <3 you"), ("<unknown>a", "<unknown>a"), ("{no override}", "{no override}"),
      ("{\\c&HFF&}a", "a"), ("{\\open a", "{\\open a"), ("a\\Nb", "a\nb"),
      ("AT&T; &amp;", "AT&T; &"),
      ("&#0;&#1114112;a", "&#1114112;a"), ("a\u{7}b", "ab"), ("  a   b  ", "a b"),
    ])
  func stripsMarkup(_ source: String, _ expected: String) {
    var reader = MarkupReader(Array(source.utf8)[...])
    #expect(reader.read().text == expected)
  }
}

import Language
import MediaTime
import Testing
import Timeline

/// Subtitles that are pasted into a message as a file has them.
@Suite struct PastedSubtitleTests {
  @Test("Each becomes a subtitle with its times, in every way of writing them")
  func pasted() {
    let texts = [
      "1\n00:00:01,500 --> 00:00:03,000\nHello\n世界\n\n2\n00:00:04,000 --> 00:00:05,000\nBye",
      "WEBVTT\n\n00:01.500 --> 00:03.000\nHello\n世界\n\n00:04.000 --> 00:05.000\nBye\n",
    ]
    for text in texts {
      let reading = Reading(of: text)
      #expect(
        reading.requests == [
          .title(TitleRequest("Hello\n世界", preset: .subtitle, start: 1500, duration: 1500)),
          .title(TitleRequest("Bye", preset: .subtitle, start: 4000, duration: 1000)),
        ])
      #expect(reading.leftovers.isEmpty)
    }
  }

  @Test("An arrow alone makes no subtitle")
  func arrow() {
    let reading = Reading(of: "make the title smaller --> please")
    #expect(reading.requests == [.title(TitleRequest(size: .smaller))])
  }

  @Test("No more than two hundred are taken of one message")
  func many() {
    let text = (0..<300).map { number in
      let second = number % 60
      let time = "00:0\(number / 60):\(second < 10 ? "0" : "")\(second)"
      return "\(number + 1)\n\(time),000 --> \(time),900\nline \(number)\n"
    }.joined(separator: "\n")
    #expect(Reading(of: text).requests.count == 200)
  }
}

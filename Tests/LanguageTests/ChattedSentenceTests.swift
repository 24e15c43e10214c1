import Language
import MediaTime
import Testing
import Timeline

/// English as people type it in a chat, over a film whose clips and texts have names.
@Suite struct ChattedSentenceTests {
  private static var scene: Scene {
    let names = ["sunrise", "harbour", "market", "sunset"]
    let clips = names.enumerated().map { index, name in
      var clip = Segment(id: "s\(index)", source: name, start: 0, duration: 6000)
      clip.start = .init(6000 * index)
      clip.style.name = name
      return clip
    }
    var caption = Segment(id: "s5", text: "The old harbour", start: 6000, duration: 3000)
    caption.style.text = TextStyle(preset: .caption)
    let title = Segment(id: "s4", text: "Summer in Lisbon", start: 0, duration: 3000)
    return Scene(
      Draft(tracks: [
        Track(id: "t1", kind: .video, segments: clips),
        Track(id: "t2", kind: .text, segments: [title, caption]),
      ]))
  }

  @Test(arguments: words + sounds + orders + cuts + pictures)
  func isRead(words: String, requests: [String]) {
    let reading = Reading(of: words, in: Self.scene)
    #expect(reading.requests.map { $0.sentence(in: .english) } == requests, "\(words)")
  }

  static let words: [(String, [String])] = [
    (
      "replace \"old\" with \"new\" in the caption",
      ["change the second text to \"The new harbour\""]
    ),
    (
      "it's not Summer in Lisbon, it's Winter in Lisbon",
      ["change the first text to \"Winter in Lisbon\""]
    ),
    (
      "the caption should say The harbour at noon",
      ["change the captions to \"The harbour at noon\""]
    ),
    ("make the title Lisbon Diaries", ["change the main titles to \"Lisbon Diaries\""]),
    ("title lower on the screen", ["title, at the bottom"]),
    ("20% bigger title", ["title, 1.2 times the size"]),
    ("the title is tiny, make it bigger", ["title, bigger"]),
    ("titles and captions in white", ["title, white", "caption, white"]),
    ("title without the fade", ["title, entrance no animation, exit no animation"]),
  ]

  static let sounds: [(String, [String])] = [
    ("music down to 20", ["set the volume of the music to 20%"]),
    ("make the music start 4 seconds in", ["the music starts at 4 seconds"]),
    ("start the music when the harbour starts", ["the music starts at 6 seconds"]),
    ("stop the music at 15 seconds", ["keep only the first 15 seconds of the music"]),
    ("don't fade the music out", ["fade out the music for 0 seconds"]),
    ("the song should dip whenever somebody speaks", ["duck the music"]),
    ("drop the music under the voices", ["duck the music"]),
  ]

  static let orders: [(String, [String])] = [
    (
      "open on the market then the harbour",
      ["move the third clip to the start", "move the second clip to position 2"]
    ),
    ("swap 1 and 4", ["swap the first clip and the fourth clip"]),
    (
      "the sunset belongs right after the sunrise", ["move the fourth clip after the first clip"]
    ),
    (
      "put a second copy of the harbour at the end",
      ["duplicate the second clip", "move the second clip to the end"]
    ),
    ("repeat the market one more time", ["duplicate the third clip"]),
  ]

  static let cuts: [(String, [String])] = [
    ("take 2 seconds off the end", ["remove the last 2 seconds"]),
    (
      "take a second out of the start of the market",
      ["remove the first 1 second of the third clip"]
    ),
    ("take out the middle 2 seconds", ["remove from 11 seconds to 13 seconds"]),
    (
      "cut 2 seconds from the middle of the harbour",
      ["remove from 2 seconds to 4 seconds of the second clip"]
    ),
    ("keep the middle 4 seconds", ["keep only from 10 seconds to 14 seconds"]),
    ("中间那两秒剪掉", ["remove from 11 seconds to 13 seconds"]),
    ("razor the harbour at 2 seconds", ["split the second clip at 2 seconds"]),
    ("start at 5 seconds", ["remove the first 5 seconds"]),
    ("end it at 12 seconds", ["keep only the first 12 seconds"]),
    ("the intro is too long, shave off 3 seconds", ["remove the first 3 seconds"]),
    (
      "use only the middle 4 seconds of the harbour footage",
      ["keep only from 1 second to 5 seconds of the second clip"]
    ),
    ("leave the sunrise alone, mute the market", ["mute the third clip"]),
    ("slow the harbour to half speed", ["play the second clip at 0.5x speed"]),
  ]

  static let pictures: [(String, [String])] = [
    ("remove the first dissolve", ["cut after the first clip"]),
    ("replace the second dissolve with a dip to black", ["dip to black after the second clip"]),
    ("black out between sunrise and harbour", ["dip to black after the first clip"]),
    (
      "stop the camera moving in the sunset shot", ["remove the camera moves of the fourth clip"]
    ),
    (
      "add slow-mo and b&w to the market",
      ["play the third clip at 0.5x speed", "add the black and white look on the third clip"]
    ),
  ]
}

import MediaTime
import Testing

@Suite("Frame rates")
struct FrameRateTests {
  static let rates = [
    FrameRate(1), FrameRate(24), FrameRate(24000, over: 1001), FrameRate(25), FrameRate(30),
    FrameRate(30000, over: 1001), FrameRate(60000, over: 1001), FrameRate(120),
    FrameRate(15, over: 2),
  ]

  @Test("A rate is reduced")
  func reduced() {
    #expect(FrameRate(60, over: 2) == FrameRate(30))
    #expect(FrameRate(30000, over: 1001).frameDuration == MediaTime(1001, over: 30000))
    #expect(FrameRate(15, over: 2).framesPerSecond == 7.5)
  }

  @Test("Every frame is on screen from its time until the next one's", arguments: rates)
  func frames(rate: FrameRate) {
    let moment = MediaTime(1, over: 1_000_000)
    for index in [0, 1, 2, 29, 30, 1000, 107_892, 2_589_408] {
      let time = rate.time(ofFrame: index)
      #expect(rate.frame(at: time) == index)
      #expect(rate.frame(at: time + rate.frameDuration - moment) == index)
      #expect(rate.frame(at: time - moment) == index - 1)
      #expect(rate.firstFrame(notBefore: time) == index)
      #expect(rate.firstFrame(notBefore: time + moment) == index + 1)
    }
  }

  @Test(
    "A film of whole seconds has the frames one expects",
    arguments: [(30, 1, 3, 90), (30000, 1001, 3, 90), (24000, 1001, 10, 240), (25, 1, 18, 450)])
  func films(numerator: Int32, denominator: Int32, seconds: Int, frames: Int) {
    let rate = FrameRate(numerator, over: denominator)
    #expect(rate.firstFrame(notBefore: MediaTime(seconds: seconds)) == frames)
  }

  @Test("NTSC time doesn't drift over a day")
  func drift() {
    let rate = FrameRate(30000, over: 1001)
    let day = MediaTime(seconds: 86400)
    let frames = rate.frame(at: day)
    #expect(frames == 2_589_410)
    #expect(day - rate.time(ofFrame: frames) < rate.frameDuration)
  }
}

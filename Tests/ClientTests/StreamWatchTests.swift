import Client
import Testing

@Suite struct StreamWatchTests {
  @Test func speaksEveryTwoMinutesAndGivesUpAfterTen() {
    var watch = StreamWatch(now: .zero)
    var words: [Int] = []
    for second in 0..<600 where watch.advice(now: .seconds(second)) == .sayStillWorking {
      words.append(second)
    }
    #expect(words == [120, 240, 360, 480])
    #expect(watch.advice(now: .seconds(600)) == .giveUp)
  }

  @Test func anEventBeginsTheSilenceAnew() {
    var watch = StreamWatch(now: .seconds(5))
    #expect(watch.advice(now: .seconds(5)) == .wait(.seconds(120)))
    #expect(watch.advice(now: .seconds(124)) == .wait(.seconds(1)))
    watch.eventCame(now: .seconds(124))
    #expect(watch.advice(now: .seconds(126)) == .wait(.seconds(118)))
    #expect(watch.advice(now: .seconds(723)) == .sayStillWorking)
    #expect(watch.advice(now: .seconds(724)) == .giveUp)
  }
}

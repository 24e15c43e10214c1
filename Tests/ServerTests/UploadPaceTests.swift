import Testing

@testable import Server

@Suite struct UploadPaceTests {
  private let start = ContinuousClock.now

  private func keeper() -> PaceKeeper {
    var pace = BodyPace()
    pace.bytes = 1000
    pace.span = .seconds(10)
    return PaceKeeper(pace)
  }

  @Test("Silence is too slow once the span is over")
  func silence() {
    var keeper = keeper()
    keeper.wait(at: start)
    #expect(!keeper.isTooSlow(at: start + .seconds(10)))
    #expect(keeper.isTooSlow(at: start + .seconds(11)))
  }

  @Test("Bytes that trickle are too slow, bytes that flow are not")
  func trickle() {
    var slow = keeper()
    var fast = keeper()
    for second in 0..<11 {
      let now = start + .seconds(second)
      slow.wait(at: now)
      fast.wait(at: now)
      slow.receive(50, at: now + .seconds(1))
      fast.receive(100, at: now + .seconds(1))
    }
    #expect(slow.isTooSlow(at: start + .seconds(11)))
    #expect(!fast.isTooSlow(at: start + .seconds(11)))
  }

  @Test("Time that the server takes itself doesn't count")
  func ownTime() {
    var keeper = keeper()
    keeper.wait(at: start)
    keeper.receive(1, at: start + .seconds(1))
    #expect(!keeper.isTooSlow(at: start + .seconds(100)))
    keeper.wait(at: start + .seconds(100))
    #expect(!keeper.isTooSlow(at: start + .seconds(108)))
    #expect(keeper.isTooSlow(at: start + .seconds(110)))
  }
}

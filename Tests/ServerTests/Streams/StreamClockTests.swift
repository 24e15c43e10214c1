import NIOCore
import Testing

@testable import Server

@Suite struct StreamClockTests {
  private func at(_ seconds: Int64) -> NIODeadline { .uptimeNanoseconds(1) + .seconds(seconds) }

  @Test("A silent stream beats every period, a talking one later, and each has an end")
  func clock() {
    var clock = StreamClock(now: at(0), heartbeat: .seconds(10), longest: .seconds(60))
    #expect(clock.action(at: at(0)) == .sleep(until: at(10)))
    clock.wrote(at: at(4))
    #expect(clock.action(at: at(10)) == .sleep(until: at(14)))
    #expect(clock.action(at: at(14)) == .beat)
    clock.wrote(at: at(14))
    #expect(clock.action(at: at(14)) == .sleep(until: at(24)))
    clock.wrote(at: at(12))
    #expect(clock.action(at: at(23)) == .sleep(until: at(24)))
    clock.wrote(at: at(55))
    #expect(clock.action(at: at(56)) == .sleep(until: at(60)))
    #expect(clock.action(at: at(60)) == .end)
  }
}

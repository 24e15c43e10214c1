import Testing

@testable import Studio

@Suite struct BellTests {
  @Test("A ring before the wait isn't lost, and each wait takes the rings before it")
  func remembers() async {
    let bell = Bell()
    let listener = bell.listener("a")
    bell.ring("a")
    bell.ring("a")
    await listener.wait()
    let waiting = Task { await listener.wait() }
    bell.ring("b")
    bell.ring("a")
    await waiting.value
  }

  @Test("Those who let go are forgotten; a closed bell holds nobody")
  func forgets() async {
    let bell = Bell()
    for _ in 1...100 { _ = bell.listener("a") }
    #expect(bell.count == 0)
    let listener = bell.listener("a")
    #expect(bell.count == 1)
    let waiting = Task { await listener.wait() }
    bell.close()
    await waiting.value
    await listener.wait()
  }

  @Test("Ten thousand wait and are woken together")
  func wakesMany() async {
    let bell = Bell()
    let waiting = (0..<10_000).map { _ in
      let listener = bell.listener("a")
      return Task { await listener.wait() }
    }
    bell.ring("a")
    for task in waiting { await task.value }
  }

  @Test("A cancelled task waits no longer")
  func cancels() async {
    let bell = Bell()
    let listener = bell.listener("a")
    let waiting = Task { await listener.wait() }
    waiting.cancel()
    await waiting.value
  }
}

import Testing
import Timeline

@testable import Store

@Suite struct HistoryShelfTests {
  @Test("What was used last stays")
  func capacity() throws {
    let shelf = HistoryShelf(capacity: 100)
    let history = try Sample.history(edits: 1)
    let stamp = shelf.nextStamp()
    #expect(shelf.nextStamp() == stamp + 1)
    for stamp in 1...3 { shelf.put(history, stamp: stamp, size: 30) }
    #expect(shelf.history(1) == history)
    shelf.put(history, stamp: 4, size: 30)
    #expect(shelf.history(2) == nil)
    #expect([1, 3, 4].allSatisfy { shelf.history($0) == history })
    shelf.put(history, stamp: 5, size: 51)
    #expect(shelf.history(5) == nil)
    shelf.put(history, stamp: 4, size: 40)
    #expect([1, 3, 4].allSatisfy { shelf.history($0) == history })
  }
}

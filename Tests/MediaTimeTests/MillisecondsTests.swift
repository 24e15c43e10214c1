import Foundation
import MediaTime
import Testing

@Suite("Milliseconds")
struct MillisecondsTests {
  @Test(
    "Seconds become the nearest millisecond, halves away from zero",
    arguments: [
      (0, 0), (0.5, 500), (1.0005, 1001), (-1.0005, -1001), (0.0004, 0), (3, 3000),
      (1e300, 1_000_000_000_000_000), (-Double.infinity, -1_000_000_000_000_000), (.nan, 0),
    ])
  func seconds(seconds: Double, count: Int) {
    #expect(Milliseconds(seconds: seconds).count == count)
  }

  @Test("Arithmetic and order")
  func arithmetic() {
    let times: [Milliseconds] = [1500, -3, 0]
    #expect(times.sorted() == [-3, 0, 1500])
    #expect(times[0] + times[1] == 1497 && times[0] - times[1] == 1503)
    #expect(times[0].seconds == 1.5 && times[0].description == "1500 ms")
  }

  @Test("JSON is a bare number")
  func json() throws {
    #expect(
      String(decoding: try JSONEncoder().encode([1500 as Milliseconds]), as: UTF8.self) == "[1500]")
    #expect(try JSONDecoder().decode([Milliseconds].self, from: Data("[-7]".utf8)) == [-7])
    for bad in ["[1.5]", "[\"1\"]", "[null]", "[1e40]"] {
      #expect(throws: (any Error).self) {
        try JSONDecoder().decode([Milliseconds].self, from: Data(bad.utf8))
      }
    }
  }
}

import Foundation
import Pixels
import Synchronization
import Testing

@testable import Type

@Suite struct ConcurrencyTests {
  @Test func eightThreadsDrawTheSameBytesAsOne() throws {
    let texts = ["Urban Dreams", "城市的夜晚", "مرحبا", "Hi 😀", "Ünïcödé", "Long long title here"]
    let designs = (0..<48).map { index in
      TextPreset.allCases[index % 6].design(
        texts[index / 6 % 6], on: PixelSize(width: 640, height: 360))
    }
    let alone = try designs.map { try Drawn(TextArtwork($0)).bytes }
    let together = Mutex<[Int: [UInt8]]>([:])
    let finished = DispatchSemaphore(value: 0)
    for thread in 0..<8 {
      Thread {
        for index in stride(from: thread, to: designs.count, by: 8) {
          let bytes = try? Drawn(TextArtwork(designs[index])).bytes
          together.withLock { $0[index] = bytes }
        }
        finished.signal()
      }.start()
    }
    for _ in 0..<8 { finished.wait() }
    let drawn = together.withLock { $0 }
    for (index, bytes) in alone.enumerated() { #expect(drawn[index] == bytes) }
  }

  @Test func equalDesignsDrawEqualBytes() throws {
    let first = try Drawn("Same again", .title)
    for _ in 0..<5 {
      let again = try Drawn("Same again", .title)
      #expect(again.bytes == first.bytes)
    }
  }
}

import Pixels
import Testing

@testable import Type

@Suite struct ConcurrencyTests {
  @Test func manyThreadsDrawTheSameBytesAsOne() async throws {
    let texts = ["Urban Dreams", "城市的夜晚", "مرحبا", "Hi 😀", "Ünïcödé", "Long long title here"]
    let designs = (0..<48).map { index in
      TextPreset.allCases[index % 6].design(texts[index / 6 % 6], on: .hd)
    }
    let alone = try designs.map { try Drawn(TextArtwork($0)).bytes }
    let together = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
      for (index, design) in designs.enumerated() {
        group.addTask { (index, try Drawn(TextArtwork(design)).bytes) }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for (index, bytes) in alone.enumerated() { #expect(together[index] == bytes) }
  }

  @Test func equalDesignsDrawEqualBytes() throws {
    let first = try Drawn("Same again", .title)
    for _ in 0..<5 {
      let again = try Drawn("Same again", .title)
      #expect(again.bytes == first.bytes)
    }
  }
}

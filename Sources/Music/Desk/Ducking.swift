internal import Foundation

/// How far the kick drum pushes others down at each moment: known from the score, so that it
/// needs no memory.
struct Ducking: Sendable {
  private let kicks: [Int]
  private static let attack = 240
  private static let release = 0.2 * SynthMath.rate

  init(_ score: Score) {
    kicks = score.tracks.filter { $0.instrument == .drumMachine }
      .flatMap { $0.notes.filter { $0.pitch == Drum.kick }.map(\.startFrame) }.sorted()
  }

  /// From 0, nothing, to 1, wholly down.
  func depth(at frame: Int) -> Float {
    let next = kicks.partitioned { $0 > frame }
    guard next > 0 else { return 0 }
    let since = frame - kicks[next - 1]
    if since < Self.attack { return Float(since) / Float(Self.attack) }
    let time = Double(since - Self.attack) / Self.release
    return time < 1 ? Float((1 - time) * (1 - time)) : 0
  }
}

extension Array {
  /// The first index from which on elements of a sorted array fulfil a condition.
  func partitioned(_ isAfter: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

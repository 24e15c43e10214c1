import Foundation

/// A spool read from its start with a gain and a limiter.
struct LimitedReader {
  private let spool: any SampleSpool
  private let frames: Int
  private let gain: Float
  private var limiter: Limiter
  private var fetched = 0
  private(set) var position = 0
  private var block = [Float](repeating: 0, count: Self.blockFrames * 2)

  private static let blockFrames = 4096

  /// - Parameter gain: In decibels.
  init(_ spool: any SampleSpool, frames: Int, gain: Double, ceiling: Double) {
    self.spool = spool
    self.frames = frames
    self.gain = Float(pow(10, gain / 20))
    limiter = Limiter(ceiling: ceiling)
  }

  /// Writes as many frames as there is room for, fewer only at the end.
  mutating func next(into samples: inout MutableSpan<Float>) throws -> Int {
    let wanted = min(samples.count / 2, frames - position)
    var done = 0
    while done < wanted {
      let taken = limiter.take(into: &samples, at: done, frames: wanted - done)
      done += taken
      if taken == 0 { try fetch() }
    }
    position += done
    return done
  }

  /// The next frames, at most `frames` of them; nil at the end.
  mutating func next(frames wanted: Int) throws -> [Float]? {
    let count = min(wanted, frames - position)
    guard count > 0 else { return nil }
    var samples = [Float](repeating: 0, count: count * 2)
    var span = samples.mutableSpan
    _ = try next(into: &span)
    return samples
  }

  /// Hands a block to the limiter; past the end, silence.
  private mutating func fetch() throws {
    var filled = 0
    let (spool, gain, end) = (spool, gain, min(fetched + Self.blockFrames, frames))
    while fetched < end {
      let (from, wanted) = (fetched, end - fetched)
      var span = block.mutableSpan
      var rest = span._mutatingExtracting(droppingFirst: filled * 2)
      let count = try spool.read(from: from, frames: wanted, into: &rest)
      guard count > 0 else { break }
      filled += count
      fetched += count
    }
    var target = block.mutableSpan
    for index in 0..<filled * 2 { target[index] *= gain }
    for index in filled * 2..<Self.blockFrames * 2 { target[index] = 0 }
    limiter.push(block)
  }
}

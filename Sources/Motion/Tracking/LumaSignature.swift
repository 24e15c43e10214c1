public import Pixels

/// What is kept of a frame's luma to compare it with others: means of small blocks, and how
/// often each value occurs.
public struct LumaSignature: Sendable {
  /// Mean of luma, in code values.
  public let mean: Double
  private let columns: Int
  private let blocks: [Float]
  private let histogram: [Int32]
  private let counted: Int

  /// A row has about this many blocks.
  private static let mostColumns = 192

  /// The signature of `plane`; blocks are ten pixels wide at 1080p.
  public init(_ plane: Plane) {
    let side = max(1, Int((Double(plane.width) / Double(Self.mostColumns)).rounded()))
    columns = max(1, plane.width / side)
    let rows = max(1, plane.height / side)
    var sums = [Int32](repeating: 0, count: columns)
    var blocks: [Float] = []
    blocks.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for column in 0..<columns { sums[column] = 0 }
      let lines = min(side, plane.height)
      for y in row * side..<row * side + lines { Self.add(plane, y, side: side, to: &sums) }
      let share = 1 / Float(lines * min(side, plane.width))
      for sum in sums { blocks.append(Float(sum) * share) }
    }
    self.blocks = blocks
    mean = blocks.reduce(0) { $0 + Double($1) } / Double(blocks.count)
    let step = plane.width > 640 ? 2 : 1
    var histogram = [Int32](repeating: 0, count: 256)
    var counted = 0
    for y in stride(from: 0, to: plane.height, by: step) {
      let line = plane.row(y)
      for x in stride(from: 0, to: plane.width, by: step) { histogram[Int(line[x])] += 1 }
      counted += (plane.width + step - 1) / step
    }
    self.histogram = histogram
    self.counted = counted
  }

  private static func add(_ plane: Plane, _ y: Int, side: Int, to sums: inout [Int32]) {
    let line = plane.row(y)
    let width = min(side, plane.width)
    for column in sums.indices {
      let start = line + column &* side
      var sum: Int32 = 0
      for x in 0..<width { sum &+= Int32(start[x]) }
      sums[column] &+= sum
    }
  }

  /// The smallest value that `share` (0…1) of all samples don't exceed.
  public func quantile(_ share: Double) -> Int {
    let wanted = Int((share * Double(counted)).rounded(.up))
    var seen = 0
    for (value, count) in histogram.enumerated() {
      seen += Int(count)
      if seen >= wanted { return value }
    }
    return 255
  }

  /// How far the blocks of two frames of one size lie apart, in code values: on average, and
  /// where they differ most.
  public func difference(from other: LumaSignature) -> (mean: Double, largest: Double) {
    precondition(blocks.count == other.blocks.count, "frames of one film have one size")
    var sum: Float = 0
    var largest: Float = 0
    for index in blocks.indices {
      let difference = (blocks[index] - other.blocks[index]).magnitude
      sum += difference
      largest = max(largest, difference)
    }
    return (Double(sum) / Double(blocks.count), Double(largest))
  }

  /// Share of samples that would have to take another value, to sixteen code values, for both
  /// frames to have the same ones.
  func histogramDistance(from other: LumaSignature) -> Double {
    var distance = 0.0
    for bin in 0..<16 {
      let range = bin * 16..<bin * 16 + 16
      let mine = range.reduce(0) { $0 + Int(histogram[$1]) }
      let others = range.reduce(0) { $0 + Int(other.histogram[$1]) }
      distance +=
        (Double(mine) / Double(counted) - Double(others) / Double(other.counted))
        .magnitude
    }
    return distance / 2
  }
}

internal import Pixels

/// One picture at several blurs, put together by how far each place is from what is in focus.
///
/// Blurs grow evenly with the difference of disparity, as a thin lens has it (Potmesil &
/// Chakravarty 1981); between two of them the picture is mixed.
struct FocusStack: Sendable {
  private let levels: [Picture]
  private let disparity: Field

  private static let steps = 4
  /// Differences of disparity that still look sharp: a subject is, from its front to its back.
  private static let sharpRange: Float = 0.22

  /// Blurs of up to `radius` pixels, for what is seven tenths of the range of disparity away.
  init(_ picture: Picture, disparity: Field, radius: Double) {
    self.disparity = disparity
    levels = (0...Self.steps).map { step in
      let share = radius * Double(step) / Double(Self.steps)
      return step == 0 ? picture : picture.blurred(radius: max(1, Int(share.rounded())))
    }
  }

  /// The picture with what is at `focus` sharp.
  func picture(focus: Double) -> Picture {
    Picture(
      luma: compose(\.luma, focus), cb: compose(\.cb, focus), cr: compose(\.cr, focus),
      alpha: levels[0].alpha.map { _ in compose(\.alpha!, focus) })
  }

  private func compose(_ plane: KeyPath<Picture, Plane>, _ focus: Double) -> Plane {
    let planes = levels.map { $0[keyPath: plane] }
    let size = planes[0].size
    let blur = disparity.map { place in
      let distance = (abs(place - Float(focus)) - Self.sharpRange) / (0.7 - Self.sharpRange)
      return max(0, min(1, distance)) * Float(256 * Self.steps)
    }
    let cells = 16
    let across = (size.width + cells - 1) / cells
    let result = Plane(size: size)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: across + 1) { nodes in
      for y in 0..<size.height {
        let down = (Double(y) + 0.5) / Double(size.height)
        for i in 0...across {
          let place = Double(i * cells) / Double(size.width)
          nodes[i] = Int32(blur.value(atX: place, y: down))
        }
        let rows = planes.map { $0.row(y) }
        rows.withUnsafeBufferPointer { rows in
          Self.mix(rows, by: nodes, into: result.row(y), count: size.width, cells: cells)
        }
      }
    }
    return result
  }

  private static func mix(
    _ rows: UnsafeBufferPointer<UnsafeMutablePointer<UInt8>>,
    by nodes: UnsafeMutableBufferPointer<Int32>, into out: UnsafeMutablePointer<UInt8>,
    count: Int, cells: Int
  ) {
    for x in 0..<count {
      let (cell, part) = (x / cells, Int32(truncatingIfNeeded: x % cells))
      let blur = nodes[cell] &+ (nodes[cell + 1] &- nodes[cell]) &* part / Int32(cells)
      let level = min(Int(blur >> 8), steps - 1)
      let share = blur &- Int32(level) &* 256
      let (near, far) = (Int32(rows[level][x]), Int32(rows[level + 1][x]))
      out[x] = UInt8(truncatingIfNeeded: near &+ ((far &- near) &* share &+ 128) &>> 8)
    }
  }
}

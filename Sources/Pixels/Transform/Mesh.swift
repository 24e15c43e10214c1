internal import CKernels

/// A bent map from a rectangle of a frame to a source: given at nodes every eight luma pixels,
/// straight between them.
public struct Mesh: Sendable {
  /// The part of the frame that it covers.
  public let rect: PixelRect
  /// Nodes across and down, one more than there are cells; cells across are even in number.
  public let columns, rows: Int
  /// Where each node reads, in luma pixels of the source, row after row.
  public private(set) var xs, ys: [Float]

  /// Luma pixels from one node to the next.
  public static let step = 8

  /// The map that sends each node of `rect` to `place(x, y)`; its corner lies on even pixels.
  public init(rect: PixelRect, _ place: (Double, Double) -> (x: Double, y: Double)) {
    self.rect = rect
    columns = (rect.width + 2 * Self.step - 1) / (2 * Self.step) * 2 + 1
    rows = (rect.height + Self.step - 1) / Self.step + 1
    xs = [Float](repeating: 0, count: columns * rows)
    ys = xs
    for row in 0..<rows {
      for column in 0..<columns {
        let node = place(
          Double(rect.x + column * Self.step), Double(rect.y + row * Self.step))
        xs[row * columns + column] = Float(node.x)
        ys[row * columns + column] = Float(node.y)
      }
    }
  }
}

extension Mesh {
  /// The same rectangle, each node reading at `place(x, y)` of where it read.
  public func moved(_ place: (Double, Double) -> (x: Double, y: Double)) -> Mesh {
    var mesh = self
    for i in xs.indices {
      let node = place(Double(xs[i]), Double(ys[i]))
      mesh.xs[i] = Float(node.x)
      mesh.ys[i] = Float(node.y)
    }
    return mesh
  }

  /// Whether a block, sixteen pixels across and eight down, reads elsewhere than in `other`.
  public func differs(from other: Mesh, _ row: Int, _ column: Int) -> Bool {
    (row...row + 1).contains { y in
      (2 * column...2 * column + 2).contains { x in
        let node = y * columns + x
        return xs[node] != other.xs[node] || ys[node] != other.ys[node]
      }
    }
  }
}

/// Source places, in 1/256 samples, for rows of output samples of one plane.
struct MeshSpan {
  private let mesh: Mesh
  private let grids: PlaneGrids
  private let maxX, maxY: Int32
  /// Samples to a cell.
  let perCell: Int

  init(_ mesh: Mesh, source: Plane, on grids: PlaneGrids) {
    self.mesh = mesh
    self.grids = grids
    perCell = Mesh.step / Int(grids.across.spacing)
    maxX = Int32((source.width - 1) * 256)
    maxY = Int32((source.height - 1) * 256)
  }

  /// Samples that `fill` writes for all cells of a row.
  var count: Int { (mesh.columns - 1) * perCell }

  /// The places of output row `y`, counted from the top of the mesh's rectangle, in `cells`.
  func fill(
    _ xs: UnsafeMutablePointer<Int32>, _ ys: UnsafeMutablePointer<Int32>, row y: Int,
    cells: Range<Int>
  ) {
    let down = grids.down.spacing * Double(y) + grids.down.origin
    let row = min(Int(down) / Mesh.step, mesh.rows - 2)
    let share = Float((down - Double(row * Mesh.step)) / Double(Mesh.step))
    let first = row * mesh.columns + cells.lowerBound
    mesh.xs.withUnsafeBufferPointer {
      fill(
        xs, $0.baseAddress! + first, cells.count, share: share, on: grids.across, limit: maxX)
    }
    mesh.ys.withUnsafeBufferPointer {
      fill(ys, $0.baseAddress! + first, cells.count, share: share, on: grids.down, limit: maxY)
    }
  }

  /// 1/65536 samples inside, so that a cell's steps round no sooner than its result does.
  private func fill(
    _ places: UnsafeMutablePointer<Int32>, _ upper: UnsafePointer<Float>, _ cells: Int,
    share: Float, on grid: SampleGrid, limit: Int32
  ) {
    let lower = upper + mesh.columns
    let scale = Float(65536 / grid.spacing)
    let origin = Float(grid.origin)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: cells + 1) { line in
      let line = line.baseAddress!
      for i in 0...cells {
        let place = upper[i] + (lower[i] - upper[i]) * share - origin
        line[i] = Int32(max(-8192, min(16384, place)) * scale)
      }
      kn_mesh_places(line, Int32(cells), Int32(perCell), limit, places)
    }
  }
}

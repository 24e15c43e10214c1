internal import CKernels

/// Catmull-Rom weights for the 256 sub-pixel phases, four to a row, 14-bit, each row summing
/// to one.
let catmullRomPhases: [Int16] = {
  var phases: [Int16] = []
  for phase in 0..<256 {
    let t = Double(phase) / 256
    let table = FilterTable(outputs: 0..<1, scale: 1, offset: 8 + t, inputs: 32)
    phases += table.weights
  }
  return phases
}()

extension Plane {
  /// Writes `rect` of this plane from `source`, a bordered plane, through `map` from this
  /// plane's luma positions to the source's. Places outside the source read its edge.
  func warp(
    _ source: Plane, by map: Projection, in rect: PixelRect, grids: PlaneGrids,
    sourceGrids: PlaneGrids
  ) {
    precondition(
      rect.x >= 0 && rect.y >= 0 && rect.maxX <= width && rect.maxY <= height,
      "a rectangle inside the plane")
    let count = rect.width
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * count) { places in
      let xs = places.baseAddress!
      let ys = xs + count
      let span = WarpSpan(source: source, map: map, from: grids, to: sourceGrids)
      for y in rect.y..<rect.maxY {
        span.fill(xs, ys, row: y, columns: rect.x..<rect.maxX)
        catmullRomPhases.withUnsafeBufferPointer { phases in
          kn_sample_4x4(
            source.base, Int32(source.stride), xs, ys, phases.baseAddress!,
            row(y) + rect.x, Int32(count))
        }
      }
    }
  }
}

/// The grids of one plane, across and down.
struct PlaneGrids {
  let across: SampleGrid
  let down: SampleGrid

  static let full = PlaneGrids(across: .luma, down: .luma)
  static let halved = PlaneGrids(across: .halvedAcross, down: .halvedDown)
}

/// Source places, in 1/256 samples, for a row of output samples.
private struct WarpSpan {
  let map: Projection
  let grids: PlaneGrids
  let maxX: Double
  let maxY: Double

  init(source: Plane, map: Projection, from grids: PlaneGrids, to sourceGrids: PlaneGrids) {
    let across = sourceGrids.across
    let down = sourceGrids.down
    let toSamples = Projection(
      (256 / across.spacing, 0, -256 * across.origin / across.spacing),
      (0, 256 / down.spacing, -256 * down.origin / down.spacing))
    self.map = toSamples.after(map)
    self.grids = grids
    maxX = Double((source.width - 1) * 256)
    maxY = Double((source.height - 1) * 256)
  }

  func fill(
    _ xs: UnsafeMutablePointer<Int32>, _ ys: UnsafeMutablePointer<Int32>, row: Int,
    columns: Range<Int>
  ) {
    let y = grids.down.spacing * Double(row) + grids.down.origin
    let x = grids.across.spacing * Double(columns.lowerBound) + grids.across.origin
    let step = grids.across.spacing
    var line = kn_line(
      x0: map.m00 * x + map.m01 * y + map.m02, dx: map.m00 * step,
      y0: map.m10 * x + map.m11 * y + map.m12, dy: map.m10 * step,
      w0: map.m20 * x + map.m21 * y + map.m22, dw: map.m20 * step, max_x: maxX, max_y: maxY)
    kn_places(&line, xs, ys, Int32(columns.count))
  }
}

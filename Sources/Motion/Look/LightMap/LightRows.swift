internal import CKernels

/// Buffers with which light meets the fine rows of a frame.
struct LightRows {
  private var cells: [Float]
  private var light: [Float]
  private var tintCb: [Float]
  private var tintCr: [Float]

  init(width: Int, map: LightMap) {
    cells = [Float](repeating: 0, count: map.width)
    light = [Float](repeating: 0, count: width)
    tintCb = light
    tintCr = light
  }

  /// Lights chroma row `row`, whose two luma rows are not lit yet.
  mutating func addTint(
    _ map: LightMap, row: Int, cb: inout [Int16], cr: inout [Int16], y0: [Int16], y1: [Int16],
    count: Int
  ) {
    let y = (Float(row) + 0.5) / 2 - 0.5
    let (w, h, n) = (Int32(map.width), Int32(map.height), Int32(count))
    kn_row_between(map.light, w, h, y, &cells)
    kn_spread(cells, w, 2, 1, &light, n)
    kn_row_between(map.cb, w, h, y, &cells)
    kn_spread(cells, w, 2, 1, &tintCb, n)
    kn_row_between(map.cr, w, h, y, &cells)
    kn_spread(cells, w, 2, 1, &tintCr, n)
    kn_add_tint(&cb, &cr, y0, y1, light, tintCb, tintCr, n)
  }

  /// Lights luma row `row`.
  mutating func addLight(_ map: LightMap, row: Int, to fine: inout [Int16], count: Int) {
    let y = (Float(row) + 0.5) / 4 - 0.5
    kn_row_between(map.light, Int32(map.width), Int32(map.height), y, &cells)
    kn_spread(cells, Int32(map.width), 4, 0, &light, Int32(count))
    kn_add_light(&fine, light, Int32(count))
  }
}

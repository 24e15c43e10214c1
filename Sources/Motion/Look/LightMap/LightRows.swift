internal import CKernels
internal import Pixels

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

extension LightMap {
  /// Adds this light to a 4:2:0 picture, in place.
  func shine(over picture: Picture, _ dither: Dither) {
    var rows = LightRows(width: picture.size.width, map: self)
    let (width, across) = (picture.size.width, picture.cb.width)
    var y0 = [Int16](repeating: 0, count: 2 * across)
    var y1 = y0
    var blue = [Int16](repeating: 0, count: across)
    var red = blue
    for row in 0..<picture.cb.height {
      let (top, bottom) = (2 * row, min(2 * row + 1, picture.size.height - 1))
      kn_refine(picture.luma.row(top), &y0, Int32(width))
      kn_refine(picture.luma.row(bottom), &y1, Int32(width))
      if width & 1 == 1 { (y0[width], y1[width]) = (y0[width - 1], y1[width - 1]) }
      kn_refine(picture.cb.row(row), &blue, Int32(across))
      kn_refine(picture.cr.row(row), &red, Int32(across))
      rows.addTint(self, row: row, cb: &blue, cr: &red, y0: y0, y1: y1, count: across)
      rows.addLight(self, row: top, to: &y0, count: width)
      rows.addLight(self, row: bottom, to: &y1, count: width)
      finish(blue, dither.row(row, plane: 1), picture.cb, row)
      finish(red, dither.row(row, plane: 2), picture.cr, row)
      finish(y0, dither.row(top), picture.luma, top)
      if bottom > top { finish(y1, dither.row(bottom), picture.luma, bottom) }
    }
  }

  private func finish(_ fine: [Int16], _ thresholds: [UInt8], _ plane: Plane, _ row: Int) {
    kn_finish(fine, 0, nil, nil, 0, fine, 1, thresholds, plane.row(row), Int32(plane.width))
  }
}

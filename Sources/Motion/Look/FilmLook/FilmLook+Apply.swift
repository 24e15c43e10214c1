internal import CKernels
public import MediaTime
public import Pixels

extension FilmLook {
  /// Gives `picture` this look in place: 4:2:0, of the look's size; alpha stays.
  ///
  /// `index` is the frame's number, which grain depends on, and `time` its distance from the
  /// shot's start, which leaks follow. The result depends on nothing else.
  public func apply(to picture: Picture, frame index: Int, at time: MediaTime) {
    precondition(picture.size == size && !picture.isFullChroma, "a 4:2:0 frame of the look's size")
    guard !isIdentity else { return }
    let light = strayLight(of: picture, at: time)
    var sweep = Sweep(self, picture, light, frame: index)
    for row in 0..<picture.cb.height { sweep.run(row) }
  }

  private func strayLight(of picture: Picture, at time: MediaTime) -> LightMap? {
    guard glow != nil || leak != nil else { return nil }
    return (glow ?? Glow(bloom: 0, halation: 0))
      .map(of: picture, table: table, extra: leak?.map(over: size, at: time))
  }
}

/// One pass over a frame, two rows of luma and one of chroma at a time.
private struct Sweep {
  private let look: FilmLook
  private let picture: Picture
  private let light: LightMap?
  private let frame: Int
  private let width: Int
  private let chromaWidth: Int
  private var y0: [Int16]
  private var y1: [Int16]
  private var cb: [Int16]
  private var cr: [Int16]
  private var gains: [Int16]
  private var lightRows: LightRows?

  init(_ look: FilmLook, _ picture: Picture, _ light: LightMap?, frame: Int) {
    self.look = look
    self.picture = picture
    self.light = light
    self.frame = frame
    width = picture.size.width
    chromaWidth = picture.cb.width
    y0 = [Int16](repeating: 0, count: 2 * chromaWidth)
    y1 = y0
    cb = [Int16](repeating: 0, count: chromaWidth)
    cr = cb
    gains = y0
    lightRows = light.map { LightRows(width: width, map: $0) }
  }

  mutating func run(_ row: Int) {
    let (top, bottom) = (2 * row, min(2 * row + 1, picture.size.height - 1))
    grade(row, top, bottom)
    if let light {
      lightRows?.addTint(
        light, row: row, cb: &cb, cr: &cr, y0: y0, y1: y1, count: chromaWidth)
      lightRows?.addLight(light, row: top, to: &y0, count: width)
      lightRows?.addLight(light, row: bottom, to: &y1, count: width)
    }
    finishChroma(row)
    finishLuma(top, y0)
    if bottom > top { finishLuma(bottom, y1) }
  }

  private mutating func grade(_ row: Int, _ top: Int, _ bottom: Int) {
    let (luma0, luma1) = (picture.luma.row(top), picture.luma.row(bottom))
    let (blue, red) = (picture.cb.row(row), picture.cr.row(row))
    if let table = look.table {
      kn_grade(
        luma0, luma1, blue, red, table.luma, table.chroma, GradeTable.weights, &y0, &y1, &cb, &cr,
        Int32(width))
    } else {
      kn_refine(luma0, &y0, Int32(width))
      kn_refine(luma1, &y1, Int32(width))
      kn_refine(blue, &cb, Int32(chromaWidth))
      kn_refine(red, &cr, Int32(chromaWidth))
    }
    if width & 1 == 1 {
      y0[width] = y0[width - 1]
      y1[width] = y1[width - 1]
    }
  }

  private mutating func finishLuma(_ row: Int, _ fine: [Int16]) {
    look.vignette?.gains(row: row, into: &gains)
    let grain = look.grain.map { $0.tile.row(row, frame: frame, plane: 0, count: width) }
    kn_finish(
      fine, 1024, look.vignette == nil ? nil : gains, grain, Int32(look.grain?.strength ?? 0),
      fine, 1, look.dither.row(row), picture.luma.row(row), Int32(width))
  }

  private mutating func finishChroma(_ row: Int) {
    look.vignette?.chromaGains(row: row, into: &gains)
    let gains = look.vignette == nil ? nil : self.gains
    for (plane, target) in [picture.cb, picture.cr].enumerated() {
      let strength = (look.grain?.strength ?? 0) * (plane == 0 ? 5 : 4) / 16
      let grain =
        look.hasColorGrain
        ? look.grain.map { $0.tile.row(row, frame: frame, plane: plane + 1, count: chromaWidth) }
        : nil
      kn_finish(
        plane == 0 ? cb : cr, 8192, gains, grain, Int32(strength), y0, 2,
        look.dither.row(row, plane: plane + 1), target.row(row), Int32(chromaWidth))
    }
  }
}

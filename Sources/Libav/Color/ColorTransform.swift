import Pixels

/// From one Y′CbCr to BT.709, 8 bits, limited range, in fixed point.
///
/// A grey stays grey in every matrix, so chroma does not depend on luma and keeps its own
/// resolution; luma takes a small share of chroma (ITU-R BT.601, BT.709, BT.2020).
struct ColorTransform {
  private static let shift: Int32 = 14
  /// Shares of luma and both chroma in luma, and a constant that holds offsets and rounding.
  /// Shares fit 16 bits, for which every processor multiplies many at once.
  private let luma: (y: Int16, cb: Int16, cr: Int16, offset: Int32)
  private let blue: (cb: Int16, cr: Int16, offset: Int32)
  private let red: (cb: Int16, cr: Int16, offset: Int32)

  init(from space: ColorSpace) {
    let (kr, kb) = space.matrix.weights
    let kg = 1 - kr - kb
    let (r, b) = ColorSpace.Matrix.bt709.weights
    let g = 1 - r - b
    // R, G and B less luma, by one unit of source Cb and of source Cr.
    let perBlue = ColorTransform.narrowed(
      red: 0, green: -2 * kb * (1 - kb) / kg, blue: 2 * (1 - kb), space)
    let perRed = ColorTransform.narrowed(
      red: 2 * (1 - kr), green: -2 * kr * (1 - kr) / kg, blue: 0, space)
    let yFromBlue = r * perBlue.red + g * perBlue.green + b * perBlue.blue
    let yFromRed = r * perRed.red + g * perRed.green + b * perRed.blue
    let lumaScale = space.isFullRange ? 219.0 / 255 : 1
    let chromaScale = space.isFullRange ? 224.0 / 255 : 1
    let mixed = space.isFullRange ? 219.0 / 255 : 219.0 / 224
    let one = Double(Int32(1) << ColorTransform.shift)
    func fixed(_ value: Double) -> Int32 { Int32((value * one).rounded()) }

    let half = Int32(1) << (ColorTransform.shift - 1)
    let y = fixed(lumaScale)
    let (yb, yr) = (fixed(yFromBlue * mixed), fixed(yFromRed * mixed))
    let black: Int32 = space.isFullRange ? 0 : 16
    luma = (
      Int16(y), Int16(yb), Int16(yr),
      (16 << ColorTransform.shift) - y * black - (yb + yr) * 128 + half
    )
    let bb = fixed((perBlue.blue - yFromBlue) / (2 * (1 - b)) * chromaScale)
    let br = fixed((perRed.blue - yFromRed) / (2 * (1 - b)) * chromaScale)
    blue = (Int16(bb), Int16(br), (128 << ColorTransform.shift) - (bb + br) * 128 + half)
    let rb = fixed((perBlue.red - yFromBlue) / (2 * (1 - r)) * chromaScale)
    let rr = fixed((perRed.red - yFromRed) / (2 * (1 - r)) * chromaScale)
    red = (Int16(rb), Int16(rr), (128 << ColorTransform.shift) - (rb + rr) * 128 + half)
  }

  /// Differences from grey in BT.709's primaries, right to the first order (ITU-R BT.2087).
  private static func narrowed(
    red: Double, green: Double, blue: Double, _ space: ColorSpace
  ) -> (red: Double, green: Double, blue: Double) {
    guard space.hasWidePrimaries else { return (red, green, blue) }
    return (
      1.6605 * red - 0.5877 * green - 0.0728 * blue,
      -0.1246 * red + 1.1330 * green - 0.0084 * blue,
      -0.0182 * red - 0.1006 * green + 1.1188 * blue
    )
  }

  /// The picture in BT.709; `source` may be overwritten where `inPlace` says so.
  func apply(to source: Picture, inPlace: Bool) -> Picture {
    let target =
      inPlace
      ? source
      : Picture(
        luma: Plane(size: source.size), cb: Plane(size: source.cb.size),
        cr: Plane(size: source.cr.size), alpha: source.alpha)
    for y in 0..<source.size.height {
      if source.isFullChroma {
        fullLuma(source, target, row: y)
        chroma(source, target, row: y)
      } else {
        halfLuma(source, target, row: y)
        if y & 1 == 1 || y == source.size.height - 1 { chroma(source, target, row: y >> 1) }
      }
    }
    return target
  }

  private func fullLuma(_ source: Picture, _ target: Picture, row: Int) {
    let (y, cb, cr) = (source.luma.row(row), source.cb.row(row), source.cr.row(row))
    let out = target.luma.row(row)
    let (a, b, c, d) = (Int32(luma.y), Int32(luma.cb), Int32(luma.cr), luma.offset)
    for x in 0..<source.size.width {
      let mixed = a &* Int32(y[x]) &+ b &* Int32(cb[x]) &+ c &* Int32(cr[x]) &+ d
      out[x] = ColorTransform.clamp(mixed >> ColorTransform.shift)
    }
  }

  /// Luma beside 4:2:0 chroma sited to the left: odd columns lie between two chroma samples.
  private func halfLuma(_ source: Picture, _ target: Picture, row: Int) {
    let (y, out) = (source.luma.row(row), target.luma.row(row))
    let (cb, cr) = (source.cb.row(row >> 1), source.cr.row(row >> 1))
    let (a, b, c, d) = (Int32(luma.y), Int32(luma.cb), Int32(luma.cr), luma.offset)
    let (width, last) = (source.size.width, source.cb.width - 1)
    for x in 0..<width / 2 {
      let next = min(x &+ 1, last)
      let left = b &* Int32(cb[x]) &+ c &* Int32(cr[x])
      let right = b &* Int32(cb[next]) &+ c &* Int32(cr[next])
      let even = a &* Int32(y[2 &* x]) &+ left &+ d
      let odd = a &* Int32(y[2 &* x &+ 1]) &+ (left &+ right) / 2 &+ d
      out[2 &* x] = ColorTransform.clamp(even >> ColorTransform.shift)
      out[2 &* x &+ 1] = ColorTransform.clamp(odd >> ColorTransform.shift)
    }
    guard width & 1 == 1 else { return }
    let mixed =
      a &* Int32(y[width - 1]) &+ b &* Int32(cb[last]) &+ c &* Int32(cr[last]) &+ d
    out[width - 1] = ColorTransform.clamp(mixed >> ColorTransform.shift)
  }

  private func chroma(_ source: Picture, _ target: Picture, row: Int) {
    let (cb, cr) = (source.cb.row(row), source.cr.row(row))
    let (outBlue, outRed) = (target.cb.row(row), target.cr.row(row))
    let (blue, red) = (blue, red)
    for x in 0..<source.cb.width {
      let (u, v) = (Int32(cb[x]), Int32(cr[x]))
      let newBlue = Int32(blue.cb) &* u &+ Int32(blue.cr) &* v &+ blue.offset
      let newRed = Int32(red.cb) &* u &+ Int32(red.cr) &* v &+ red.offset
      outBlue[x] = ColorTransform.clamp(newBlue >> ColorTransform.shift)
      outRed[x] = ColorTransform.clamp(newRed >> ColorTransform.shift)
    }
  }

  @inline(__always) private static func clamp(_ value: Int32) -> UInt8 {
    UInt8(truncatingIfNeeded: max(0, min(255, value)))
  }
}

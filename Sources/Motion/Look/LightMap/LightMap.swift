internal import CKernels
internal import Pixels

/// Light to be added over a frame, a quarter of its size both ways, with its colour.
///
/// Light is linear under the square of the signal, so that the sum with a sample of level y is
/// √(y² + light); `cb` and `cr` carry light times the ratio of its colour to its level.
struct LightMap: Sendable {
  let width: Int
  let height: Int
  var light: [Float]
  var cb: [Float]
  var cr: [Float]

  /// No light over a frame of `size` pixels, `scale` pixels to a cell.
  init(over size: PixelSize, scale: Int = 4) {
    self.init(width: max(1, size.width / scale), height: max(1, size.height / scale))
  }

  init(width: Int, height: Int) {
    (self.width, self.height) = (width, height)
    light = [Float](repeating: 0, count: width * height)
    cb = light
    cr = light
  }

  /// Half the size both ways, softened by 1-4-6-4-1.
  func halved() -> LightMap {
    var half = LightMap(width: (width + 1) / 2, height: (height + 1) / 2)
    var scratch = [Float](repeating: 0, count: width + 4)
    let (w, h) = (Int32(width), Int32(height))
    kn_halve(light, w, h, &scratch, &half.light)
    kn_halve(cb, w, h, &scratch, &half.cb)
    kn_halve(cr, w, h, &scratch, &half.cr)
    return half
  }

  /// Keeps a share of this light and adds a share of a map of half the size.
  mutating func add(_ half: LightMap, keep: Float, weight: Float) {
    var scratch = [Float](repeating: 0, count: half.width + 2)
    let (w, h, tw, th) = (Int32(half.width), Int32(half.height), Int32(width), Int32(height))
    kn_double(half.light, w, h, keep, weight, &scratch, &light, tw, th)
    kn_double(half.cb, w, h, keep, weight, &scratch, &cb, tw, th)
    kn_double(half.cr, w, h, keep, weight, &scratch, &cr, tw, th)
  }
}

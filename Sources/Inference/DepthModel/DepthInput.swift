internal import Pixels

/// A picture as Depth Anything V2 takes it (Yang et al. 2024, and the DPT of Ranftl et al. 2021
/// that it is built on).
enum DepthInput {
  /// Sides are multiples of the patches that the model cuts pictures into.
  static let patch = 14
  /// The shorter side, as it was trained.
  static let shorterSide = 37 * patch
  /// The longer side of a panorama, past which the shorter one shrinks instead.
  static let longerSide = 2 * shorterSide
  /// ImageNet's means and deviations of red, green and blue.
  static let mean: [Float] = [0.485, 0.456, 0.406]
  static let deviation: [Float] = [0.229, 0.224, 0.225]

  /// The size that `picture` is brought to: its own shape where the model leaves both sides
  /// open, and otherwise what the model asks for.
  static func size(for picture: PixelSize, width: Int?, height: Int?) -> PixelSize {
    if let width, let height { return PixelSize(width: width, height: height) }
    let (across, down) = (Double(picture.width), Double(picture.height))
    let scale =
      if let width {
        Double(width) / across
      } else if let height {
        Double(height) / down
      } else {
        min(Double(shorterSide) / min(across, down), Double(longerSide) / max(across, down))
      }
    return PixelSize(
      width: width ?? patches(across * scale), height: height ?? patches(down * scale))
  }

  private static func patches(_ side: Double) -> Int {
    let most = longerSide / patch
    return patch * max(1, min(most, Int((side / Double(patch)).rounded())))
  }

  /// Red, then green, then blue, row after row, as differences from the mean in deviations.
  static func values(of picture: Picture, at size: PixelSize) -> [Float] {
    let small = Picture(luma: Plane(size: size), cb: Plane(size: size), cr: Plane(size: size))
    small.draw(
      picture,
      through: .scale(
        Double(picture.size.width) / Double(size.width),
        Double(picture.size.height) / Double(size.height)),
      in: PixelRect(size))
    var values = [Float](repeating: 0, count: 3 * size.area)
    for y in 0..<size.height {
      let (luma, cb, cr) = (small.luma.row(y), small.cb.row(y), small.cr.row(y))
      for x in 0..<size.width {
        let color = rgb(luma[x], cb[x], cr[x])
        for channel in 0..<3 {
          let value = max(0, min(1, color[channel]))
          values[channel * size.area + y * size.width + x] =
            (value - mean[channel]) / deviation[channel]
        }
      }
    }
    return values
  }

  /// Red, green and blue of BT.709's samples, black 0, white 1.
  private static func rgb(_ y: UInt8, _ cb: UInt8, _ cr: UInt8) -> SIMD3<Float> {
    let luma = (Float(y) - 16) / 219
    let (b, r) = ((Float(cb) - 128) / 224, (Float(cr) - 128) / 224)
    let (red, blue) = (luma + 1.5748 * r, luma + 1.8556 * b)
    return SIMD3(red, (luma - 0.2126 * red - 0.0722 * blue) / 0.7152, blue)
  }
}

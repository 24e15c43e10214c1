internal import Foundation
internal import Pixels

extension Canvas {
  /// The sheet as a picture in Y′CbCr: highlights bent into range, sRGB's curve, BT.709, a
  /// dither of one step so that smooth skies show no bands. Where the sheet is clear its colours
  /// go on beyond the edges (push-pull, Gortler et al. 1996).
  func developed(isOpaque: Bool) -> Picture {
    let colours = encoded(isOpaque: isOpaque)
    let picture = Picture(size: size, hasAlpha: !isOpaque)
    let dither = DitherTile.shared
    for y in 0..<height {
      let row = picture.luma.row(y)
      let alpha = picture.alpha?.row(y)
      for x in 0..<width {
        let colour = colours[y * width + x]
        let luma = 16 + 219 * Light(colour.x, colour.y, colour.z).luminance
        row[x] = UInt8(min(max(luma + dither.at(x, y), 16), 235))
        alpha?[x] = UInt8(min(max(colour.w * 255 + 0.5, 0), 255))
      }
    }
    developChroma(colours, into: picture, dither: dither)
    return picture
  }

  /// Chroma of 4:2:0 sited to the left: three columns (1 2 1) of two rows.
  private func developChroma(_ colours: [SIMD4<Float>], into picture: Picture, dither: DitherTile) {
    for cy in 0..<picture.cb.height {
      let (cb, cr) = (picture.cb.row(cy), picture.cr.row(cy))
      let rows = [2 * cy * width, min(2 * cy + 1, height - 1) * width]
      for cx in 0..<picture.cb.width {
        let (left, centre, right) = (max(2 * cx - 1, 0), 2 * cx, min(2 * cx + 1, width - 1))
        var sum = SIMD4<Float>.zero
        for row in rows {
          sum += colours[row + left] + colours[row + centre] * 2 + colours[row + right]
        }
        let colour = Light(sum.x, sum.y, sum.z) / 8
        let luma = colour.luminance
        let blue = 128 + 224 * (colour.z - luma) / 1.8556
        let red = 128 + 224 * (colour.x - luma) / 1.5748
        cb[cx] = UInt8(min(max(blue + dither.at(cx + 89, cy + 37), 16), 240))
        cr[cx] = UInt8(min(max(red + dither.at(cx + 41, cy + 101), 16), 240))
      }
    }
  }

  /// Every pixel's sRGB values, not premultiplied, and its alpha.
  private func encoded(isOpaque: Bool) -> [SIMD4<Float>] {
    var result = pixels
    let curve = Canvas.curve
    let behind = isOpaque ? [] : spread().map { curve.value($0.light) }
    for y in 0..<height {
      let cells = (y / 4) * ((width + 3) / 4)
      for x in 0..<width {
        let pixel = result[y * width + x]
        let alpha = min(pixel.w, 1)
        let colour =
          alpha > 0.02 || isOpaque
          ? curve.value(pixel.light / max(alpha, 1e-4)) : behind[cells + x / 4]
        result[y * width + x] = SIMD4(colour, alpha)
      }
    }
    return result
  }

  /// Colours for clear places, at a quarter of the size: each the nearest that isn't clear.
  private func spread() -> [SIMD4<Float>] {
    var levels = [halved().halved()]
    while levels[levels.count - 1].width > 1 || levels[levels.count - 1].height > 1 {
      levels.append(levels[levels.count - 1].halved())
    }
    for level in levels.indices.reversed() {
      let (width, height) = (levels[level].width, levels[level].height)
      for y in 0..<height {
        for x in 0..<width {
          let pixel = levels[level].pixels[y * width + x]
          let share = min(pixel.w * 8, 1)
          let own = pixel.light / max(pixel.w, 1e-4)
          var light = own
          if share < 1, level + 1 < levels.count {
            let coarse = levels[level + 1]
            light = coarse.pixels[(y / 2) * coarse.width + x / 2].light.mixed(own, share)
          }
          levels[level].pixels[y * width + x] = SIMD4(light, 1)
        }
      }
    }
    return levels[0].pixels
  }

  private static let curve = FilmCurve()
}

/// From light to an sRGB value: straight up to a knee, then bending so that no highlight is cut
/// off.
private struct FilmCurve: Sendable {
  private let table: [Float]

  init() {
    table = (0...4096).map { index in
      let root = Float(index) / 512
      return Light.encode(FilmCurve.shoulder(root * root))
    }
  }

  func value(_ light: Float) -> Float {
    let place = max(light, 0).squareRoot() * 512
    guard place < 4095 else { return 1 }
    let index = Int(place)
    return table[index] + (table[index + 1] - table[index]) * (place - Float(index))
  }

  func value(_ light: Light) -> Light {
    Light(value(light.x), value(light.y), value(light.z))
  }

  private static func shoulder(_ x: Float) -> Float {
    let knee: Float = 0.6
    return x > knee ? knee + (1 - knee) * (1 - exp(-(x - knee) / (1 - knee))) : x
  }
}

/// A triangular dither around 0.5, for rounding down, on a tile that is laid over and over.
private struct DitherTile: Sendable {
  static let shared = DitherTile()
  private static let side = 128
  private let values: [Float]

  init() {
    let noise = Noise(0x5EED)
    values = (0..<DitherTile.side * DitherTile.side).map { i in
      let (x, y) = (i % DitherTile.side, i / DitherTile.side)
      return 0.5 + (noise.random(x, y) - noise.random(x + 7919, y + 104_729)) * 0.75
    }
  }

  func at(_ x: Int, _ y: Int) -> Float {
    let side = DitherTile.side
    return values[(y & (side - 1)) * side + (x & (side - 1))]
  }
}

import Pixels

extension Surface {
  /// The drawing as Y′CbCr 4:4:4, BT.709 limited range, colour not premultiplied.
  ///
  /// Where nothing was drawn the colour is `background`, so that a sampler between pixels
  /// mixes in no foreign hue.
  borrowing func picture(background: TextColor) -> Picture? {
    let size = PixelSize(width: width, height: height)
    let (width, height, stride) = (width, height, stride)
    let planes = (0..<4).map { _ in Plane(size: size) }
    let empty = YCbCr(
      red: background.red, green: background.green, blue: background.blue)
    return withBytes { bytes in
      bytes.withMemoryRebound(to: UInt32.self, capacity: stride / 4 * height) { pixels in
        for y in 0..<height {
          let rows = StraightRow(
            luma: planes[0].row(y), cb: planes[1].row(y), cr: planes[2].row(y),
            alpha: planes[3].row(y))
          rows.fill(from: pixels + y * (stride / 4), count: width, empty: empty)
        }
      }
      return Picture(luma: planes[0], cb: planes[1], cr: planes[2], alpha: planes[3])
    }
  }
}

/// One row of the four planes of a picture with alpha.
private struct StraightRow {
  let luma: UnsafeMutablePointer<UInt8>
  let cb: UnsafeMutablePointer<UInt8>
  let cr: UnsafeMutablePointer<UInt8>
  let alpha: UnsafeMutablePointer<UInt8>

  /// Fixed point with 16 bits behind the point (ITU-R BT.709, section 3).
  func fill(from pixels: UnsafePointer<UInt32>, count: Int, empty: YCbCr) {
    for x in 0..<count {
      let pixel = pixels[x]
      let opacity = pixel &>> 24
      alpha[x] = UInt8(truncatingIfNeeded: opacity)
      if opacity == 0 {
        (luma[x], cb[x], cr[x]) = (empty.y, empty.cb, empty.cr)
        continue
      }
      var (r, g, b) = (pixel &>> 16 & 255, pixel &>> 8 & 255, pixel & 255)
      if r == g, g == b {
        let grey = opacity < 255 ? min((r &* 510 &+ opacity) / (opacity &* 2), 255) : r
        luma[x] = UInt8(truncatingIfNeeded: (56284 &* grey &+ 1_081_344) &>> 16)
        (cb[x], cr[x]) = (128, 128)
        continue
      }
      if opacity < 255 {
        r = min((r &* 510 &+ opacity) / (opacity &* 2), 255)
        g = min((g &* 510 &+ opacity) / (opacity &* 2), 255)
        b = min((b &* 510 &+ opacity) / (opacity &* 2), 255)
      }
      let (red, green, blue) = (
        Int32(truncatingIfNeeded: r), Int32(truncatingIfNeeded: g),
        Int32(truncatingIfNeeded: b)
      )
      let y = 11966 &* red &+ 40254 &* green &+ 4064 &* blue
      let u = -6596 &* red &- 22189 &* green &+ 28785 &* blue
      let v = 28785 &* red &- 26145 &* green &- 2640 &* blue
      luma[x] = UInt8(truncatingIfNeeded: (y &+ 1_081_344) &>> 16)
      cb[x] = UInt8(truncatingIfNeeded: (u &+ 8_421_376) &>> 16)
      cr[x] = UInt8(truncatingIfNeeded: (v &+ 8_421_376) &>> 16)
    }
  }
}

import Pixels

extension Surface {
  /// The drawing as it is, premultiplied, in Y′CbCr 4:4:4, BT.709 limited range; turned a quarter
  /// clockwise where asked.
  borrowing func premultiplied(isTurned: Bool) -> PremultipliedPicture? {
    let (width, height, pitch) = (width, height, stride / 4)
    return withBytes { bytes in
      bytes.withMemoryRebound(to: UInt32.self, capacity: pitch * height) { pixels in
        var isGrey = true
        for y in 0..<height where isGrey {
          isGrey = Self.isGrey(pixels + y * pitch, count: width)
        }
        let size =
          isTurned
          ? PixelSize(width: height, height: width) : PixelSize(width: width, height: height)
        let picture = PremultipliedPicture(size: size, isGrey: isGrey)
        for y in 0..<size.height {
          let source = isTurned ? pixels + (height - 1) * pitch + y : pixels + y * pitch
          Self.fill(
            picture.row(y, from: 0), from: source, step: isTurned ? -pitch : 1, count: size.width)
        }
        return picture
      }
    }
  }

  private static func isGrey(_ pixels: UnsafePointer<UInt32>, count: Int) -> Bool {
    var difference: UInt32 = 0
    for x in 0..<count {
      difference |= (pixels[x] ^ pixels[x] &>> 8) & 0xFFFF
    }
    return difference == 0
  }

  /// Fixed point with 16 bits behind the point (ITU-R BT.709, section 3).
  private static func fill(
    _ row: PremultipliedPicture.Row, from pixels: UnsafePointer<UInt32>, step: Int, count: Int
  ) {
    for x in 0..<count {
      let pixel = pixels[x &* step]
      let (a, r) = (Int32(pixel &>> 24), Int32(pixel &>> 16 & 255))
      let (g, b) = (Int32(pixel &>> 8 & 255), Int32(pixel & 255))
      let y = 11966 &* r &+ 40254 &* g &+ 4064 &* b &+ 4112 &* a
      row.alpha[x] = UInt8(truncatingIfNeeded: a)
      row.luma[x] = UInt8(truncatingIfNeeded: (y &+ 32_768) &>> 16)
      guard let chroma = row.chroma else { continue }
      let u = -6596 &* r &- 22189 &* g &+ 28785 &* b
      let v = 28785 &* r &- 26145 &* g &- 2640 &* b
      chroma.cb[x] = UInt8(truncatingIfNeeded: (u &+ 8_421_376) &>> 16)
      chroma.cr[x] = UInt8(truncatingIfNeeded: (v &+ 8_421_376) &>> 16)
    }
  }
}

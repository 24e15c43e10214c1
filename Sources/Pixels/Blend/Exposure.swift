/// Pictures that follow each other while a shutter is open, added up as light.
///
/// Light is the square of luma above black, near what a display makes of it (BT.1886): a lamp that
/// passes leaves a bright streak, where the mean of code values would leave a grey one. Colour
/// differences count as much as that square grows with them, so that what is lit keeps its colour.
public struct Exposure {
  private let size: PixelSize
  private var count: Int32 = 0
  private var light: [Int32]
  private var blue, red: [Int32]

  /// Most pictures that can be added.
  public static let capacity = 64
  /// Keeps the weight of black's colour above 0.
  private static let footing: Int32 = 8

  /// Nothing yet, for 4:2:0 pictures of `size`.
  public init(size: PixelSize) {
    self.size = size
    light = [Int32](repeating: 0, count: size.area)
    blue = [Int32](repeating: 0, count: size.halved.area)
    red = blue
  }

  /// Adds `picture`, whose alpha is left out.
  public mutating func add(_ picture: Picture) {
    precondition(picture.size == size && !picture.isFullChroma, "a 4:2:0 picture of this size")
    precondition(count < Self.capacity, "no more pictures than there is room for")
    count += 1
    light.withUnsafeMutableBufferPointer { light in
      for y in 0..<size.height {
        let (row, base) = (picture.luma.row(y), y * size.width)
        for x in 0..<size.width {
          let level = max(0, Int32(row[x]) &- 16)
          light[base + x] &+= level &* level
        }
      }
    }
    Self.add(picture.cb, of: picture, to: &blue)
    Self.add(picture.cr, of: picture, to: &red)
  }

  private static func add(_ plane: Plane, of picture: Picture, to sums: inout [Int32]) {
    sums.withUnsafeMutableBufferPointer { sums in
      for y in 0..<plane.height {
        let (row, luma, base) = (plane.row(y), picture.luma.row(2 * y), y * plane.width)
        for x in 0..<plane.width {
          let weight = max(0, Int32(luma[2 * x]) &- 16) &+ footing
          sums[base + x] &+= (Int32(row[x]) &- 128) &* weight
        }
      }
    }
  }

  /// Fills `picture`, of the same size, with what the shutter let in; its alpha stays as it is.
  public func develop(onto picture: Picture) {
    precondition(picture.size == size && !picture.isFullChroma, "a 4:2:0 picture of this size")
    precondition(count > 0, "at least one picture was added")
    let share = 1 / Float(count)
    for y in 0..<size.height {
      let (row, base) = (picture.luma.row(y), y * size.width)
      light.withUnsafeBufferPointer { light in
        for x in 0..<size.width {
          row[x] = UInt8(16 + (Float(light[base + x]) * share).squareRoot() + 0.5)
        }
      }
    }
    develop(blue, onto: picture.cb, of: picture, share)
    develop(red, onto: picture.cr, of: picture, share)
  }

  private func develop(_ sums: [Int32], onto plane: Plane, of picture: Picture, _ share: Float) {
    sums.withUnsafeBufferPointer { sums in
      for y in 0..<plane.height {
        let (row, base) = (plane.row(y), y * plane.width)
        for x in 0..<plane.width {
          let level = self.level(2 * x, 2 * y, share)
          let value = 128 + Float(sums[base + x]) * share / (level + Float(Self.footing))
          row[x] = UInt8(max(0, min(255, value + 0.5)))
        }
      }
    }
  }

  /// Luma above black as it is before it is rounded.
  private func level(_ x: Int, _ y: Int, _ share: Float) -> Float {
    (Float(light[y * size.width + x]) * share).squareRoot()
  }
}

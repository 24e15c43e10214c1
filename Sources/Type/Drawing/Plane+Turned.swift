import Pixels

extension Plane {
  /// The plane turned a quarter clockwise.
  func turned() -> Plane {
    let result = Plane(size: PixelSize(width: height, height: width))
    for y in 0..<height {
      let (source, column) = (row(y), height - 1 - y)
      for x in 0..<width { result.row(x)[column] = source[x] }
    }
    return result
  }
}

extension Picture {
  /// The picture, of full chroma, turned a quarter clockwise.
  func turned() -> Picture {
    Picture(
      luma: luma.turned(), cb: cb.turned(), cr: cr.turned(), alpha: alpha?.turned())
  }
}

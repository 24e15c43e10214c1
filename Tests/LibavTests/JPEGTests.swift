import Libav
import Pixels
import Testing

@Suite struct JPEGTests {
  private let folder = Folder()

  @Test("A frame keeps its colours, and its size, on the way through a JPEG file")
  func keepsColors() throws {
    let size = PixelSize(width: 96, height: 64)
    let frame = Picture(size: size, filledWith: .black)
    for (index, rgb) in StillTests.quarters.enumerated() {
      let color = YCbCr(red: rgb[0], green: rgb[1], blue: rgb[2])
      let corner = (x: index % 2 * 48, y: index / 2 * 32)
      frame.fill(PixelRect(x: corner.x, y: corner.y, width: 48, height: 32), with: color)
    }
    let bytes = try JPEG.encode(frame)
    #expect(bytes.starts(with: [0xFF, 0xD8, 0xFF]))
    let read = try Still.decode(path: try folder.write(bytes, to: "frame.jpg"))
    #expect(read.size == size)
    for (index, rgb) in StillTests.quarters.enumerated() {
      let wanted = YCbCr(red: rgb[0], green: rgb[1], blue: rgb[2])
      let (x, y) = (24 + index % 2 * 48, 16 + index / 2 * 32)
      #expect(abs(Int(read.luma[x, y]) - Int(wanted.y)) <= 3, "luma of \(rgb)")
      #expect(abs(Int(read.cb[x, y]) - Int(wanted.cb)) <= 3, "blue of \(rgb)")
      #expect(abs(Int(read.cr[x, y]) - Int(wanted.cr)) <= 3, "red of \(rgb)")
    }
  }

  @Test("A picture of full chroma is taken, too, and the same bytes come out")
  func takesFullChroma() throws {
    let size = PixelSize(width: 32, height: 32)
    let color = YCbCr(red: 200, green: 60, blue: 20)
    let full = Picture(
      luma: Plane(size: size, filledWith: color.y), cb: Plane(size: size, filledWith: color.cb),
      cr: Plane(size: size, filledWith: color.cr))
    let halved = Picture(size: size, filledWith: color)
    #expect(try JPEG.encode(full) == JPEG.encode(halved))
  }
}

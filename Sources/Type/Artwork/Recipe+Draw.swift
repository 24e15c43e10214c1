import CPango
import Pixels

extension Recipe {
  /// A drawing in its place.
  struct Drawing: Sendable {
    var picture: Picture
    var x: Double
    var y: Double
    var centerX: Double
    var centerY: Double
    var ink: Bounds
    var lines: [String]
  }

  /// Draws some of the characters, all of them where it is nil; letters alone, in the colour
  /// `lit`, where there is one.
  func draw(showing clusters: Range<Int>?, lit: TextColor? = nil) throws(TypeError) -> Drawing {
    try withPainter(showing: clusters, lit: lit) { painter throws(TypeError) in
      let geometry = painter.geometry
      let surface = try Surface.make(
        .color, width: Int(geometry.picture.width), height: Int(geometry.picture.height))
      try painter.draw(on: surface)
      guard let picture = surface.picture(background: lit ?? background) else {
        throw .outOfMemory
      }
      let (corner, middle) = (geometry.corner, geometry.middle)
      return Drawing(
        picture: design.specification.isVertical ? picture.turned() : picture, x: corner.x,
        y: corner.y, centerX: middle.x, centerY: middle.y, ink: geometry.ink,
        lines: lines(of: painter.block))
    } ?? nothing
  }

  /// Coverage of the letters alone, of the drawing's size; nil where there is nothing to draw.
  func letters() throws(TypeError) -> Plane? {
    try withPainter(showing: nil, lit: nil) { painter throws(TypeError) in
      let size = PixelSize(
        width: Int(painter.geometry.picture.width), height: Int(painter.geometry.picture.height))
      let surface = try Surface.make(.coverage, width: size.width, height: size.height)
      painter.drawCoverage(on: surface)
      let plane = Plane(size: size)
      let stride = surface.stride
      _ = surface.withBytes { bytes in
        for y in 0..<size.height {
          plane.row(y).update(from: bytes + y * stride, count: size.width)
        }
      }
      return design.specification.isVertical ? plane.turned() : plane
    }
  }

  private func lines(of block: TextBlock) -> [String] {
    let bytes = Array(fitted.text.text.utf8)
    return block.lines.map { line in
      let start = Int(line.pointer.pointee.start_index)
      let end = min(start + Int(line.pointer.pointee.length), bytes.count)
      return String(decoding: bytes[min(start, end)..<end], as: UTF8.self)
    }
  }

  /// The colour at the picture's outermost edge.
  private var background: TextColor {
    let look = design.specification
    if let shadow = look.shadows.first(where: { $0.opacity > 0 }) { return shadow.color }
    return look.plate?.color ?? look.outline?.color ?? look.color
  }

  private var nothing: Drawing {
    let size = PixelSize(width: 1, height: 1)
    let picture = Picture(
      luma: Plane(size: size, filledWith: 16), cb: Plane(size: size, filledWith: 128),
      cr: Plane(size: size, filledWith: 128), alpha: Plane(size: size, filledWith: 0))
    let (x, y) = (design.placement.x.rounded(), design.placement.y.rounded())
    return Drawing(
      picture: picture, x: x, y: y, centerX: x, centerY: y, ink: .empty, lines: [])
  }
}

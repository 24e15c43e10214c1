import CPango
import Pixels

extension Recipe {
  /// A part of a drawing: what lies about some of the characters.
  struct Patch: Sendable {
    let picture: PremultipliedPicture
    /// Its corner in the whole drawing.
    let x: Int
    let y: Int
  }

  /// Draws what `changed` characters and all around them look like where `clusters` show, as the
  /// whole drawing has it there; nil where the change leaves nothing to be seen.
  ///
  /// Letters alone are drawn in the colour `lit`, where there is one.
  func patch(
    showing clusters: Range<Int>, changed: Range<Int>, lit: TextColor? = nil
  ) throws(TypeError) -> Patch? {
    try withPainter(showing: clusters, lit: lit) { whole throws(TypeError) in
      let all = whole.geometry.picture
      let part = reach(of: changed, by: whole).intersection(all)
      guard !part.isEmpty else { return nil }
      var painter = whole
      painter.part = part
      let surface = try Surface.make(
        .color, width: Int(part.width), height: Int(part.height))
      try painter.draw(on: surface)
      let isVertical = design.specification.isVertical
      guard let picture = surface.premultiplied(isTurned: isVertical) else {
        throw .outOfMemory
      }
      return Patch(
        picture: picture, x: Int(isVertical ? all.bottom - part.bottom : part.left - all.left),
        y: Int(isVertical ? part.left - all.left : part.top - all.top))
    }
  }

  /// What characters cover with all that is drawn around them, in whole pixels.
  private func reach(of changed: Range<Int>, by whole: TextPainter) -> Bounds {
    let (look, em) = (design.specification, whole.layout.em(isSecondary: false))
    let painter = TextPainter(
      layout: whole.layout, block: whole.block, geometry: whole.geometry,
      visibleBytes: bytes(of: changed), lit: whole.lit)
    let letters = look.outlined(painter.visibleInk, em: em)
    var all = whole.lit == nil ? look.shadowed(letters, em: em) : letters
    if whole.lit == nil, changed.lowerBound == 0, let plate = whole.geometry.plate {
      all.formUnion(plate)
    }
    return all.isEmpty ? all : all.grown(by: 1).whole
  }
}

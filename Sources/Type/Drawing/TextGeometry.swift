import Pixels

/// What a block covers with its plate, outline and shadows; the block's corner is (0, 0).
struct TextGeometry {
  /// The plate, or nil where there is none.
  let plate: Bounds?
  /// What a placement moves about: the plate, or the block itself.
  let box: Bounds
  /// Everything, in whole pixels.
  let picture: Bounds
  /// The block's corner on the canvas, in whole pixels.
  let corner: (x: Double, y: Double)

  init(block: TextBlock, layout: TextLayout, placement: TextPlacement) {
    let look = layout.specification
    let em = layout.em(isSecondary: false)
    let body = Bounds(left: 0, top: 0, right: block.width, bottom: block.height)
    plate = look.plate.map { Self.plate($0, around: body, em: em, alignment: look.alignment) }
    box = plate ?? body

    var letters = block.ink
    if let outline = look.outline { letters = letters.grown(by: outline.width * em) }
    var all = letters
    for shadow in look.shadows where shadow.opacity > 0 {
      all.formUnion(
        letters.offset(x: shadow.dx * em, y: shadow.dy * em)
          .grown(by: 3 * shadow.blur * em + 2))
    }
    if let plate { all.formUnion(plate) }
    all = all.grown(by: 1)

    let (width, height) = (Double(placement.canvas.width), Double(placement.canvas.height))
    var x = placement.left(ofWidth: box.width) - box.left
    var y = placement.top(ofHeight: box.height) - box.top
    let safe = Bounds(left: 0, top: 0, right: width, bottom: height)
      .inset(x: width * placement.margin, y: height * placement.margin)
    x += Self.push(letters.left + x, letters.right + x, into: safe.left, safe.right)
    y += Self.push(letters.top + y, letters.bottom + y, into: safe.top, safe.bottom)
    corner = (x.rounded(), y.rounded())

    let reach = Bounds(left: 0, top: 0, right: width, bottom: height)
      .inset(x: -0.25 * width, y: -0.25 * height)
      .offset(x: -corner.x, y: -corner.y)
    let visible = all.intersection(reach)
    picture = Bounds(
      left: visible.left.rounded(.down), top: visible.top.rounded(.down),
      right: visible.right.rounded(.up), bottom: visible.bottom.rounded(.up))
  }

  private static func plate(
    _ plate: TextPlate, around body: Bounds, em: Double, alignment: TextAlignment
  ) -> Bounds {
    var bounds = body.inset(x: -plate.horizontalPadding * em, y: -plate.verticalPadding * em)
    let bar = ((plate.accent?.width ?? 0) * em).rounded()
    if alignment == .right { bounds.right += bar } else { bounds.left -= bar }
    return Bounds(
      left: bounds.left.rounded(), top: bounds.top.rounded(), right: bounds.right.rounded(),
      bottom: bounds.bottom.rounded())
  }

  /// How far to move `low ..< high` so that it lies inside, where it fits there at all.
  private static func push(
    _ low: Double, _ high: Double, into first: Double, _ last: Double
  ) -> Double {
    guard high - low <= last - first else { return 0 }
    if low < first { return first - low }
    return high > last ? last - high : 0
  }
}

extension Bounds {
  /// The bounds with `amount` more on every side; nothing stays nothing.
  func grown(by amount: Double) -> Bounds {
    isEmpty ? self : inset(x: -amount, y: -amount)
  }
}

import Pixels

/// What a block covers with its plate, outline and shadows, and where on the canvas it goes.
///
/// Text is drawn with the block's corner at (0, 0) and its lines across; columns are lines that
/// are turned a quarter clockwise when they are done.
struct TextGeometry {
  /// The plate as it is drawn, or nil where there is none.
  let plate: Bounds?
  /// Everything as it is drawn, in whole pixels.
  let picture: Bounds
  /// The picture's corner on the canvas, in whole pixels.
  let corner: (x: Double, y: Double)
  /// The middle of the plate, or of the block where there is none, on the canvas.
  let middle: (x: Double, y: Double)
  /// Letters and outline on the canvas.
  let ink: Bounds

  init(block: TextBlock, layout: TextLayout, placement: TextPlacement) {
    let look = layout.specification
    let em = layout.em(isSecondary: false)
    let body = Bounds(left: 0, top: 0, right: block.width, bottom: block.height)
    plate = look.plate.map { Self.plate($0, around: body, em: em, alignment: look.alignment) }
    let isVertical = look.isVertical
    let box = (plate ?? body).turned(if: isVertical)

    var letters = look.outlined(block.ink, em: em)
    var all = look.shadowed(letters, em: em)
    if let plate { all.formUnion(plate) }
    all = all.grown(by: 1).turned(if: isVertical)
    letters = letters.turned(if: isVertical)

    var x = placement.left(ofWidth: box.width) - box.left
    var y = placement.top(ofHeight: box.height) - box.top
    let safe = placement.safeArea.bounds(on: placement.canvas)
    x += Self.push(letters.left + x, letters.right + x, into: safe.left, safe.right)
    y += Self.push(letters.top + y, letters.bottom + y, into: safe.top, safe.bottom)
    (x, y) = (x.rounded(), y.rounded())

    let reach = SafeArea(inset: -0.25).bounds(on: placement.canvas).offset(x: -x, y: -y)
    let visible = all.intersection(reach).whole
    picture = isVertical ? visible.turnedBack : visible
    corner = (x + visible.left, y + visible.top)
    middle = (x + (box.left + box.right) / 2, y + (box.top + box.bottom) / 2)
    ink = letters.offset(x: x, y: y)
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
  /// The bounds turned a quarter clockwise about the origin, where asked.
  func turned(if isVertical: Bool) -> Bounds {
    isVertical ? Bounds(left: -bottom, top: left, right: -top, bottom: right) : self
  }

  /// The bounds turned a quarter counterclockwise.
  var turnedBack: Bounds { Bounds(left: top, top: -right, right: bottom, bottom: -left) }

  /// The bounds, grown to whole pixels.
  var whole: Bounds {
    Bounds(
      left: left.rounded(.down), top: top.rounded(.down), right: right.rounded(.up),
      bottom: bottom.rounded(.up))
  }

  /// The bounds with `amount` more on every side; nothing stays nothing.
  func grown(by amount: Double) -> Bounds {
    isEmpty ? self : inset(x: -amount, y: -amount)
  }
}

extension TextSpecification {
  /// What letters that cover `ink` cover with their outline.
  func outlined(_ ink: Bounds, em: Double) -> Bounds {
    outline.map { ink.grown(by: $0.width * em) } ?? ink
  }

  /// What letters that cover `letters` with their outline cover with their shadows.
  func shadowed(_ letters: Bounds, em: Double) -> Bounds {
    var all = letters
    for shadow in shadows where shadow.opacity > 0 {
      let fall = shadow.fall(em: em, isVertical: isVertical)
      all.formUnion(letters.offset(x: fall.x, y: fall.y).grown(by: shadow.reach(em: em)))
    }
    return all
  }
}

extension TextShadow {
  /// How far it reaches out of the letters in pixels, apart from its fall.
  func reach(em: Double) -> Double { (3 * blur + spread) * em + 2 }

  /// Where it falls in pixels, in lines that may be turned into columns later.
  func fall(em: Double, isVertical: Bool) -> (x: Double, y: Double) {
    isVertical ? (dy * em, -dx * em) : (dx * em, dy * em)
  }
}

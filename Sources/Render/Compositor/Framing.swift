internal import Pixels
internal import Timeline

/// How a clip's picture lies on the canvas, and what shows around it.
struct Framing {
  private let clip: ClipPlan
  private let canvas: PixelSize
  private let background: YCbCr

  init(_ clip: ClipPlan, canvas: PixelSize, background: YCbCr) {
    self.clip = clip
    self.canvas = canvas
    self.background = background
  }

  /// Whether what lies beneath shows through, given whether the source's own alpha lets it.
  func needsAlpha(_ sourceHasAlpha: Bool) -> Bool {
    sourceHasAlpha || !clip.isOpaque(on: canvas)
  }

  /// Has `draw` fill the clip's rectangle of `target`, then sees to the rest of it.
  func paint(onto target: Picture, draw: (Picture, PixelRect) -> Void) {
    guard clip.rect != PixelRect(canvas) else { return draw(target, clip.rect) }
    if clip.fit == .blurPad, target.alpha == nil {
      draw(target, clip.rect)
      Backdrop(of: target.part(clip.rect), canvas: canvas).paint(onto: target, around: clip.rect)
    } else {
      target.fill(PixelRect(canvas), with: background)
      target.alpha?.fill(PixelRect(canvas), with: 0)
      draw(target, clip.rect)
    }
  }
}

/// A blurred, darkened copy of a picture that covers the canvas behind it.
private struct Backdrop {
  private let small: Picture
  private static let reduction = 8
  private static let radius = 6
  /// Share of black, in 256ths, that sets the picture off from its backdrop.
  private static let shade = 72

  init(of picture: Picture, canvas: PixelSize) {
    let size = PixelSize(
      width: max(2, canvas.width / Self.reduction / 2 * 2),
      height: max(2, canvas.height / Self.reduction / 2 * 2))
    let (width, height) = (Double(picture.size.width), Double(picture.size.height))
    let cover = min(width / Double(canvas.width), height / Double(canvas.height))
    let view = Projection(
      (
        cover * Double(canvas.width) / Double(size.width), 0,
        (width - cover * Double(canvas.width)) / 2
      ),
      (
        0, cover * Double(canvas.height) / Double(size.height),
        (height - cover * Double(canvas.height)) / 2
      ))
    let reduced = Picture(size: size)
    reduced.draw(picture, through: view, in: PixelRect(size))
    let blurred = reduced.blurred(radius: Self.radius)
    small = Picture(size: size)
    small.mix(blurred, towards: .black, weight: Self.shade)
  }

  /// Fills everything outside `rect`.
  func paint(onto target: Picture, around rect: PixelRect) {
    let canvas = target.size
    let map = Projection.scale(
      Double(small.size.width) / Double(canvas.width),
      Double(small.size.height) / Double(canvas.height))
    let around = [
      PixelRect(x: 0, y: 0, width: canvas.width, height: rect.y),
      PixelRect(x: 0, y: rect.maxY, width: canvas.width, height: canvas.height - rect.maxY),
      PixelRect(x: 0, y: rect.y, width: rect.x, height: rect.height),
      PixelRect(x: rect.maxX, y: rect.y, width: canvas.width - rect.maxX, height: rect.height),
    ]
    for part in around where !part.isEmpty { target.draw(small, through: map, in: part) }
  }
}

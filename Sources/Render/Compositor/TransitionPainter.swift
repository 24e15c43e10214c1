internal import Motion
internal import Pixels
internal import Timeline

/// One frame of the passage from one clip to the next.
struct TransitionPainter {
  let kind: Transition.Kind
  /// How much of the passage has passed, 0…1, at the frame's middle.
  let share: Double
  let scratch: ScratchPool

  /// Width of a wipe's soft border, as a share of the frame.
  private static let softness = 0.06

  /// Both clips, opaque and as large as the canvas, made one.
  func paint(_ first: Picture, _ second: Picture) -> Layer {
    let target = scratch.borrow()
    switch kind {
    case .cut: return Layer(picture: share < 0.5 ? first : second, isScratch: false)
    case .dissolve: target.mix(first, second, weight: Int((share * 256).rounded()))
    case .wipeLeft: wipe(first, second, from: .right, on: target)
    case .wipeRight: wipe(first, second, from: .left, on: target)
    case .wipeUp: wipe(first, second, from: .bottom, on: target)
    case .wipeDown: wipe(first, second, from: .top, on: target)
    case .slideLeft: slide(first, second, across: -1, down: 0, on: target)
    case .slideRight: slide(first, second, across: 1, down: 0, on: target)
    case .slideUp: slide(first, second, across: 0, down: -1, on: target)
    case .slideDown: slide(first, second, across: 0, down: 1, on: target)
    case .dipBlack: dip(first, second, into: .black, on: target)
    case .dipWhite: dip(first, second, into: .white, on: target)
    }
    return Layer(picture: target, isScratch: true)
  }

  private func wipe(
    _ first: Picture, _ second: Picture, from edge: WipeEdge, on target: Picture
  ) {
    target.wipe(
      first, second, from: edge, share: Ease.inOut.progress(share), softness: Self.softness)
  }

  private func dip(
    _ first: Picture, _ second: Picture, into color: YCbCr, on target: Picture
  ) {
    let darkness = 1 - (2 * share - 1).magnitude
    let source = share < 0.5 ? first : second
    target.mix(source, towards: color, weight: Int((darkness * 256).rounded()))
  }

  /// The second pushes the first out; both are sampled between pixels, so that neither stalls.
  private func slide(
    _ first: Picture, _ second: Picture, across: Int, down: Int, on target: Picture
  ) {
    let size = target.size
    let done = Ease.inOut.progress(share)
    let (x, y) = (
      Double(across * size.width) * done, Double(down * size.height) * done
    )
    let edgeX = Int((x / 2).rounded()) * 2
    let edgeY = Int((y / 2).rounded()) * 2
    let whole = PixelRect(size)
    let old = PixelRect(x: edgeX, y: edgeY, width: size.width, height: size.height)
    let new = PixelRect(
      x: edgeX - across * size.width, y: edgeY - down * size.height, width: size.width,
      height: size.height)
    target.draw(first, through: .translation(-x, -y), in: old.intersection(whole))
    target.draw(
      second,
      through: .translation(
        Double(across * size.width) - x, Double(down * size.height) - y),
      in: new.intersection(whole))
  }
}

public import Pixels

/// A text on the frames of a film: drawn once, then moved, scaled, revealed and recoloured.
///
/// What changes from frame to frame is drawn anew where it changes. Confined to one thread.
public final class MovingText {
  /// The text.
  public let artwork: TextArtwork
  private var whole: PremultipliedPicture?
  private var resting: Overlay?
  private var stage: (count: Int, picture: PremultipliedPicture)?
  private var arriving: Piece?
  private var lit: Piece?

  /// Some of the characters by themselves, kept until others are asked for.
  private struct Piece {
    let clusters: Range<Int>
    let color: TextColor?
    /// Nil where there is nothing to be seen.
    let patch: Recipe.Patch?
  }

  /// A text that nothing is drawn of yet.
  public init(_ artwork: TextArtwork) { self.artwork = artwork }

  /// Lays the text over a 4:2:0 frame as it stands in `state`.
  public func draw(_ state: TextState, onto frame: Picture) {
    let opacity = Self.share(state.opacity)
    guard opacity > 0 else { return }
    if state.visibleClusters >= artwork.clusters {
      drawWhole(state, opacity, onto: frame)
    } else if state.visibleClusters > 0 {
      let patch = Recipe.Patch(picture: shown(state.visibleClusters), x: 0, y: 0)
      draw(patch, state, opacity, onto: frame)
    }
    if let word = state.arriving {
      arriving = piece(word.clusters, color: nil, insteadOf: arriving)
      var state = state
      state.dy += word.dy
      draw(arriving?.patch, state, Self.share(state.opacity * word.opacity), onto: frame)
    }
    if let light = state.lit {
      lit = piece(light.clusters, color: light.color, insteadOf: lit)
      draw(lit?.patch, state, Self.share(state.opacity * light.opacity), onto: frame)
    }
  }

  private static func share(_ opacity: Double) -> Int {
    min(max(Int((opacity * 256).rounded()), 0), 256)
  }

  private func drawWhole(_ state: TextState, _ opacity: Int, onto frame: Picture) {
    let isResting = state.dx == 0 && state.dy == 0 && state.scale == 1
    guard isResting else {
      return draw(
        Recipe.Patch(picture: premultiplied, x: 0, y: 0), state, opacity, onto: frame)
    }
    let overlay = resting ?? Overlay(artwork.picture, x: artwork.x, y: artwork.y)
    resting = overlay
    frame.blend(overlay, opacity: opacity)
  }

  /// Lays a part of the text in its place, moved and scaled as the whole text is.
  private func draw(
    _ patch: Recipe.Patch?, _ state: TextState, _ opacity: Int, onto frame: Picture
  ) {
    guard let patch, opacity > 0 else { return }
    let (x, y) = (artwork.x + Double(patch.x), artwork.y + Double(patch.y))
    let size = patch.picture.size
    let drift = state.scale - 1
    frame.blend(
      patch.picture,
      x: x + state.dx + drift * (x + Double(size.width) / 2 - artwork.centerX),
      y: y + state.dy + drift * (y + Double(size.height) / 2 - artwork.centerY),
      scale: state.scale, opacity: opacity)
  }

  private var premultiplied: PremultipliedPicture {
    let picture = whole ?? PremultipliedPicture(artwork.picture)
    whole = picture
    return picture
  }

  /// The text with its first `count` characters alone.
  ///
  /// Memory alone can fail here; the whole text is the better answer then.
  private func shown(_ count: Int) -> PremultipliedPicture {
    let known =
      stage
      ?? (
        count: 0,
        picture: PremultipliedPicture(size: artwork.picture.size, isGrey: artwork.isGrey)
      )
    guard count != known.count else { return known.picture }
    do {
      let changed = min(count, known.count)..<max(count, known.count)
      if let patch = try artwork.recipe.patch(showing: 0..<count, changed: changed) {
        known.picture.replace(with: patch.picture, x: patch.x, y: patch.y)
      }
      stage = (count, known.picture)
      return known.picture
    } catch {
      return premultiplied
    }
  }

  private func piece(_ clusters: Range<Int>, color: TextColor?, insteadOf known: Piece?) -> Piece {
    if let known, known.clusters == clusters, known.color == color { return known }
    let patch = try? artwork.recipe.patch(showing: clusters, changed: clusters, lit: color)
    return Piece(clusters: clusters, color: color, patch: patch)
  }
}

internal import MediaTime
internal import Pixels
internal import Type

/// Titles as overlays, drawn anew only where they change shape from frame to frame.
final class TitlePainter {
  private var overlays: [String: (state: Shape, overlay: Overlay)] = [:]

  /// What an overlay depends on; opacity is applied when it is laid.
  private struct Shape: Equatable {
    let dx, dy, scale: Double
    let clusters: Int
  }

  private let order: [Range<Int>]

  init(_ titles: [TitlePlan]) { order = titles.map(\.frames) }

  /// The titles on frame `index`, from the lowest to the highest, with opacity in 256ths.
  func showing(onFrame index: Int, of plan: FilmPlan) -> [(Overlay, Int)] {
    var showing: [(Overlay, Int)] = []
    for (position, frames) in order.enumerated() {
      let title = plan.titles[position]
      guard frames.contains(index) else {
        if frames.upperBound <= index { overlays[title.id] = nil }
        continue
      }
      let state = title.state(at: plan.time(ofFrame: index))
      let opacity = Int((state.opacity * 256).rounded())
      if opacity > 0 { showing.append((overlay(title, state), min(opacity, 256))) }
    }
    return showing
  }

  private func overlay(_ title: TitlePlan, _ state: TextState) -> Overlay {
    let shape = Shape(
      dx: state.dx, dy: state.dy, scale: state.scale, clusters: state.visibleClusters)
    if let known = overlays[title.id], known.state == shape { return known.overlay }
    let whole = title.artwork
    // Memory alone can fail here; the whole text is the better answer then.
    let artwork =
      state.visibleClusters < whole.clusters
      ? (try? whole.artwork(showingClusters: state.visibleClusters)) ?? whole : whole
    let center = (
      x: whole.x + Double(whole.picture.size.width) / 2,
      y: whole.y + Double(whole.picture.size.height) / 2
    )
    let drift = (
      x: (center.x - whole.centerX) * (state.scale - 1),
      y: (center.y - whole.centerY) * (state.scale - 1)
    )
    let overlay = Overlay(
      artwork.picture, x: artwork.x + state.dx + drift.x, y: artwork.y + state.dy + drift.y,
      scale: state.scale)
    overlays[title.id] = (shape, overlay)
    return overlay
  }
}

internal import MediaTime
internal import Pixels
internal import Type

/// Titles as overlays, drawn anew only where they change shape from frame to frame.
final class TitlePainter {
  private var overlays: [String: (state: Shape, overlay: Overlay)] = [:]

  /// What an overlay depends on; opacity is applied when it is laid.
  private struct Shape: Equatable {
    let dx, dy, scale: Double
    let clusters: Range<Int>
  }

  private let order: [Range<Int>]

  init(_ titles: [TitlePlan]) { order = titles.map(\.frames) }

  /// The titles on frame `index`, from the lowest to the highest, with opacity in 256ths.
  func showing(onFrame index: Int, of plan: FilmPlan) -> [(Overlay, Int)] {
    var showing: [(Overlay, Int)] = []
    for (position, frames) in order.enumerated() {
      let title = plan.titles[position]
      guard frames.contains(index) else {
        if frames.upperBound <= index {
          (overlays[title.id], overlays[title.id + "…"]) = (nil, nil)
        }
        continue
      }
      let state = title.state(at: plan.time(ofFrame: index))
      let opacity = Self.share(state.opacity)
      guard opacity > 0 else { continue }
      if state.visibleClusters > 0 {
        showing.append((overlay(title, state, 0..<state.visibleClusters, title.id), opacity))
      }
      if let word = state.arriving, case let share = Self.share(state.opacity * word.opacity),
        share > 0
      {
        var state = state
        state.dy += word.dy
        showing.append((overlay(title, state, word.clusters, title.id + "…"), share))
      }
    }
    return showing
  }

  private static func share(_ opacity: Double) -> Int {
    min(Int((opacity * 256).rounded()), 256)
  }

  /// Some of a title's characters, kept under `key` until they look otherwise.
  private func overlay(
    _ title: TitlePlan, _ state: TextState, _ clusters: Range<Int>, _ key: String
  ) -> Overlay {
    let shape = Shape(dx: state.dx, dy: state.dy, scale: state.scale, clusters: clusters)
    if let known = overlays[key], known.state == shape { return known.overlay }
    let whole = title.artwork
    // Memory alone can fail here; the whole text is the better answer then.
    let artwork =
      clusters.count < whole.clusters ? (try? whole.artwork(showing: clusters)) ?? whole : whole
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
    overlays[key] = (shape, overlay)
    return overlay
  }
}

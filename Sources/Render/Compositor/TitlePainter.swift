internal import Pixels
internal import Type

/// Titles laid over frames; what is drawn of one is kept while it is on.
final class TitlePainter {
  private var texts: [Int: MovingText] = [:]

  /// Whether anything of a title is to be seen on frame `index`.
  func isShowing(onFrame index: Int, of plan: FilmPlan) -> Bool {
    let time = plan.time(ofFrame: index)
    return plan.titles.contains { $0.frames.contains(index) && $0.state(at: time).opacity > 0 }
  }

  /// Lays the titles of frame `index` over it, from the lowest to the highest.
  func draw(frame index: Int, of plan: FilmPlan, onto frame: Picture) {
    for (position, title) in plan.titles.enumerated() {
      guard title.frames.contains(index) else {
        if title.frames.upperBound <= index { texts[position] = nil }
        continue
      }
      let text = texts[position] ?? MovingText(title.artwork)
      texts[position] = text
      text.draw(title.state(at: plan.time(ofFrame: index)), onto: frame)
    }
  }
}

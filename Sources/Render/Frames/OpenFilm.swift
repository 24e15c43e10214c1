internal import Pixels
internal import Timeline

/// A draft of which single frames are drawn, in any order. Confined to one thread.
///
/// Words are made ready when a frame shows them; a film of many captions opens as quickly as one
/// without.
final class OpenFilm {
  private let planner: FilmPlanner
  /// All but the words.
  let plan: FilmPlan
  private let compositor: Compositor
  private let words: [(segment: Segment, frames: Range<Int>)]
  private let library: any MediaLibrary
  private let shelf: MediaShelf
  private let plain: Draft
  private var arrangement: TextArrangement
  private var titles: [String: TitlePlan] = [:]
  private var knownBackdrop: TitleBackdrop?

  /// Words that stay ready.
  private static let mostTitles = 24

  /// Plans the film for a canvas of `size`.
  init(
    _ draft: Draft, library: any MediaLibrary, size: PixelSize, seed: UInt64, shelf: MediaShelf
  ) throws(RenderError) {
    self.library = library
    self.shelf = shelf
    planner = try FilmPlanner(draft, library: library, size: size, seed: seed, shelf: shelf)
    plan = planner.wordless()
    plain = draft.plain
    words = planner.words
    arrangement = TextArrangement(draft, on: size)
    compositor = Compositor(plan, stills: StillCache(plan, shelf: shelf), shelf: shelf)
  }

  /// Frame `index`, the last one where that is beyond the end; good until the next is asked for.
  func frame(_ index: Int) throws(RenderError) -> Picture {
    let index = min(max(index, 0), plan.frameCount - 1)
    let showing = try words.filter { $0.frames.contains(index) }.map {
      word throws(RenderError) in try title(word.segment, on: word.frames)
    }
    let wording = plan.with(titles: showing)
    return try compositor.frame(index, under: TitlePainter(), of: wording)
  }

  private func title(
    _ segment: Segment, on frames: Range<Int>
  ) throws(RenderError) -> TitlePlan {
    if let known = titles[segment.id] { return known }
    func ground(_ segment: Segment, on canvas: PixelSize, shift: Double = 0) -> TitleGround {
      TitleGround(
        of: segment, on: canvas, shift: shift, over: plain, library: library, seed: planner.seed)
    }
    let shift = try arrangement.shift(of: segment)
    let title = try shelf.titles.value(for: ground(segment, on: plan.canvas, shift: shift)) {
      (_) throws(RenderError) in
      try planner.title(segment, on: frames, shifted: shift) { () throws(RenderError) in
        // Whatever the words are and however they look, the same stands beneath.
        let place = Segment(id: "", start: segment.start, duration: segment.duration)
        let small = TitleBackdrop.smallSize(for: plan.canvas)
        return try shelf.backdrops.value(for: ground(place, on: small)) {
          (_) throws(RenderError) in try backdrop().pictures(frames: frames)
        }
      }
    }
    if titles.count == Self.mostTitles { titles.removeAll() }
    titles[segment.id] = title
    return title
  }

  private func backdrop() throws(RenderError) -> TitleBackdrop {
    if let knownBackdrop { return knownBackdrop }
    let made = try planner.backdrop()
    knownBackdrop = made
    return made
  }
}

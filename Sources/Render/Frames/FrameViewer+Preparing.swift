internal import Pixels
public import Timeline

extension FrameViewer {
  /// Looks at the stills of a film whose frames will likely be asked for, beside whatever is drawn
  /// meanwhile; its footage is left to ``work(while:)``. What can't be made ready is left to who
  /// asks for it.
  /// - Parameters:
  ///   - draft: the film.
  ///   - library: where its media lie.
  ///   - width: how wide its frames will be, in pixels.
  ///   - seed: the seed of the film.
  public func prepare(
    _ draft: Draft, library: any MediaLibrary, width: Int, seed: UInt64 = 1
  ) {
    prepare(draft, library: library, width: width, seed: seed, showing: nil)
    let size = Self.size(of: draft.canvas, width: width)
    let planner = try? FilmPlanner(draft, library: library, size: size, seed: seed, shelf: shelf)
    if let plan = planner?.wordless() { wantFootage(of: plan, around: 0) }
  }

  /// Makes the footage of the films that are looked at ready, so that any moment of it will be
  /// found at once; returns when all of it is, or `isIdle` says no, which is asked every few
  /// milliseconds.
  public func work(while isIdle: () -> Bool) {
    while isIdle(), shelf.proxies.advance() {}
  }

  func wantFootage(of plan: FilmPlan, around index: Int) {
    guard plan.canvas.width >= Self.narrowestFilm else { return }
    let footage = plan.footage(around: index)
    if !footage.isEmpty { shelf.proxies.want(footage) }
  }

  /// Narrower frames are for lists.
  private static let narrowestFilm = 320

  /// - Parameter index: the frame that shows the stills; nil for all of them.
  func prepare(
    _ draft: Draft, library: any MediaLibrary, width: Int, seed: UInt64, showing index: Int?
  ) {
    func stills(of draft: Draft, on size: PixelSize) -> [ClipPlan] {
      let planner = try? FilmPlanner(draft, library: library, size: size, seed: seed, shelf: shelf)
      return planner?.wordless().tracks.joined().filter { clip in
        clip.kind == .still && index.map(clip.frames.contains) ?? true
      } ?? []
    }
    let size = Self.size(of: draft.canvas, width: width)
    let clips = stills(of: draft, on: size)
    // Words look for what lies beneath them on a canvas of its own.
    let hasWords = index == nil || draft.tracks.contains { $0.kind == .text }
    let ground =
      hasWords ? stills(of: draft.plain, on: TitleBackdrop.smallSize(for: size)) : []
    let (studies, finishes) = (shelf.studies, shelf.finishes)
    for stills in [clips, ground] where !stills.isEmpty {
      beside.start {
        for clip in stills { _ = try? PictureShot(clip, from: studies) }
      }
    }
    guard clips.contains(where: { !$0.treatment.looks.isEmpty }) else { return }
    beside.start {
      for clip in clips { _ = finishes.value(for: Finish.Key(clip)) { Finish($0) } }
    }
  }
}

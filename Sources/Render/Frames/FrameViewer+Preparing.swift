internal import Dispatch
internal import Pixels
public import Timeline

extension FrameViewer {
  /// Looks at the stills of a film whose frames will likely be asked for, beside whatever is drawn
  /// meanwhile. What can't be made ready is left to who asks for it.
  /// - Parameters:
  ///   - draft: the film.
  ///   - library: where its media lie.
  ///   - width: how wide its frames will be, in pixels.
  ///   - seed: the seed of the film.
  public func prepare(
    _ draft: Draft, library: any MediaLibrary, width: Int, seed: UInt64 = 1
  ) {
    let size = Self.size(of: draft.canvas, width: width)
    // Words look for what lies beneath them on a canvas of its own.
    let views = [(draft, size), (draft.plain, TitleBackdrop.smallSize(for: size))]
    let stills = views.flatMap { draft, size in
      let planner = try? FilmPlanner(draft, library: library, size: size, seed: seed, shelf: shelf)
      return planner?.wordless().tracks.joined().filter { $0.kind == .still } ?? []
    }
    let studies = shelf.studies
    beside.async {
      for still in stills { _ = try? PictureShot(still, from: studies) }
    }
  }
}

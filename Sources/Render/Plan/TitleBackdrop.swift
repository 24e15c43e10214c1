internal import MediaTime
internal import Pixels
internal import Timeline
internal import Type

/// The pictures beneath a film's words, as far as reading them asks: without moves, weather and
/// effects, which cost time and change little of how light a place is.
final class TitleBackdrop {
  /// Nil where the film shows nothing but its background.
  private let film: (plan: FilmPlan, compositor: Compositor)?
  private let background: Picture

  /// The film of `draft` without its words, on a canvas of `size`.
  init(
    _ draft: Draft, library: any MediaLibrary, size: PixelSize, seed: UInt64,
    shelf: MediaShelf? = nil
  ) throws(RenderError) {
    let color = YCbCr(hex: draft.canvas.background) ?? .black
    background = Picture(size: size, filledWith: color)
    let plain = draft.plain
    guard plain.hasContent else {
      film = nil
      return
    }
    let plan = try FilmPlanner(
      plain, library: library, size: size, seed: seed, shelf: shelf
    ).wordless()
    film = (plan, Compositor(plan, stills: StillCache(plan, shelf: shelf), shelf: shelf))
  }

  /// How light and busy the place of a text is in pictures that stand beneath it.
  /// - Parameter ink: where the text is, on a canvas of `canvas`.
  static func statistics(
    of pictures: [Picture], under ink: PixelRect, on canvas: PixelSize
  ) -> [LumaStatistics] {
    pictures.map { picture in
      let scale = Double(picture.size.width) / Double(canvas.width)
      return LumaStatistics(
        of: picture,
        in: PixelRect(
          x: Int(Double(ink.x) * scale), y: Int(Double(ink.y) * scale),
          width: max(1, Int(Double(ink.width) * scale)),
          height: max(1, Int(Double(ink.height) * scale))))
    }
  }

  /// A canvas large enough to tell light from dark.
  static func smallSize(for canvas: PixelSize) -> PixelSize {
    let scale = min(1, 320 / Double(max(canvas.width, canvas.height)))
    func even(_ side: Int) -> Int { max(16, Int(Double(side) * scale) / 2 * 2) }
    return PixelSize(width: even(canvas.width), height: even(canvas.height))
  }

  /// The picture on frame `index` of the film.
  func picture(onFrame index: Int) throws(RenderError) -> Picture {
    guard let film, index < film.plan.frameCount else { return background }
    return try film.compositor.frame(max(index, 0))
  }

  /// The pictures at some moments of a text's life.
  func pictures(frames: Range<Int>) throws(RenderError) -> [Picture] {
    try moments(of: frames).map { moment throws(RenderError) in
      let picture = try picture(onFrame: moment)
      let kept = Picture(size: picture.size, filledWith: .black)
      kept.copy(picture, in: PixelRect(picture.size))
      return kept
    }
  }

  /// All that `pictures(frames:)` depends on; nil where it can't be told.
  func name(frames: Range<Int>) -> String? {
    guard let film else { return Fingerprint.name(of: background) }
    let names = moments(of: frames).map(film.plan.pictureName(onFrame:))
    let known = names.compactMap { $0 }
    return known.count == names.count ? Fingerprint.name(of: known) : nil
  }

  /// A moment of each clip beneath: stills don't change, and footage is costly to look for.
  private func moments(of frames: Range<Int>) -> [Int] {
    let all = film?.plan.edges ?? []
    let edges = all.filter { frames.contains($0) && $0 != frames.lowerBound }.sorted()
    let bounds = [frames.lowerBound] + edges + [frames.upperBound]
    let middles = zip(bounds, bounds.dropFirst()).map { ($0 + $1) / 2 }
    return Array(middles.prefix(4))
  }
}

extension Draft {
  /// The pictures alone, as they are.
  var plain: Draft {
    var draft = self
    draft.tracks.removeAll { $0.kind != .video }
    for track in draft.tracks.indices {
      for index in draft.tracks[track].segments.indices {
        var style = draft.tracks[track].segments[index].style
        style.motion = []
        for key in ["atmosphere", "region", "effect"] { style.unknown[key] = nil }
        draft.tracks[track].segments[index].style = style
      }
    }
    return draft
  }
}

internal import MediaTime
internal import Pixels
internal import Sound
public import Timeline
internal import Type

/// Looks through a film before it is made for what a viewer would stumble over: fonts and letters
/// that aren't here, words cut short, over the edge or too like the picture beneath, what goes
/// before it is read, stretches of nothing, and how loud it will be.
///
/// The pictures beneath words are drawn without what moves, up to four a text; the sound is mixed
/// once.
public struct Preflight {
  private let draft: Draft
  private let plan: FilmPlan
  private let facts: MediaLookup
  private let backdrop: TitleBackdrop
  private let folder: String
  private let cache: ChunkCache?

  /// Checks the draft and looks its media up.
  /// - Parameters:
  ///   - draft: the film.
  ///   - library: where its media lie.
  ///   - seed: the seed of the film.
  ///   - folder: where the mix waits in a nameless file, eight bytes a sound frame.
  ///   - cache: keeps what was measured, and knows what was before.
  public init(
    _ draft: Draft, library: any MediaLibrary, seed: UInt64 = 1, folder: String,
    cache: ChunkCache? = nil
  ) throws(RenderError) {
    let canvas = PixelSize(width: draft.canvas.width, height: draft.canvas.height)
    let size = RenderSettings.Quality.draft.size(of: canvas)
    let planner = try FilmPlanner(draft, library: library, size: size, seed: seed)
    self.draft = draft
    self.folder = folder
    self.cache = cache
    backdrop = try TitleBackdrop(draft, library: library, size: size, seed: seed)
    plan = try planner.plan()
    facts = planner.facts
  }

  /// What was found, in the order of the film.
  public func findings() throws(RenderError) -> [PreflightFinding] {
    let found = draft.preflight(media: facts) + (try words()) + (try sound())
    return found.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }
    .map(\.element)
  }

  // MARK: Words

  private func words() throws(RenderError) -> [PreflightFinding] {
    var found: [PreflightFinding] = []
    for title in plan.titles {
      let start = draft.segment(title.id)?.start ?? 0
      found += letters(of: title, start)
      if let kind = place(of: title) {
        found.append(PreflightFinding(kind, segment: title.id, start: start))
      }
      if let contrast = try contrast(of: title, start) { found.append(contrast) }
    }
    return found
  }

  /// What of a text can't be shown as it was written.
  private func letters(of title: TitlePlan, _ start: Milliseconds) -> [PreflightFinding] {
    let artwork = title.artwork
    var found: [PreflightFinding] = []
    if !artwork.missing.isEmpty {
      let characters = artwork.missing.prefix(8).map(String.init).joined(separator: " ")
      found.append(
        PreflightFinding(.missingGlyphs, segment: title.id, start: start, detail: characters))
    }
    if let family = artwork.missingFamily {
      found.append(
        PreflightFinding(.missingFont, segment: title.id, start: start, detail: family))
    }
    if artwork.isTruncated {
      found.append(
        PreflightFinding(
          .truncated, segment: title.id, start: start, measured: Double(artwork.text.count),
          limit: Double(title.text.count)))
    }
    return found
  }

  /// Where a text stands that it should not.
  private func place(of title: TitlePlan) -> PreflightFinding.Kind? {
    guard title.artwork.isInsideFrame else { return .outsideFrame }
    return title.artwork.isInside(SafeArea(for: plan.canvas)) ? nil : .outsideSafeArea
  }

  private func contrast(
    of title: TitlePlan, _ start: Milliseconds
  ) throws(RenderError) -> PreflightFinding? {
    let known = [title.name(at: draft.frameRate), backdrop.name(frames: title.frames)]
    let names = known.compactMap { $0 }
    let name = names.count == known.count ? Fingerprint.name(of: "contrast", names) : nil
    let least = try kept(named: name) { () throws(RenderError) in
      Measured(value: try leastContrast(of: title))
    }.value
    let limit = title.artwork.requiredContrast
    // A tenth of the ratio is nothing that anybody sees.
    guard let least, least < limit * 0.9 else { return nil }
    return PreflightFinding(
      .lowContrast, segment: title.id, start: start, measured: least, limit: limit)
  }

  private func leastContrast(of title: TitlePlan) throws(RenderError) -> Double? {
    var least: Double?
    do {
      for picture in try backdrop.pictures(frames: title.frames) {
        guard let contrast = try Contrast(of: title.artwork, over: picture) else { continue }
        least = min(least ?? .infinity, contrast.ratio)
      }
    } catch {
      throw RenderError(wrapping: error)
    }
    return least
  }

  private struct Measured: Codable {
    var value: Double?
  }

  private func kept<Value: Codable>(
    named name: String?, _ make: () throws(RenderError) -> Value
  ) throws(RenderError) -> Value {
    guard let cache else { return try make() }
    return try cache.value(named: name, make: make)
  }

  // MARK: Sound

  /// What the mix is like before its loudness is set.
  private func sound() throws(RenderError) -> [PreflightFinding] {
    guard !plan.sounds.isEmpty else { return [] }
    let name = plan.soundName(program: PieceNames.program, soundFont: nil)
    let report = try kept(
      named: name.flatMap { Fingerprint.name(of: "mastering", $0) }
    ) { () throws(RenderError) in
      do {
        return try SoundMaster(plan: plan, folder: folder).report()
      } catch {
        throw RenderError(wrapping: error)
      }
    }
    guard report.mix.integrated != nil || report.mix.truePeak != nil else {
      return draft.preflight(media: facts).contains { $0.kind == .silent }
        ? [] : [PreflightFinding(.silent)]
    }
    if report.isBounded, let loudness = report.loudness {
      return [PreflightFinding(.quiet, measured: loudness, limit: Mastering().target)]
    }
    let over = (report.mix.truePeak ?? 0) - Self.loudestPeak
    return over > 0 ? [PreflightFinding(.clipping, measured: over)] : []
  }

  /// A mix this far over full scale, in dBTP, was added up carelessly.
  private static let loudestPeak = 6.0
}

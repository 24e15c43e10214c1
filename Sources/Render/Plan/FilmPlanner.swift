internal import Foundation
internal import Libav
internal import MediaTime
internal import Motion
internal import Music
internal import Pixels
internal import Scenes
internal import Timeline

/// Turns a draft and its media into a `FilmPlan`.
struct FilmPlanner {
  let draft: Draft
  let canvas: PixelSize
  let seed: UInt64
  private let library: any MediaLibrary
  private let shelf: MediaShelf?
  private let media: [String: MediumPlan]
  private let warnings: [String]

  /// A medium with what was found in its file.
  struct MediumPlan {
    let path: String
    let probe: MediaProbe
    var scene: SceneFile?
    var sound: MadeSound?
  }

  /// Looks every medium up and checks the draft against what is there.
  /// - Parameter shelf: what is known of the media already, and keeps what is found out.
  init(
    _ draft: Draft, library: any MediaLibrary, size: PixelSize?, seed: UInt64,
    shelf: MediaShelf? = nil
  ) throws(RenderError) {
    self.draft = draft
    self.seed = seed
    self.library = library
    self.shelf = shelf
    canvas = size ?? PixelSize(width: draft.canvas.width, height: draft.canvas.height)
    var media: [String: MediumPlan] = [:]
    for id in draft.mediaIDs {
      guard let path = library.path(of: id) else { continue }
      if let scene = SceneFile(path: path) {
        media[id] = MediumPlan(path: path, probe: SceneFile.probe(on: canvas), scene: scene)
        continue
      }
      if let sound = MadeSound(path: path) {
        media[id] = MediumPlan(
          path: path, probe: .synthesised(lasting: sound.duration), sound: sound)
        continue
      }
      do {
        let probe = if let shelf { try shelf.probe(path) } else { try Media.probe(path: path) }
        media[id] = MediumPlan(path: path, probe: probe)
      } catch {
        throw RenderError(.unreadableMedia, error.message, cause: error)
      }
    }
    self.media = media
    let problems = draft.problems { id in media[id].map { MediaFacts($0.probe) } }
    let errors = problems.filter { $0.severity == .error }
    guard errors.isEmpty else {
      let code: RenderError.Code =
        errors.contains { $0.code == .unknownMedia } ? .missingMedia : .invalidDraft
      throw RenderError(code, errors.map(\.message).joined(separator: "\n"))
    }
    warnings = problems.map(\.message)
  }

  /// What the media are.
  var facts: MediaLookup {
    let media = media
    return { id in media[id].map { MediaFacts($0.probe) } }
  }

  func plan() throws(RenderError) -> FilmPlan {
    var backdrop: TitleBackdrop?
    let plan = wordless()
    var arrangement = TextArrangement(draft, on: canvas)
    let titles = try words.map { segment, frames throws(RenderError) in
      let shift = try arrangement.shift(of: segment)
      return try title(segment, on: frames, shifted: shift) { () throws(RenderError) in
        let known = if let backdrop { backdrop } else { try self.backdrop() }
        backdrop = known
        return try known.pictures(frames: frames)
      }
    }
    return plan.with(titles: titles, notes: plan.notes + titles.flatMap(\.notes))
  }

  /// All but the words: they take longest, and a single frame shows few of them.
  func wordless() -> FilmPlan {
    var tracks: [[ClipPlan]] = []
    var sounds: [SoundPlan] = []
    var notes = warnings
    for track in draft.tracks {
      if track.kind == .video { tracks.append(clips(of: track, notes: &notes)) }
      sounds += self.sounds(of: track)
    }
    return FilmPlan(
      canvas: canvas, frameRate: draft.frameRate, frameCount: draft.frameCount,
      background: YCbCr(hex: draft.canvas.background) ?? .black, tracks: tracks,
      titles: [], sounds: sounds, notes: notes)
  }

  /// Segments with words, and the frames on which they show.
  var words: [(segment: Segment, frames: Range<Int>)] {
    draft.tracks.filter { $0.kind == .text }.flatMap(\.segments).compactMap { segment in
      let frames = frames(of: segment)
      return frames.isEmpty ? nil : (segment, frames)
    }
  }

  /// The words of a segment, ready to be drawn over what `pictures` shows.
  func title(
    _ segment: Segment, on frames: Range<Int>, shifted shift: Double,
    over pictures: () throws -> [Picture]
  ) throws(RenderError) -> TitlePlan {
    try TitlePlan(segment, frames: frames, canvas: canvas, shift: shift, over: pictures)
  }

  /// What lies beneath the words.
  func backdrop() throws(RenderError) -> TitleBackdrop {
    try TitleBackdrop(
      draft, library: library, size: TitleBackdrop.smallSize(for: canvas), seed: seed,
      shelf: shelf)
  }

  private var frameRate: FrameRate { draft.frameRate }

  private func frames(of segment: Segment) -> Range<Int> {
    let first = frameRate.firstFrame(notBefore: MediaTime(segment.start))
    let end = frameRate.firstFrame(notBefore: MediaTime(segment.end))
    return first..<max(first, end)
  }

  private func clips(of track: Track, notes: inout [String]) -> [ClipPlan] {
    track.segments.enumerated().compactMap { index, segment in
      guard let id = segment.source, let medium = media[id],
        let video = medium.probe.video
      else { return nil }
      let next = index + 1 < track.segments.count ? track.segments[index + 1] : nil
      let segmentSeed = seed &+ segment.id.stableHash
      let isStill = medium.probe.kind == .image
      let script = CameraScript(
        segment.style.motion, duration: segment.duration, seed: segmentSeed,
        hasDepth: isStill && !video.hasAlpha)
      let treatment = ClipTreatment(segment.style, isStill: isStill, seed: segmentSeed) { id in
        library.path(of: id).flatMap { try? String(contentsOfFile: $0, encoding: .utf8) }
      }
      notes += script.notes + treatment.notes
      let inset = segment.style.inset
      let fit = inset != nil ? .fit : medium.scene == nil ? segment.style.fit ?? .fill : .fill
      let rect =
        inset.map { canvas.placement(of: video.size, laid: $0) }
        ?? canvas.placement(of: video.size, fit: fit)
      let size = PixelSize(width: rect.width, height: rect.height)
      let camera = CameraPath(
        moves: script.motions, duration: MediaTime(segment.duration), frame: size,
        picture: fit == .crop ? size : video.size, parallax: script.parallax)
      let clock = clock(of: segment, medium.probe)
      let shutter = Shutter(
        frameDuration: frameRate.frameDuration * (isStill ? clock.moveRate : 1))
      return ClipPlan(
        id: segment.id, path: medium.path, kind: isStill ? .still : .footage,
        frames: frames(of: segment), clock: clock, rect: rect, fit: fit, camera: camera,
        shutter: shutter,
        isQuick: !isStill
          && shutter.isNeeded(over: camera.duration, travel: camera.travel(from:to:)),
        study: isStill ? study(script, treatment, camera) : .none,
        treatment: treatment, scene: medium.scene, depthMap: library.depthMap(of: id),
        mask: library.mask(of: id),
        hasAlpha: video.hasAlpha, opacity: inset?.opacity ?? 1, exit: exit(of: segment, into: next),
        fadeIn: fadeIn(of: segment, after: index > 0 ? track.segments[index - 1] : nil),
        fadeOut: fadeOut(of: segment, into: next))
    }
  }

  private func study(
    _ script: CameraScript, _ treatment: ClipTreatment, _ camera: CameraPath
  ) -> ClipPlan.Study {
    let isTreated = !(treatment.regions.isEmpty && treatment.atmospheres.isEmpty)
    if script.needsDepth || isTreated || treatment.effect != nil { return .depth }
    let isAimed = script.motions.contains(where: \.isAimedAtSubject)
    return isAimed || camera.isCropped ? .subject : .none
  }

  /// Where a transition leads into a clip, that is how it comes.
  private func fadeIn(of segment: Segment, after previous: Segment?) -> Range<Int> {
    let frames = frames(of: segment)
    guard let length = segment.style.fadeIn, !segment.style.fadesSoundOnly(at: .start),
      previous.flatMap({ exit(of: $0, into: segment) }) == nil
    else { return frames.lowerBound..<frames.lowerBound }
    let end = frameRate.firstFrame(notBefore: MediaTime(segment.start + length))
    return frames.lowerBound..<min(max(end, frames.lowerBound), frames.upperBound)
  }

  private func fadeOut(of segment: Segment, into next: Segment?) -> Range<Int> {
    let frames = frames(of: segment)
    guard let length = segment.style.fadeOut, !segment.style.fadesSoundOnly(at: .end),
      exit(of: segment, into: next) == nil
    else { return frames.upperBound..<frames.upperBound }
    let start = frameRate.firstFrame(notBefore: MediaTime(segment.end - length))
    return max(min(start, frames.upperBound), frames.lowerBound)..<frames.upperBound
  }

  private func exit(of segment: Segment, into next: Segment?) -> ClipPlan.ExitPlan? {
    guard let next, let transition = segment.style.transition, transition.kind != .cut
    else { return nil }
    let shared = frames(of: segment).clamped(to: frames(of: next))
    return shared.isEmpty ? nil : ClipPlan.ExitPlan(kind: transition.kind, frames: shared)
  }

  private func clock(of segment: Segment, _ probe: MediaProbe) -> SourceClock {
    let rate = probe.video?.frameRate ?? FrameRate(30)
    return SourceClock(
      start: MediaTime(segment.start), duration: MediaTime(segment.duration),
      inPoint: MediaTime(segment.inPoint), speed: MediaTime(speed: segment.speed),
      playback: segment.style.playback ?? .normal, sourceDuration: probe.duration,
      sourceFrame: rate.frameDuration)
  }

  private func sounds(of track: Track) -> [SoundPlan] {
    guard track.kind != .text else { return [] }
    return track.segments.enumerated().flatMap { index, segment -> [SoundPlan] in
      guard let id = segment.source, let medium = media[id], medium.probe.audio != nil,
        segment.volume > 0, segment.style.playback != .freeze
      else { return [] }
      let sound = SoundPlan(
        segment, from: origin(of: index, on: track, medium),
        role: track.kind == .audio ? .laid(segment.style.role) : .source,
        previous: index > 0 ? track.segments[index - 1] : nil,
        next: index + 1 < track.segments.count ? track.segments[index + 1] : nil)
      return sound.turns(every: clock(of: segment, medium.probe).turnLength)
    }
  }

  /// Where a segment's sound comes from. Music that was cut and goes on is one piece, composed to
  /// end where the last part of it does.
  private func origin(of index: Int, on track: Track, _ medium: MediumPlan) -> SoundOrigin {
    var last = track.segments[index]
    for next in track.segments.dropFirst(index + 1) {
      guard last.runsOn(into: next) else { break }
      last = next
    }
    let length =
      MediaTime(last.inPoint) + MediaTime(last.duration) * MediaTime(speed: last.speed)
    switch medium.sound {
    case .music(let recipe):
      let style = track.segments[index].style
      return .music(recipe.adapted(mood: style.mood, tempo: style.tempo), lasting: length)
    case .effect(let recipe): return .effect(recipe, lasting: length)
    case nil: return .file(path: medium.path)
    }
  }
}

extension Draft {
  /// Every medium that a segment names, once each, in order.
  fileprivate var mediaIDs: [String] {
    var seen: Set<String> = []
    return tracks.flatMap(\.segments).compactMap(\.source).filter { seen.insert($0).inserted }
  }
}

extension String {
  /// FNV-1a (Fowler, Noll & Vo 1991), the same in every run.
  fileprivate var stableHash: UInt64 {
    utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

internal import Foundation
internal import Libav
internal import MediaTime
internal import Motion
internal import Pixels
internal import Scenes
internal import Timeline

/// Turns a draft and its media into a `FilmPlan`.
struct FilmPlanner {
  let draft: Draft
  let canvas: PixelSize
  let seed: UInt64
  private let library: any MediaLibrary
  private let media: [String: MediumPlan]
  private let warnings: [String]

  /// A medium with what was found in its file.
  struct MediumPlan {
    let path: String
    let probe: MediaProbe
    var scene: SceneFile?
  }

  /// Looks every medium up and checks the draft against what is there.
  init(
    _ draft: Draft, library: any MediaLibrary, size: PixelSize?, seed: UInt64
  ) throws(RenderError) {
    self.draft = draft
    self.seed = seed
    self.library = library
    canvas = size ?? PixelSize(width: draft.canvas.width, height: draft.canvas.height)
    var media: [String: MediumPlan] = [:]
    for id in draft.mediaIDs {
      guard let path = library.path(of: id) else { continue }
      if let scene = SceneFile(path: path) {
        media[id] = MediumPlan(path: path, probe: SceneFile.probe(on: canvas), scene: scene)
        continue
      }
      do {
        media[id] = MediumPlan(path: path, probe: try Media.probe(path: path))
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

  func plan() throws(RenderError) -> FilmPlan {
    var titles: [TitlePlan] = []
    var tracks: [[ClipPlan]] = []
    var sounds: [SoundPlan] = []
    var notes = warnings
    for track in draft.tracks {
      switch track.kind {
      case .video:
        tracks.append(clips(of: track, notes: &notes))
        sounds += self.sounds(of: track)
      case .audio: sounds += self.sounds(of: track)
      case .text:
        for segment in track.segments {
          let frames = frames(of: segment)
          guard !frames.isEmpty else { continue }
          titles.append(try TitlePlan(segment, frames: frames, canvas: canvas))
        }
      }
    }
    notes += titles.flatMap(\.notes) + undrawn
    return FilmPlan(
      canvas: canvas, frameRate: frameRate, frameCount: frameCount,
      background: YCbCr(hex: draft.canvas.background) ?? .black, tracks: tracks,
      titles: titles, sounds: sounds, notes: notes)
  }

  /// What the draft asks for that isn't done yet.
  private var undrawn: [String] {
    let ducks = draft.tracks.flatMap(\.segments).contains { $0.style.duck == true }
    return ducks ? ["\"duck\" isn't carried out yet; the film is made without it"] : []
  }

  private var frameRate: FrameRate { FrameRate(Int32(draft.canvas.framesPerSecond)) }

  private var frameCount: Int {
    max(1, frameRate.firstFrame(notBefore: MediaTime(draft.lastEnd)))
  }

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
      let fit = medium.scene == nil ? segment.style.fit ?? .fill : .fill
      let rect = canvas.placement(of: video.size, fit: fit)
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
        hasAlpha: video.hasAlpha, exit: exit(of: segment, into: next),
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
    track.segments.enumerated().flatMap { index, segment -> [SoundPlan] in
      guard let id = segment.source, let medium = media[id], medium.probe.audio != nil,
        segment.volume > 0, segment.style.playback != .freeze
      else { return [] }
      let sound = SoundPlan(
        segment, path: medium.path, previous: index > 0 ? track.segments[index - 1] : nil,
        next: index + 1 < track.segments.count ? track.segments[index + 1] : nil)
      return sound.turns(every: clock(of: segment, medium.probe).turnLength)
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

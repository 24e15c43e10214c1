internal import Libav
internal import MediaTime
internal import Timeline
internal import Type

/// By what the pieces of a film are known: by all that their bytes depend on, wherever in a film
/// they stand.
struct PieceNames {
  private let ground: String?
  private let tracks: [[Part]]
  /// The film's sound; nil where it can't be kept or there is none.
  let sound: String?

  /// What shows on some frames, and what it is but for where it begins.
  private struct Part {
    let frames: Range<Int>
    let name: String?
  }

  init(_ plan: FilmPlan, _ settings: VideoSettings, soundFont: String?) {
    let program = Self.program
    ground = Fingerprint.name(
      of: program as Any, settings, plan.background,
      // x264 tells its version and all its settings in them.
      (try? VideoEncoder(settings: settings))?.parameterSets as Any)
    let rate = plan.frameRate
    let titles = plan.titles.map { Part(frames: $0.frames, name: $0.name(at: rate)) }
    tracks =
      plan.tracks.map { $0.map { Part(frames: $0.frames, name: $0.name(at: rate)) } } + [titles]
    sound = plan.soundName(program: program, soundFont: soundFont)
  }

  /// What makes the films.
  static var program: String? {
    Fingerprint.name(of: FileIdentity(path: "/proc/self/exe") as Any, MediaLibraries.version)
  }

  /// The piece that shows `frames`; nil where it can't be kept.
  func piece(of frames: Range<Int>) -> String? {
    guard let ground else { return nil }
    var names = [ground, String(frames.count)]
    for track in tracks {
      let showing = track.filter { $0.frames.overlaps(frames) }
      // Tells where a track ends and the next begins.
      names.append(String(showing.count))
      for part in showing {
        guard let name = part.name else { return nil }
        names += [name, String(part.frames.lowerBound - frames.lowerBound)]
      }
    }
    return Fingerprint.name(of: names)
  }
}

extension ClipPlan {
  /// All that its frames depend on but where they begin in the film.
  fileprivate func name(at rate: FrameRate) -> String? {
    var clip = self
    let first = frames.lowerBound
    clip.frames = frames.counted(from: first)
    clip.fadeIn = fadeIn.counted(from: first)
    clip.fadeOut = fadeOut.counted(from: first)
    clip.exit = exit.map { ExitPlan(kind: $0.kind, frames: $0.frames.counted(from: first)) }
    clip.clock.start = clock.start - rate.time(ofFrame: first)
    clip.path = ""
    clip.depthMap = nil
    clip.mask = nil
    guard let files = [path, depthMap, mask].identities else { return nil }
    return Fingerprint.name(of: clip, files)
  }
}

extension TitlePlan {
  /// All that its frames depend on but where they begin in the film.
  func name(at rate: FrameRate) -> String? {
    Fingerprint.name(
      of: artwork.design, artwork.picture, artwork.x, artwork.y, artwork.families, animation,
      duration, frames.count, start - rate.time(ofFrame: frames.lowerBound))
  }
}

extension FilmPlan {
  /// All that the clips of frame `index` show; nil where it can't be told.
  func pictureName(onFrame index: Int) -> String? {
    var names = [PieceNames.program]
    for track in tracks {
      let showing = track.filter { $0.frames.contains(index) }
      names.append(String(showing.count))
      for clip in showing {
        names += [clip.name(at: frameRate), String(index - clip.frames.lowerBound)]
      }
    }
    let known = names.compactMap { $0 }
    return known.count == names.count ? Fingerprint.name(of: known, background, canvas) : nil
  }

  /// All that its sound depends on; nil where it can't be told or there is none.
  func soundName(program: String?, soundFont: String?) -> String? {
    let files = sounds.map(\.origin.file) + [soundFont]
    guard !sounds.isEmpty, let program, let files = files.identities else { return nil }
    return Fingerprint.name(of: program, sounds, duration, files)
  }
}

extension [String?] {
  /// What the files at these paths are; nil where one of them isn't there.
  fileprivate var identities: [FileIdentity?]? {
    let identities = map { path in path.flatMap(FileIdentity.init(path:)) }
    let isWhole = zip(self, identities).allSatisfy { $0 == nil || $1 != nil }
    return isWhole ? identities : nil
  }
}

extension Range<Int> {
  fileprivate func counted(from start: Int) -> Range<Int> {
    lowerBound - start..<upperBound - start
  }
}

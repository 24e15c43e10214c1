internal import Libav
internal import MediaTime
internal import Motion
internal import Pixels
internal import Sound
internal import Timeline

/// Looks at and listens to one whole file, once. Memory does not grow with its length.
struct Analysis {
  let path: String
  let facts: MediaFacts

  /// Frames that the palette of a film is taken from, spread over it.
  private static let paletteFrames = 64
  /// More shots than these are no cuts but flicker; what follows belongs to the last one.
  private static let mostShots = 10_000
  /// Pairs of samples read at once.
  private static let blockLength = 9600
  /// The share of the work that sound takes beside pictures.
  private static let soundShare = 0.15

  /// Does the work. Parts of a damaged file are left out; throws where nothing of it can be read.
  func run(progress: (Double) -> Void) throws -> MediaAnalysis {
    var analysis = MediaAnalysis()
    let pictures = facts.kind == .video ? (facts.hasAudio ? 1 - Self.soundShare : 1) : 0
    switch facts.kind {
    case .image:
      var palette = PaletteMaker()
      palette.add(try Still.decode(path: path, neededSize: PixelSize(width: 256, height: 256)))
      analysis.palette = palette.colors
    case .video: try watch(&analysis) { progress($0 * pictures) }
    case .audio, .subtitles, .table: break
    }
    if facts.hasAudio || facts.kind == .audio {
      try listen(&analysis) { progress(pictures + $0 * (1 - pictures)) }
    }
    return analysis
  }

  private func watch(
    _ analysis: inout MediaAnalysis, progress: (Double) -> Void
  ) throws {
    let reader = try VideoReader(path: path)
    let rate = reader.frameRate
    let count = max(1, rate.firstFrame(notBefore: reader.duration))
    let step = max(1, count / Self.paletteFrames)
    var palette = PaletteMaker()
    var detector = ShotDetector()
    var cuts: [Int] = []
    var shown: (plane: Plane, signature: LumaSignature)?
    var seen = 0
    while seen < count {
      guard let picture = try frame(reader, at: rate.time(ofFrame: seen), isFirst: seen == 0)
      else { break }
      if seen % step == 0 { palette.add(picture) }
      let signature =
        shown?.plane === picture.luma ? shown?.signature : LumaSignature(picture.luma)
      if let signature {
        shown = (picture.luma, signature)
        if let cut = detector.add(signature) { cuts.append(cut) }
      }
      seen += 1
      progress(Double(seen) / Double(count))
    }
    cuts += detector.finish()
    analysis.palette = palette.colors
    let last = seen == count ? reader.duration : rate.time(ofFrame: seen)
    let edges =
      [MediaTime.zero] + cuts.prefix(Self.mostShots - 1).map { rate.time(ofFrame: $0) } + [last]
    analysis.shots = zip(edges, edges.dropFirst()).map { start, end in
      MediaAnalysis.Shot(start: start.milliseconds.seconds, end: end.milliseconds.seconds)
    }
  }

  /// The next frame; nil where the rest of the film is damaged.
  private func frame(
    _ reader: VideoReader, at time: MediaTime, isFirst: Bool
  ) throws(MediaError) -> Picture? {
    do {
      return try reader.frame(at: time)
    } catch {
      if isFirst { throw error }
      return nil
    }
  }

  private func listen(
    _ analysis: inout MediaAnalysis, progress: (Double) -> Void
  ) throws {
    let reader = try AudioReader(path: path)
    let total = max(reader.duration.seconds * Double(AudioReader.sampleRate), 1)
    var meter = try LoudnessMeter()
    var speech = SpeechDetector()
    var heard = 0
    while true {
      guard let samples = try block(reader, isFirst: heard == 0) else { break }
      try meter.add(samples)
      speech.add(samples)
      heard += samples.count / 2
      progress(min(1, Double(heard) / total))
      if samples.count < 2 * Self.blockLength { break }
    }
    analysis.loudnessLUFS = meter.loudness.integrated.map { ($0 * 10).rounded() / 10 }
    analysis.hasSpeech = speech.verdict
  }

  /// The next samples; nil where the rest of the sound is damaged, or all of a film's.
  private func block(_ reader: AudioReader, isFirst: Bool) throws -> [Float]? {
    do {
      return try reader.read(count: Self.blockLength)
    } catch {
      if isFirst, facts.kind == .audio { throw error }
      return nil
    }
  }
}

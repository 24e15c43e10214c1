public import Libav
public import MediaTime
public import Motion
public import Timeline

/// What a film is, measured from its own frames and its own sound.
public struct FilmReport: Hashable, Sendable {
  /// The film's file.
  public var path: String
  /// Container, streams and tags.
  public var probe: MediaProbe
  /// What the frames show; nil where there are no pictures.
  public var picture: PictureReport?
  /// What is heard; nil where there is no sound.
  public var sound: SoundReport?
  /// What the film was asked to be; nil where its file doesn't say.
  public var intent: FilmIntent?
  /// What was found, the worst first.
  public var findings: [Finding] = []

  /// How long the film lasts.
  public var duration: MediaTime { probe.duration }

  /// Whether any finding is a fault.
  public var hasFaults: Bool { findings.contains { $0.severity == .fault } }
}

/// What the frames of a film show.
public struct PictureReport: Hashable, Sendable, Codable {
  /// Frames looked at, one for each that the frame rate asks for.
  public var frameCount = 0
  /// Frames that the file announces and that could not be decoded.
  public var missingFrames = 0
  /// Why decoding ended early, where it did.
  public var failure: String?
  /// The first frame after each cut, dissolves aside.
  public var cuts: [Int] = []
  /// Black frames, 0.1 seconds or more in a row.
  public var blackRuns: [FrameRun] = []
  /// Frames that show the same but for noise, half a second or more in a row, black ones aside.
  public var frozenRuns: [FrameRun] = []
  /// How each shot moves; empty where motion wasn't measured.
  public var shots: [MotionReport] = []
}

/// What is heard of a film.
public struct SoundReport: Hashable, Sendable, Codable {
  /// How long the sound lasts, in milliseconds.
  public var duration: Milliseconds = 0
  /// Integrated loudness in LUFS (ITU-R BS.1770-4); nil where nothing was loud enough.
  public var integrated: Double?
  /// Loudness range in LU (EBU Tech 3342).
  public var range = 0.0
  /// The highest true peak in dBTP; nil for digital silence.
  public var truePeak: Double?
  /// Flat tops: runs of three or more samples at full scale in one channel.
  public var clippedRuns = 0
  /// When the first of them is heard, in milliseconds.
  public var firstClip: Milliseconds?
  /// Silence below −60 dBFS, a second or more in a row.
  public var silences: [SoundRun] = []
  /// Why decoding ended early, where it did.
  public var failure: String?
}

/// A run of frames.
public struct FrameRun: Hashable, Sendable, Codable {
  /// The first frame, counted from the film's.
  public var firstFrame: Int
  /// How many frames.
  public var frameCount: Int

  /// The frame after the last.
  public var endFrame: Int { firstFrame + frameCount }
}

/// A run of sound.
public struct SoundRun: Hashable, Sendable, Codable {
  /// When it begins, in milliseconds.
  public var start: Milliseconds
  /// How long it lasts, in milliseconds.
  public var duration: Milliseconds
}

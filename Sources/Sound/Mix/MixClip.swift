public import MediaTime

/// A piece of sound on the timeline.
///
/// ```
///            start                    start + duration
///  timeline    |---/‾‾‾‾‾‾‾‾‾‾‾‾‾‾\-----|
///               fadeIn         fadeOut
///  source   |------[=================]------|
///               inPoint           outPoint
/// ```
public struct MixClip: Sendable {
  /// In which order the source's frames are heard.
  public enum Playback: Hashable, Sendable {
    /// From the in-point on; silence after the source's end.
    case normal
    /// From the in-point to the out-point (or the source's end), again and again.
    case loop
    /// From the end of what `normal` would play back to the in-point.
    case reverse
  }

  /// Opens the source, just before it is first heard; it is let go after the clip's end.
  public var open: @Sendable () throws -> any SampleSource
  /// When the clip begins on the timeline; it may be negative, the part before 0 is not heard.
  public var start: MediaTime
  /// How long it lasts on the timeline.
  public var duration: MediaTime
  /// The first moment of the source that is heard.
  public var inPoint: MediaTime
  /// Where the source's part ends; nil for its own end.
  public var outPoint: MediaTime?
  /// Factor of amplitude; 1 leaves it as it is.
  public var gain: Double
  /// How long it rises from silence.
  public var fadeIn: MediaTime
  /// How long it falls to silence.
  public var fadeOut: MediaTime
  /// The shape of both fades.
  public var curve: FadeCurve
  /// Seconds of the source heard in a second, brought into 0.1…10; pitch stays as it is.
  public var speed: Double
  /// In which order frames are heard.
  public var playback: Playback
  /// Whether the clip goes on where the one before ends, as after a split: then its edge is
  /// not softened, so that nothing is heard of the cut.
  public var joinsPrevious: Bool
  /// Whether the next clip goes on where this one ends.
  public var joinsNext: Bool
  /// What it is in the mix: voice-overs and sounding footage push down what gives way.
  public var role: MixRole
  /// Whether it gives way to voice-overs and footage that sounds; then nothing gives way to it.
  public var ducks: Bool

  /// A clip; `open` is called once, just before the clip is first heard.
  public init(
    start: MediaTime, duration: MediaTime, gain: Double = 1,
    open: @escaping @Sendable () throws -> any SampleSource
  ) {
    self.open = open
    self.start = start
    self.duration = duration
    inPoint = .zero
    outPoint = nil
    self.gain = gain
    fadeIn = .zero
    fadeOut = .zero
    curve = .equalPower
    speed = 1
    playback = .normal
    joinsPrevious = false
    joinsNext = false
    role = .effect
    ducks = false
  }

  /// A clip of a source that is open already, such as sound in memory.
  public init(
    _ source: any SampleSource & Sendable, start: MediaTime, duration: MediaTime, gain: Double = 1
  ) {
    self.init(start: start, duration: duration, gain: gain) { source }
  }
}

extension MixClip {
  /// Fades every clip of a track into the next where the two overlap, with equal power.
  ///
  /// ```
  ///  |------A------\~~|
  ///             |~~/------B------|
  /// ```
  ///
  /// Longer fades that clips have already stay.
  public static func crossFaded(_ track: [MixClip]) -> [MixClip] {
    var clips = track.sorted { $0.start < $1.start }
    for index in clips.indices.dropLast() {
      let end = clips[index].start + clips[index].duration
      let overlap = min(end - clips[index + 1].start, clips[index + 1].duration)
      guard overlap > .zero else { continue }
      clips[index].fadeOut = max(clips[index].fadeOut, overlap)
      clips[index + 1].fadeIn = max(clips[index + 1].fadeIn, overlap)
    }
    return clips
  }
}

public import MediaTime

/// The one format of sound: 48 kHz, two channels (left, right), interleaved `Float`, where ±1
/// is full scale. A frame is one sample of each channel.
public enum SampleClock {
  /// Frames a second.
  public static let rate = 48_000
  /// Samples a frame.
  public static let channels = 2

  /// The nearest frame to `time`, halves up; sums of times stay on one grid.
  public static func frame(at time: MediaTime) -> Int {
    (time + MediaTime(1, over: 96_000)).count(of: MediaTime(1, over: 48_000))
  }

  /// When a frame sounds.
  public static func time(ofFrame frame: Int) -> MediaTime {
    MediaTime(Int64(frame), over: 48_000)
  }
}

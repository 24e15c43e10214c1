import Foundation

/// How loud a programme is (ITU-R BS.1770-4, EBU R 128, EBU Tech 3342).
public struct Loudness: Hashable, Sendable, Codable {
  /// Integrated loudness in LUFS; nil where nothing was loud enough to count.
  public let integrated: Double?
  /// Loudness range in LU; 0 for less than three seconds of sound.
  public let range: Double
  /// The highest true peak of the channels in dBTP; nil for digital silence.
  public let truePeak: Double?
  /// The highest sample of the channels in dBFS; nil for digital silence.
  public let samplePeak: Double?
  /// Samples at full scale or beyond.
  public let clippedSamples: Int
  /// Flat tops: runs of three or more such samples in one channel.
  public let clippedRuns: Int

  /// The factor of amplitude that brings the programme to `target` LUFS; 1 for silence.
  public func gain(toward target: Double) -> Double {
    integrated.map { pow(10, (target - $0) / 20) } ?? 1
  }
}

import Foundation
import MediaTime

/// Finds the beats of music as it goes by. Keeps eight bytes for every hundredth of a second.
///
/// ```swift
/// let grid = try BeatTracker.beats(of: song)  // nil where nothing is regular
/// ```
public struct BeatTracker: Sendable {
  private var strength = OnsetStrength()

  /// Windows see an onset this many frames before they end.
  private static let latency = 900.0
  private static let leastRegularity = 0.2
  /// In standard deviations over the mean.
  private static let onsetStrength: Float = 0.15
  /// −60 dBFS.
  private static let silence: Float = 1e-6

  /// A tracker that has heard nothing yet.
  public init() {}

  /// Hears the next frames, interleaved; samples that are no numbers count as silence.
  public mutating func add(_ samples: Span<Float>) {
    precondition(samples.count.isMultiple(of: 2), "stereo has two samples a frame")
    strength.add(samples)
  }

  /// The beats of everything heard so far; nil where there is no music with a beat: silence,
  /// noise, speech, or less than four beats.
  public consuming func grid() -> BeatGrid? {
    strength.finish()
    guard strength.levels.contains(where: { $0 > Self.silence }) else { return nil }
    let envelope = BeatEnvelope(strength.values)
    guard let tempo = TempoPath(envelope), tempo.regularity >= Self.leastRegularity else {
      return nil
    }
    let path = BeatPath(envelope, tempo: tempo)
    let sounding = path.beats.filter { isSounding(near: $0, for: tempo) }
    guard sounding.count >= 4 else { return nil }
    let gaps = zip(path.beats, path.beats.dropFirst()).map { $1 - $0 }.sorted()
    return BeatGrid(
      beats: sounding.map(Self.time), onsets: onsets(envelope.values).map(Self.time),
      tempo: 60 * OnsetStrength.rate / gaps[gaps.count / 2], confidence: tempo.regularity)
  }

  /// Whether something sounds within a beat of a hop.
  private func isSounding(near hop: Double, for tempo: TempoPath) -> Bool {
    let reach = Int(tempo.periods[min(Int(hop) / TempoPath.step, tempo.periods.count - 1)] * 0.75)
    let range = max(Int(hop) - reach, 0)..<min(Int(hop) + reach, strength.levels.count)
    return strength.levels[range].contains { $0 > Self.silence }
  }

  private func onsets(_ values: [Float]) -> [Double] {
    let reach = 4
    return values.indices.filter { index in
      let around = max(index - reach, 0)...min(index + reach, values.count - 1)
      return values[index] > Self.onsetStrength && values[around].allSatisfy { $0 <= values[index] }
        && !values[around.lowerBound..<index].contains(values[index])
    }.map(Double.init)
  }

  private static func time(_ hop: Double) -> MediaTime {
    let frame = (hop + 1) * Double(OnsetStrength.hop) - latency
    return SampleClock.time(ofFrame: max(Int(frame.rounded()), 0))
  }

  /// The beats of a source, read from its start to its end.
  ///
  /// - Throws: Whatever the source throws.
  public static func beats(of source: any SampleSource) throws -> BeatGrid? {
    var tracker = BeatTracker()
    var block = [Float](repeating: 0, count: 2 * 4096)
    var frame = 0
    while true {
      var span = block.mutableSpan
      let count = try source.read(from: frame, frames: 4096, into: &span)
      guard count > 0 else { return tracker.grid() }
      tracker.add(block.span.extracting(first: 2 * count))
      frame += count
    }
  }
}

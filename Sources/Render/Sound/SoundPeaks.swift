internal import Libav
public import MediaTime
internal import Sound

/// How loud a sound is from step to step, to be drawn as a curve.
public struct SoundPeaks: Hashable, Sendable, Codable {
  /// How long it plays.
  public var duration: Milliseconds
  /// The loudest sample of each of so many equal steps of it: 255 is full scale.
  public var values: [UInt8]

  /// Peaks.
  public init(duration: Milliseconds, values: [UInt8]) {
    self.duration = duration
    self.values = values
  }

  /// How long what has no end is played.
  private static let usualLength: Milliseconds = 30_000

  /// Listens to the file at `path`: a file's sound, or music or an effect that is made up.
  /// - Parameters:
  ///   - path: the file.
  ///   - bins: how many steps, at least one.
  ///   - length: how long what is made up is played; nil for as long as it is, or half a minute.
  ///   - progress: called with growing shares of 1.
  ///
  /// Throws where the file can't be read or has no sound.
  public init(
    of path: String, bins: Int, lasting length: Milliseconds? = nil,
    progress: (Double) -> Void = { _ in }
  ) throws {
    let (source, duration) = try Self.open(path, lasting: length)
    let frames = max(SampleClock.frame(at: duration), 1)
    var peaks = [Float](repeating: 0, count: max(bins, 1))
    var block = [Float](repeating: 0, count: 2 * 8192)
    var position = 0
    while position < frames {
      var span = block.mutableSpan
      let count = try source.read(
        from: position, frames: min(8192, frames - position), into: &span)
      guard count > 0 else { break }
      for frame in 0..<count {
        let bin = (position + frame) * peaks.count / frames
        peaks[bin] = max(peaks[bin], abs(block[2 * frame]), abs(block[2 * frame + 1]))
      }
      position += count
      progress(Double(position) / Double(frames))
    }
    self.init(
      duration: duration.milliseconds,
      values: peaks.map { UInt8((min($0.isFinite ? $0 : 1, 1) * 255).rounded()) })
  }

  private static func open(
    _ path: String, lasting length: Milliseconds?
  ) throws -> (any SampleSource, MediaTime) {
    guard let made = MadeSound(path: path) else {
      let file = try FileSound(path: path)
      return (file, file.duration)
    }
    let duration = length.map { MediaTime($0) } ?? made.duration ?? MediaTime(usualLength)
    let origin: SoundOrigin =
      switch made {
      case .music(let recipe): .music(recipe, lasting: duration)
      case .effect(let recipe): .effect(recipe, lasting: duration)
      }
    return (try origin.source(playedWith: nil), duration)
  }
}

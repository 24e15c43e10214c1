internal import Libav
internal import MediaTime
internal import Sound

/// Listens to a film's sound as it goes by.
struct SoundInspection: ~Copyable {
  private var meter: LoudnessMeter
  private var pairs = 0
  private var silentSince: Int?
  private var silences: [SoundRun] = []
  private var full = (left: 0, right: 0)
  private var firstClip: Int?

  /// −60 dBFS.
  private static let silence: Float = 0.001
  /// The largest value of 16-bit sound.
  private static let fullScale: Float = 32767.0 / 32768
  private static let shortestClip = 3
  private static let most = 200

  init() throws(SoundError) { meter = try LoudnessMeter() }

  /// Hears the next samples, interleaved stereo at 48 kHz.
  mutating func add(_ samples: [Float]) throws(SoundError) {
    try meter.add(samples)
    for index in stride(from: 0, to: samples.count - 1, by: 2) {
      let (left, right) = (samples[index].magnitude, samples[index + 1].magnitude)
      if max(left, right) < Self.silence {
        silentSince = silentSince ?? pairs
      } else if silentSince != nil {
        endSilence()
      }
      if firstClip == nil {
        full.left = left >= Self.fullScale ? full.left + 1 : 0
        full.right = right >= Self.fullScale ? full.right + 1 : 0
        if max(full.left, full.right) == Self.shortestClip { firstClip = pairs }
      }
      pairs += 1
    }
  }

  private mutating func endSilence() {
    guard let start = silentSince else { return }
    silentSince = nil
    guard pairs - start >= AudioReader.sampleRate, silences.count < Self.most else { return }
    silences.append(
      SoundRun(start: Self.time(start), duration: Self.time(pairs - start)))
  }

  private static func time(_ pairs: Int) -> Milliseconds {
    MediaTime(Int64(pairs), over: Int64(AudioReader.sampleRate)).milliseconds
  }

  mutating func finish(_ report: inout SoundReport) {
    endSilence()
    let loudness = meter.loudness
    report.duration = Self.time(pairs)
    report.integrated = loudness.integrated
    report.range = loudness.range
    report.truePeak = loudness.truePeak
    report.clippedRuns = loudness.clippedRuns
    report.firstClip = firstClip.map(Self.time)
    report.silences = silences
  }
}

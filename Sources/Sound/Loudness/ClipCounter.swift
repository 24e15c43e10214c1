/// Counts samples at full scale, and their runs, in one channel.
struct ClipCounter {
  private(set) var samples = 0
  private(set) var runs = 0
  private var run = 0

  /// The largest value of 16-bit sound.
  private static let fullScale: Float = 32767.0 / 32768
  private static let shortestRun = 3

  mutating func add(_ sample: Float) {
    guard abs(sample) >= Self.fullScale else {
      run = 0
      return
    }
    samples += 1
    run += 1
    if run == Self.shortestRun { runs += 1 }
  }
}

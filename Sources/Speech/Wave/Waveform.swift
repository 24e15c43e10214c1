/// One channel of sound at any rate.
struct Waveform: Sendable, Equatable {
  /// Samples; ±1 is full scale.
  var samples: [Float]
  /// Samples a second.
  var rate: Int

  /// Seconds, for reckoning only.
  var seconds: Double { Double(samples.count) / Double(rate) }

  /// What is audible: without the silence at both ends.
  ///
  /// Silence is what stays 50 dB below the loudest 5 ms.
  var audible: Range<Int> {
    let step = max(rate / 200, 1)
    var levels: [Float] = []
    for start in stride(from: 0, to: samples.count, by: step) {
      var peak: Float = 0
      for index in start..<min(start + step, samples.count) {
        peak = max(peak, abs(samples[index]))
      }
      levels.append(peak)
    }
    let floor = (levels.max() ?? 0) * 0.00316
    guard let first = levels.firstIndex(where: { $0 > floor }),
      let last = levels.lastIndex(where: { $0 > floor })
    else { return 0..<0 }
    return first * step..<min((last + 1) * step, samples.count)
  }
}

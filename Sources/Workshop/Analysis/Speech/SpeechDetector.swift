/// Tells whether somebody speaks, while sound goes by. Memory does not grow with its length.
struct SpeechDetector {
  private var band = VoiceBand()
  private var samples: [Float] = []
  private var frames: [VoiceFrame] = []
  private var recent: [Double] = []
  private var windows = 0
  private var audibleWindows = 0
  private var clearWindows = 0
  private var best = -Double.infinity

  /// Windows that are judged together: five seconds.
  private static let together = 3
  /// Means of scores: from here on it is speech, and up to here there is none.
  private static let (clear, absent) = (3.3, 0.0)
  /// In a long film music sounds like speech for a moment by chance; speech lasts.
  private static let leastShare = 0.02

  /// Hears the next samples, interleaved stereo at 48 kHz.
  mutating func add(_ new: [Float]) {
    samples += band.take(new)
    var start = 0
    while start + VoiceFrame.needed <= samples.count {
      frames.append(VoiceFrame(samples, at: start))
      start += VoiceFrame.step
      if frames.count == SpeechWindow.length { judge() }
    }
    samples.removeFirst(start)
  }

  private mutating func judge() {
    windows += 1
    if let score = SpeechWindow(frames[...]).score {
      audibleWindows += 1
      recent.append(score)
      if recent.count > Self.together { recent.removeFirst() }
      let mean = recent.reduce(0, +) / Double(recent.count)
      if recent.count == Self.together || audibleWindows < Self.together {
        best = audibleWindows <= Self.together ? mean : max(best, mean)
        if mean >= Self.clear { clearWindows += 1 }
      }
    }
    frames.removeFirst(SpeechWindow.step)
  }

  /// Whether there was speech; nil where it can't be told: too little was heard, or what was heard
  /// lies between speech and music, as singing and speech over loud music do.
  var verdict: Bool? {
    guard windows > 0 else { return nil }
    guard audibleWindows > 0 else { return false }
    if best <= Self.absent { return false }
    guard best >= Self.clear else { return nil }
    return Double(clearWindows) >= Self.leastShare * Double(audibleWindows) ? true : nil
  }
}

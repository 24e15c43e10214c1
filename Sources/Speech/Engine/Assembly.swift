import MediaTime
import Sound

/// Puts phrases together to a whole, and remembers where their words lie.
struct Assembly {
  /// A word in the sound, in frames at 48 kHz.
  private struct Place {
    var word: SpokenText.Word
    var frames: Range<Int>
  }

  /// What is left at both ends, in frames: 50 ms.
  private static let margin = SampleClock.rate / 20
  /// What is kept around what is audible: 8 ms, over which it is faded.
  private static let edge = SampleClock.rate / 125

  private var sound = [Float](repeating: 0, count: margin - edge)
  private var places: [Place] = []
  private var pause = 0

  /// Adds a phrase and the pause behind it.
  /// - Parameters:
  ///   - waveform: the phrase with whatever silence its engine left at its ends.
  ///   - words: its words.
  ///   - ranges: where they lie in the waveform, in seconds.
  ///   - pause: silence behind it in seconds.
  /// - Returns: false where the phrase can't be heard at all.
  mutating func append(
    _ waveform: Waveform, words: [SpokenText.Word], ranges: [ClosedRange<Double>], pause: Double
  ) -> Bool {
    let audible = waveform.audible
    guard !audible.isEmpty else { return false }
    let rate = Double(SampleClock.rate)
    var samples = Resampler(from: waveform.rate, to: SampleClock.rate)
      .resample(Array(waveform.samples[audible]))
    samples = VoicePolish.evened(samples)
    let silence = [Float](repeating: 0, count: Self.edge)
    Self.fade(&samples)
    sound += [Float](repeating: 0, count: self.pause) + silence
    let lead = Double(audible.lowerBound) / Double(waveform.rate)
    let offset = sound.count
    func frame(_ seconds: Double) -> Int {
      offset + min(max(Int(((seconds - lead) * rate).rounded()), 0), samples.count)
    }
    for (word, range) in zip(words, ranges) {
      let start = frame(range.lowerBound)
      places.append(Place(word: word, frames: start..<max(start, frame(range.upperBound))))
    }
    sound += samples + silence
    self.pause = max(Int(pause * rate) - 2 * Self.edge, 0)
    return true
  }

  /// Cuts of a waveform within a sound would click.
  private static func fade(_ samples: inout [Float]) {
    let length = min(edge / 2, samples.count / 2)
    for index in 0..<length {
      let gain = Float(index) / Float(length)
      samples[index] *= gain
      samples[samples.count - 1 - index] *= gain
    }
  }

  /// The whole, treated and brought to its loudness.
  func finished(by engine: String) throws(SpeechError) -> SpokenAudio {
    let whole = sound + [Float](repeating: 0, count: Self.margin - Self.edge)
    let finished = try VoicePolish.leveled(VoicePolish.treated(whole))
    var stereo: [Float] = []
    stereo.reserveCapacity(finished.count * SampleClock.channels)
    for sample in finished {
      stereo.append(sample)
      stereo.append(sample)
    }
    return SpokenAudio(samples: stereo, words: places.map(Self.spokenWord), engine: engine)
  }

  private static func spokenWord(_ place: Place) -> SpokenWord {
    SpokenWord(
      place.word.text, range: place.word.range,
      start: SampleClock.time(ofFrame: place.frames.lowerBound),
      end: SampleClock.time(ofFrame: place.frames.upperBound))
  }
}

import Foundation
import Testing

@testable import Workshop

@Suite struct SpeechTests {
  struct Sound: Sendable, CustomStringConvertible {
    let name: String
    let verdict: [Bool?]
    let make: @Sendable () -> [Float]
    var description: String { name }
  }

  static let sounds = [
    Sound(name: "a low voice", verdict: [true]) { Signals.voice(pitch: 110, seed: 1) },
    Sound(name: "a high voice", verdict: [true]) { Signals.voice(pitch: 210, seed: 2) },
    Sound(name: "a voice over quiet music", verdict: [true]) {
      zip(Signals.voice(pitch: 130, seed: 3), Signals.tune(beat: 0.5, seed: 4)).map {
        $0 + 0.05 * $1
      }
    },
    Sound(name: "a slow tune", verdict: [false]) { Signals.tune(beat: 0.8, seed: 5) },
    Sound(name: "a fast tune", verdict: [false]) { Signals.tune(beat: 0.25, seed: 6) },
    Sound(name: "a tone", verdict: [false]) { Signals.tone },
    Sound(name: "silence", verdict: [false]) { [Float](repeating: 0, count: 56_000) },
    Sound(name: "noise", verdict: [false]) { Signals.noise(seed: 7) { _ in 0.2 } },
    Sound(name: "noise in the rhythm of syllables", verdict: [false, nil]) {
      Signals.noise(seed: 8) { 0.1 * (1 + sin(2 * .pi * 4 * $0)) }
    },
    Sound(name: "too little to tell", verdict: [nil]) {
      Array(Signals.voice(pitch: 110, seed: 1).prefix(8_000))
    },
  ]

  @Test("A voice is told from what isn't one", arguments: sounds)
  func tells(_ sound: Sound) {
    var detector = SpeechDetector()
    let samples = Signals.stereo(sound.make())
    for start in stride(from: 0, to: samples.count, by: 9_600 * 2) {
      detector.add(Array(samples[start..<min(start + 9_600 * 2, samples.count)]))
    }
    #expect(sound.verdict.contains(detector.verdict), "\(String(describing: detector.verdict))")
  }

  @Test("Sound is brought to 8 kHz without what is above")
  func filters() {
    func power(_ frequency: Double) -> Float {
      var band = VoiceBand()
      let samples = (0..<48_000).flatMap { index in
        let value = Float(sin(2 * .pi * frequency * Double(index) / 48_000))
        return [value, value]
      }
      let out = band.take(samples)
      return out.reduce(0) { $0 + $1 * $1 } / Float(out.count)
    }
    #expect(abs(power(1000) - 0.5) < 0.02)
    #expect(power(6000) < 0.0005 && power(12_000) < 0.0005)
  }

  @Test("Pitch is measured", arguments: [80.0, 123.4, 200, 333])
  func measuresPitch(_ frequency: Double) {
    let samples = (0..<VoiceFrame.needed).map { index -> Float in
      let phase = 2 * Double.pi * frequency * Double(index) / 8000
      return Float(0.3 * sin(phase) + 0.2 * sin(2 * phase) + 0.1 * sin(5 * phase))
    }
    let frame = VoiceFrame(samples, at: 0)
    #expect(frame.periodicity > 0.95)
    #expect(abs(frame.pitch - 12 * log2(frequency)) < 0.1)
  }
}

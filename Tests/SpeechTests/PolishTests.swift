import Foundation
import Sound
import Testing

@testable import Speech

@Suite struct PolishTests {
  /// The amplitude of a tone after treatment, over the one before.
  private static func decibels(_ hertz: Double, beside other: Double? = nil) -> Double {
    let tone = Sounds.tone(hertz, seconds: 1, rate: 48_000).samples
    let second = other.map { Sounds.tone($0, seconds: 1, rate: 48_000).samples }
    let samples = tone.indices.map { 0.05 * (tone[$0] + (second?[$0] ?? 0)) }
    return 20 * log10(amplitude(hertz, VoicePolish.treated(samples)) / amplitude(hertz, samples))
  }

  private static func amplitude(_ hertz: Double, _ samples: [Float]) -> Double {
    var (sine, cosine) = (0.0, 0.0)
    for index in 24_000..<48_000 {
      let angle = 2 * .pi * hertz * Double(index) / 48_000
      sine += Double(samples[index]) * sin(angle)
      cosine += Double(samples[index]) * cos(angle)
    }
    return (sine * sine + cosine * cosine).squareRoot() / 12_000
  }

  @Test("Rumble is taken away")
  func removesRumble() {
    #expect(Self.decibels(20) < -15)
  }

  @Test("A tone that booms or hisses is brought back, at most by some decibels")
  func balances() {
    let boom = Self.decibels(150, beside: 500)
    #expect(boom < -0.8 && boom > -6)
    let hiss = Self.decibels(4300, beside: 500)
    #expect(hiss < -3 && hiss > -20)
    #expect(Self.decibels(500, beside: 150) > -2)
  }

  @Test("Loudness is met, for a word and for a minute", arguments: [0.2, 3, 20])
  func levels(_ seconds: Double) throws {
    let sound = Sounds.word(5, seconds: seconds, rate: 48_000).samples
    let leveled = try VoicePolish.leveled(sound)
    let stereo = leveled.flatMap { [$0, $0] }
    let measured = try Loudness.of(stereo + stereo + stereo)
    #expect(abs((measured.integrated ?? 0) + 18) < 0.3)
    #expect(try VoicePolish.leveled(Sounds.silence(1)).allSatisfy { $0 == 0 })
  }

  @Test("Peaks stay below the ceiling, even where the loudness is missed for it")
  func keepsPeaks() throws {
    var clicks = Sounds.silence(2)
    for index in stride(from: 100, to: clicks.count, by: 6000) { clicks[index] = 0.9 }
    let leveled = try VoicePolish.leveled(clicks)
    let peak = try Loudness.of(leveled.flatMap { [$0, $0] }).truePeak
    #expect((peak ?? 0) < -0.9)
  }
}

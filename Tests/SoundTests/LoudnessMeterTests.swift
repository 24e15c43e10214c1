import Foundation
import Testing

@testable import Sound

@Suite struct LoudnessMeterTests {
  @Test(arguments: [-23.0, -33, -14])
  func sinesHaveTheLoudnessOfTheirPeak(level: Double) throws {
    // EBU Tech 3341, minimum requirements test signals 1 and 2.
    let tone = sine(1000, amplitude: amplitude(level), frames: 20 * 48_000)
    let loudness = try Loudness.of(tone)
    #expect(abs(try #require(loudness.integrated) - level) <= 0.1)
    #expect(abs(try #require(loudness.samplePeak) - level) <= 0.01)
    #expect(abs(try #require(loudness.truePeak) - level) <= 0.2)
    #expect(loudness.range < 0.1)
  }

  @Test func quietPartsAreGated() throws {
    // After EBU Tech 3341, test signal 3, a quarter as long.
    let programme = [(-36.0, 2.5), (-23.0, 15.0), (-36.0, 2.5)].flatMap { level, seconds in
      sine(1000, amplitude: amplitude(level), frames: Int(seconds * 48_000))
    }
    #expect(abs(try #require(Loudness.of(programme).integrated) - -23) <= 0.1)
  }

  @Test func rangeIsMeasured() throws {
    // EBU Tech 3342, test signal 1.
    let programme = [-20.0, -30].flatMap {
      sine(1000, amplitude: amplitude($0), frames: 20 * 48_000)
    }
    #expect(abs(try Loudness.of(programme).range - 10) <= 1)
  }

  @Test(arguments: [0.0, .pi / 4, .pi / 3])
  func peaksBetweenSamplesAreSeen(phase: Double) throws {
    // EBU Tech 3341, test signals 15 to 17.
    let tone = sine(12_000, amplitude: 0.5, frames: 48_000, phase: phase)
    let peak = try #require(Loudness.of(tone).truePeak)
    #expect(peak <= -6.02 + 0.2 && peak >= -6.02 - 0.4)
  }

  @Test func silenceHasNoLoudness() throws {
    for frames in [0, 100, 96_000] {
      let loudness = try Loudness.of([Float](repeating: 0, count: frames * 2))
      #expect(loudness.integrated == nil)
      #expect(loudness.truePeak == nil && loudness.samplePeak == nil)
      #expect(loudness.gain(toward: -14) == 1)
    }
  }

  @Test func blocksAddUp() throws {
    let tone = noise(frames: 48_000 * 2, seed: 40).map { $0 * 0.2 }
    var meter = try LoudnessMeter()
    for start in stride(from: 0, to: tone.count, by: 2 * 777) {
      try meter.add(Array(tone[start..<min(start + 2 * 777, tone.count)]))
    }
    #expect(meter.loudness == (try Loudness.of(tone)))
  }

  @Test func integratedLoudnessAloneIsTheSame() throws {
    let tone = noise(frames: 48_000 * 2, seed: 42).map { $0 * 0.1 }
    var meter = try LoudnessMeter.ofIntegratedLoudness()
    try meter.add(tone)
    let whole = try #require(Loudness.of(tone).integrated)
    #expect(abs(try #require(meter.loudness.integrated) - whole) < 1e-9)
    #expect(meter.loudness.truePeak == nil && meter.loudness.range == 0)
  }

  @Test func gainsReachTheirTarget() throws {
    let tone = noise(frames: 48_000 * 2, seed: 41).map { $0 * 0.05 }
    let gain = try Loudness.of(tone).gain(toward: -20)
    let after = try Loudness.of(tone.map { $0 * Float(gain) })
    #expect(abs(try #require(after.integrated) - -20) < 0.05)
  }

  @Test func flatTopsAreCounted() throws {
    var samples = sine(100, amplitude: 0.5, frames: 4800)
    for frame in 100..<105 { samples[frame * 2] = 1 }
    for frame in 200..<202 { samples[frame * 2 + 1] = -1.2 }
    for frame in 300..<303 { samples[frame * 2 + 1] = -1 }
    let loudness = try Loudness.of(samples)
    #expect(loudness.clippedSamples == 10)
    #expect(loudness.clippedRuns == 2)
  }

  @Test func brokenSamplesCountAsSilence() throws {
    var tone = sine(1000, amplitude: 0.1, frames: 48_000)
    let before = try #require(Loudness.of(tone).integrated)
    tone[1000] = .nan
    tone[2001] = .infinity
    let loudness = try Loudness.of(tone)
    #expect(abs(try #require(loudness.integrated) - before) < 0.05)
    #expect(loudness.clippedSamples == 0)
  }
}

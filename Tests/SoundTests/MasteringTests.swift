import Foundation
import MediaTime
import Testing

@testable import Sound

/// A spool in memory.
private final class MemorySpool: SampleSpool {
  private var samples: [Float] = []
  private(set) var largestBlock = 0

  func append(_ samples: Span<Float>) {
    largestBlock = max(largestBlock, samples.count)
    for index in samples.indices { self.samples.append(samples[index]) }
  }

  func read(from frame: Int, frames: Int, into samples: inout MutableSpan<Float>) -> Int {
    // Short reads are allowed.
    let count = min(frames * 2, self.samples.count - frame * 2, 2 * 1000)
    for index in 0..<max(count, 0) { samples[index] = self.samples[frame * 2 + index] }
    return max(count, 0) / 2
  }
}

@Suite struct MasteringTests {
  private func mastered(
    _ samples: [Float], _ mastering: Mastering = Mastering(), block: Int = 4096
  ) throws -> (samples: [Float], report: MasteringReport) {
    let spool = MemorySpool()
    let mixer = Mixer(
      clips: [exactClip(samples)], duration: .frames(samples.count / 2), ceiling: nil)
    var sound = try mastering.master(mixer, in: spool)
    #expect(sound.frameCount == samples.count / 2)
    #expect(spool.largestBlock <= 2 * 4096)
    var result: [Float] = []
    while let block = try sound.next(frames: block) { result += block }
    #expect(result.count == samples.count)
    return (result, sound.report)
  }

  enum Film: String, CaseIterable {
    case tone, quietTone, loudNoise, drums, talk, swelling, quietThenLoud, sparse, square

    func samples() -> [Float] {
      let frames = 8 * 48_000
      switch self {
      case .tone: return sine(440, amplitude: 0.3, frames: frames)
      case .quietTone: return sine(440, amplitude: amplitude(-36), frames: frames)
      case .loudNoise: return noise(frames: frames, seed: 1).map { $0 * 3 }
      case .drums:
        let hiss = noise(frames: frames, seed: 2)
        return signal(frames: frames) { frame, channel in
          let age = Float(frame % 24_000) / 48_000
          return (hiss[frame * 2 + channel] * 0.5 + sin(age * 400)) * exp(-age * 18)
        }
      case .talk:
        return signal(frames: frames) { frame, _ in
          let t = Double(frame) / 48_000
          let syllable = max(0, sin(t * 2 * .pi * 3.5)) * (sin(t * 1.3) > -0.4 ? 1 : 0)
          return Float(0.2 * syllable * (sin(t * 900) + 0.5 * sin(t * 3210)))
        }
      case .swelling:
        return signal(frames: frames) { frame, _ in
          let t = Double(frame) / 48_000
          return Float(0.004 * exp(t * 0.6) * sin(t * 2000))
        }
      case .quietThenLoud:
        return signal(frames: frames) { frame, _ in
          Float((frame < frames / 2 ? 0.02 : 0.9) * sin(Double(frame) * 0.05))
        }
      case .sparse:
        return signal(frames: frames) { frame, _ in
          let age = Double(frame % 96_000) / 48_000
          return Float(0.8 * exp(-age * 30) * sin(age * 5000))
        }
      case .square: return signal(frames: frames) { frame, _ in frame / 37 % 2 == 0 ? 0.9 : -0.9 }
      }
    }
  }

  @Test(arguments: Film.allCases)
  func filmsReachTheTargetUnderTheCeiling(film: Film) throws {
    let (samples, report) = try mastered(film.samples())
    let heard = try Loudness.of(samples)
    #expect(abs(try #require(heard.integrated) - -14) <= 0.5, "\(report)")
    #expect(try #require(heard.truePeak) <= -1.8)
    #expect(!report.isBounded)
    #expect(report.passes <= 4)
    #expect(abs(try #require(report.loudness) - (try #require(heard.integrated))) < 1e-4)
    let before = try Loudness.of(film.samples())
    #expect(abs(try #require(report.mix.integrated) - (try #require(before.integrated))) < 0.01)
  }

  @Test func roomNoiseIsNotBlownUp() throws {
    let room = noise(frames: 3 * 48_000, seed: 4).map { $0 * Float(amplitude(-60)) }
    let (samples, report) = try mastered(room)
    #expect(report.isBounded)
    #expect(report.gain == 24)
    let before = try #require(report.mix.integrated)
    #expect(abs(try #require(Loudness.of(samples).integrated) - before - 24) < 0.1)
  }

  @Test(arguments: [0, 1, 4800, 96_000])
  func silenceStaysSilence(frames: Int) throws {
    let (samples, report) = try mastered([Float](repeating: 0, count: frames * 2))
    #expect(samples.allSatisfy { $0.bitPattern == 0 })
    #expect(report.gain == 0)
    #expect(report.mix.integrated == nil && report.loudness == nil)
    #expect(!report.isBounded)
  }

  @Test func whatIsBelowTheGateStaysAsItIs() throws {
    let hush = sine(440, amplitude: amplitude(-80), frames: 96_000)
    let (samples, report) = try mastered(hush)
    #expect(samples == hush)
    #expect(report.gain == 0)
  }

  @Test(arguments: [0.02, 0.6, 3.0])
  func shortSoundsAreBroughtToAPeak(level: Double) throws {
    let (samples, report) = try mastered(sine(997, amplitude: level, frames: 12_000))
    #expect(abs(try #require(Loudness.of(samples).truePeak) - -6) < (level < 0.05 ? 4.1 : 0.1))
    #expect(report.isBounded == (level < 0.03))
  }

  @Test func targetsAndCeilingsAreParameters() throws {
    var mastering = Mastering()
    mastering.target = -23
    mastering.ceiling = -6
    let (samples, _) = try mastered(Film.drums.samples(), mastering)
    let heard = try Loudness.of(samples)
    #expect(abs(try #require(heard.integrated) - -23) <= 0.5)
    #expect(try #require(heard.truePeak) <= -6)
  }

  @Test func blocksOfAnySizeGiveTheSameSamples() throws {
    let film = Film.drums.samples()
    let (samples, _) = try mastered(film)
    #expect(try mastered(film, block: 777).samples == samples)
    #expect(try mastered(film, block: 100_000).samples == samples)
  }

  @Test func aFewDecibelsOfLimitingPassWithThePeak() throws {
    // A tone with a hit twice a second, which alone is over the ceiling.
    func hit(_ frame: Int) -> Double { Double(frame % 24_000) / 48_000 }
    let film = signal(frames: 4 * 48_000) { frame, _ in
      let age = hit(frame)
      return Float(0.16 * sin(Double(frame) * 0.06) + 0.8 * exp(-age * 200) * sin(age * 9000))
    }
    let (samples, report) = try mastered(film)
    let reduction = try #require(report.mix.truePeak) + report.gain + 1.8
    #expect((3...6).contains(reduction))
    for frame in stride(from: 0, to: 4 * 48_000, by: 480) where abs(film[frame * 2]) > 0.05 {
      let gain = decibels(Double(samples[frame * 2] / film[frame * 2])) - report.gain
      #expect(gain < 0.001 && gain > -reduction - 0.2)
      if hit(frame) > 0.4 && hit(frame) < 0.494 { #expect(gain > -0.15) }
    }
  }

  @Test func cancellingEndsIt() throws {
    var asked = 0
    #expect(throws: CancellationError.self) {
      let mixer = Mixer(clips: [], duration: MediaTime(seconds: 8), ceiling: nil)
      _ = try Mastering().master(mixer, in: MemorySpool()) {
        asked += 1
        return asked > 3
      }
    }
    #expect(asked == 4)
  }

  @Test func whatTheSpoolThrowsIsThrown() {
    struct Full: Error {}
    final class FullSpool: SampleSpool {
      func append(_ samples: Span<Float>) throws { throw Full() }
      func read(from frame: Int, frames: Int, into samples: inout MutableSpan<Float>) -> Int { 0 }
    }
    #expect(throws: Full.self) {
      let mixer = Mixer(clips: [], duration: MediaTime(seconds: 1))
      _ = try Mastering().master(mixer, in: FullSpool())
    }
  }
}

import Foundation
import MediaTime
import Testing

@testable import Sound

@Suite struct LimiterTests {
  enum Hostile: String, CaseIterable {
    case square, noise, between, impulses, sweep, sudden, gigantic, beating

    func samples(_ frames: Int) -> [Float] {
      switch self {
      case .square: signal(frames: frames) { frame, _ in frame / 37 % 2 == 0 ? 4 : -4 }
      case .noise: loudNoise(frames)
      case .between: sine(12_000, amplitude: 1.4, frames: frames, phase: .pi / 4)
      case .impulses:
        signal(frames: frames) { frame, channel in frame % (997 + channel) == 0 ? 8 : 0.1 }
      case .sweep:
        signal(frames: frames) { frame, _ in
          let t = Double(frame) / 48_000
          return Float(3 * sin(2 * .pi * (20 * t + 11_000 * t * t / 2)))
        }
      case .sudden:
        signal(frames: frames) { frame, _ in
          let burst = frame / 4800 % 2 == 1
          return Float((burst ? 5 : 0.2) * sin(Double(frame) * 0.9))
        }
      case .gigantic: signal(frames: frames) { frame, _ in frame % 2 == 0 ? 1e20 : -1e20 }
      case .beating:
        signal(frames: frames) { frame, _ in
          let x = Double(frame)
          return Float(1.5 * (sin(x * 2.9) + sin(x * 2.7) + sin(x * 1.1)))
        }
      }
    }

    private func loudNoise(_ frames: Int) -> [Float] {
      SoundTests.noise(frames: frames, seed: 30).map { $0 * 6 }
    }
  }

  @Test(arguments: Hostile.allCases)
  func nothingGoesOverTheCeiling(hostile: Hostile) throws {
    let mix = try mixed([exactClip(hostile.samples(96_000))], duration: .frames(96_000))
    let loudness = try Loudness.of(mix)
    #expect(try #require(loudness.truePeak) <= -1.0)
    #expect(loudness.clippedSamples == 0)
    if hostile != .gigantic, hostile != .impulses {
      #expect(try #require(loudness.truePeak) > -3)
    }
  }

  @Test func soundJustUnderTheCeilingIsNotTouched() throws {
    let source = sine(1000, amplitude: amplitude(-1.2), frames: 48_000)
    #expect(try mixed([exactClip(source)], duration: .frames(48_000)) == source)
  }

  @Test func afterAPeakTheSoundIsItselfAgain() throws {
    let source = signal(frames: 240_000) { frame, _ in
      Float((frame == 30_000 ? 6 : 0.2) * sin(Double(frame) * 0.1 + 1))
    }
    let mix = try mixed([exactClip(source)], duration: .frames(240_000))
    #expect(Array(mix[..<59_000]) == Array(source[..<59_000]))
    #expect(mix[60_000] != source[60_000])
    #expect(Array(mix[300_000...]) == Array(source[300_000...]))
  }

  @Test func gainsHoldAroundEveryPeakAndReturnToFull() {
    var random = SplitMix(seed: 60)
    var smoother = GainSmoother()
    let needed = (0..<80_000).map { frame in
      frame < 5000 && Int.random(in: 0..<300, using: &random) == 0
        ? Int64.random(in: 0...GainSmoother.unit, using: &random) : GainSmoother.unit
    }
    let sums = needed.map { smoother.next($0) }
    let length = Int64(GainSmoother.ramp)
    for (frame, gain) in needed.enumerated() where gain < GainSmoother.unit {
      let around = (frame - 8...frame + 8).map { sums[max($0 + GainSmoother.delay, 0)] }
      #expect(around.allSatisfy { $0 <= gain * length }, "frame \(frame)")
    }
    #expect(sums[75_000...].allSatisfy { $0 == GainSmoother.unit * length })
    #expect(smoother.isIdle)
    let steps = zip(sums, sums.dropFirst()).map { abs($0 - $1) }
    #expect(steps.max() ?? 0 <= GainSmoother.unit)
  }

  @Test func aLoudSineStaysASine() throws {
    let source = sine(997, amplitude: amplitude(6), frames: 96_000)
    let mix = try mixed([exactClip(source)], duration: .frames(96_000))
    var (s, c) = (0.0, 0.0)
    let step = 2 * Double.pi * 997 / 48_000
    for frame in 48_000..<96_000 {
      s += Double(mix[frame * 2]) * sin(step * Double(frame)) / 24_000
      c += Double(mix[frame * 2]) * cos(step * Double(frame)) / 24_000
    }
    let level = (s * s + c * c).squareRoot()
    #expect(abs(decibels(level) - -1.1) < 0.15)
    let total = rms(mix, 48_000..<96_000)
    let rest = max(total * total - level * level / 2, 0).squareRoot()
    #expect(rest / total < 0.003)
  }

  @Test(arguments: 0..<6)
  func anyMixOfClipsStaysUnderTheCeiling(round: Int) throws {
    let seed = UInt64(round) &* 7919 &+ 17
    var random = SplitMix(seed: seed)
    let clips = (0..<Int.random(in: 1...8, using: &random)).map { _ in
      let frames = Int.random(in: 1...30_000, using: &random)
      var clip = MixClip(
        MemorySource(noise(frames: frames, seed: random.next())),
        start: .frames(Int.random(in: -5000...40_000, using: &random)),
        duration: .frames(Int.random(in: 1...40_000, using: &random)),
        gain: Double.random(in: 0...4, using: &random))
      clip.fadeIn = .frames(Int.random(in: 0...9000, using: &random))
      clip.fadeOut = .frames(Int.random(in: 0...9000, using: &random))
      clip.speed = [1, 0.5, 1.9].randomElement(using: &random) ?? 1
      clip.playback = [.normal, .loop, .reverse].randomElement(using: &random) ?? .normal
      return clip
    }
    let mix = try mixed(clips, duration: .frames(50_000))
    #expect(mix.count == 100_000, "seed \(seed)")
    #expect(try Loudness.of(mix).truePeak ?? -100 <= -1, "seed \(seed)")
    #expect(mix == (try mixed(clips, duration: .frames(50_000), block: 777)), "seed \(seed)")
  }
}

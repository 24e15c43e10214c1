import Foundation
import MediaTime
import Testing

@testable import Sound

@Suite struct TimeStretcherTests {
  private func played(_ source: [Float], speed: Double, frames: Int) throws -> [Float] {
    var clip = MixClip(MemorySource(source), start: .zero, duration: .frames(frames))
    clip.speed = speed
    return try mixed([clip], duration: .frames(frames))
  }

  @Test(arguments: [0.25, 0.5, 0.8, 1.01, 1.37, 2, 4, 10])
  func pitchStaysWhereItIs(speed: Double) throws {
    let seconds = 1.0
    let frames = Int(48_000 * seconds)
    let source = sine(
      440, amplitude: 0.4, frames: Int(Double(frames) * speed) + 8000)
    let result = try played(source, speed: speed, frames: frames)
    let left = stride(from: 0, to: result.count, by: 2).map { result[$0] }
    let rises = zip(left, left.dropFirst()).count { $0 < 0 && $1 >= 0 }
    #expect(abs(Double(rises) - 440) <= 4)
    let level = rms(result, 4000..<frames - 4000)
    #expect(abs(decibels(level) - decibels(0.4 / 2.squareRoot())) < 0.5)
  }

  @Test(arguments: [0.5, 0.75, 1.5, 3])
  func timesAreScaled(speed: Double) throws {
    let source = signal(frames: 96_000) { frame, _ in
      frame < 48_000 ? 0 : Float(0.4 * sin(Double(frame) * 0.05))
    }
    let result = try played(source, speed: speed, frames: Int(90_000 / speed))
    let first = try #require(result.firstIndex { abs($0) > 0.05 }) / 2
    #expect(abs(Double(first) - 48_000 / speed) < 0.045 * 48_000)
  }

  @Test func bothChannelsMoveAlike() throws {
    let source = noise(frames: 60_000, seed: 20)
    let equal = signal(frames: 60_000) { frame, channel in
      source[frame * 2] * (channel == 0 ? 0.3 : -0.15)
    }
    let result = try played(equal, speed: 1.3, frames: 40_000)
    for frame in 0..<40_000 where abs(result[frame * 2] + 2 * result[frame * 2 + 1]) > 1e-5 {
      Issue.record("frame \(frame)")
      break
    }
  }

  @Test func stretchedSoundHasNoClicks() throws {
    let source = sine(200, amplitude: 0.5, frames: 100_000)
    let step = ClipTests.largestStep(source)
    for speed in [0.6, 1.2, 2.5] {
      let result = try played(source, speed: speed, frames: 36_000)
      #expect(ClipTests.largestStep(result) < step * 1.4)
    }
  }
}

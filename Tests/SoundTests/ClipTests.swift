import Foundation
import MediaTime
import Testing

@testable import Sound

@Suite struct ClipTests {
  @Test func fadesFollowTheirCurves() throws {
    let constant = signal(frames: 48_000) { _, _ in 0.5 }
    for (curve, middle) in [(FadeCurve.equalPower, 0.5 * 0.5.squareRoot()), (.smooth, 0.25)] {
      var clip = exactClip(constant)
      clip.fadeIn = .frames(10_000)
      clip.fadeOut = .frames(20_000)
      clip.curve = curve
      let mix = try mixed([clip], duration: .frames(48_000))
      #expect(abs(Double(mix[5000 * 2]) - middle) < 1e-3)
      #expect(abs(Double(mix[38_000 * 2]) - middle) < 1e-3)
      #expect(mix[20_000 * 2] == 0.5)
      #expect(abs(mix[0]) < 1e-4 && abs(mix[95_999]) < 1e-4)
      let rise = stride(from: 0, to: 20_000, by: 2).map { mix[$0] }
      #expect(zip(rise, rise.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }

  @Test func hardEdgesAreSoftened() throws {
    let clip = MixClip(
      MemorySource(signal(frames: 48_000) { _, _ in 0.8 }), start: .frames(1000),
      duration: .frames(20_000))
    let mix = try mixed([clip], duration: .frames(30_000))
    #expect(Self.largestStep(mix) < 0.8 * 1.6 / 144)
    #expect(mix[1000 * 2 + 2 * Envelope.edge] == 0.8)
  }

  @Test func fadesLongerThanTheClipShareIt() throws {
    var clip = MixClip(
      MemorySource(signal(frames: 1000) { _, _ in 0.8 }), start: .zero, duration: .frames(1000))
    clip.fadeIn = MediaTime(seconds: 3)
    clip.fadeOut = MediaTime(seconds: 1)
    let mix = try mixed([clip], duration: .frames(1000))
    let loudest = mix.indices.max { mix[$0] < mix[$1] } ?? 0
    #expect(abs(loudest / 2 - 750) < 3)
    #expect(mix[loudest] > 0.79)
  }

  @Test func aSplitIsNotHeard() throws {
    let source = noise(frames: 20_000, seed: 7).map { $0 * 0.3 }
    var first = exactClip(source)
    first.duration = .frames(7777)
    var second = exactClip(source, start: 7777)
    second.inPoint = .frames(7777)
    second.duration = .frames(20_000 - 7777)
    #expect(try mixed([first, second], duration: .frames(20_000)) == source)
  }

  @Test func crossFadesKeepTheirPower() throws {
    let (a, b) = (noise(frames: 96_000, seed: 8), noise(frames: 96_000, seed: 9))
    var first = exactClip(a, gain: 0.3)
    first.duration = .frames(60_000)
    let second = exactClip(b, start: 36_000, gain: 0.3)
    let mix = try mixed(MixClip.crossFaded([second, first]), duration: .frames(130_000))
    let expected = decibels(rms(a, 0..<96_000) * 0.3)
    for start in stride(from: 0, to: 90_000, by: 4000) {
      let level = decibels(rms(mix, start..<start + 4000))
      #expect(abs(level - expected) < 0.4, "at \(start)")
    }
  }

  @Test func crossFadesSpanTheOverlapOnly() {
    let clips = MixClip.crossFaded([
      exactClip(noise(frames: 100, seed: 1)), exactClip(noise(frames: 100, seed: 1), start: 100),
      exactClip(noise(frames: 100, seed: 1), start: 170),
    ])
    #expect(clips.map(\.fadeIn) == [.zero, .zero, .frames(30)])
    #expect(clips.map(\.fadeOut) == [.zero, .frames(30), .zero])
  }

  @Test func silenceFollowsTheSourcesEndWithoutAClick() throws {
    let clip = MixClip(
      MemorySource(signal(frames: 10_000) { _, _ in 0.5 }), start: .zero,
      duration: .frames(20_000))
    let mix = try mixed([clip], duration: .frames(20_000))
    #expect(mix[9999 * 2] == 0.5)
    #expect(mix[20_600...].allSatisfy { $0 == 0 })
    #expect(Self.largestStep(mix) < 0.01)
  }

  @Test func inPointsAndOutPointsBoundTheSource() throws {
    let source = noise(frames: 10_000, seed: 10).map { $0 * 0.3 }
    var clip = exactClip(source)
    clip.inPoint = .frames(1000)
    clip.outPoint = .frames(4000)
    let mix = try mixed([clip], duration: .frames(10_000))
    #expect(Array(mix[..<6000]) == Array(source[2000..<8000]))
    #expect(mix[6600...].allSatisfy { $0 == 0 })
  }

  @Test func reversedClipsRunBackwards() throws {
    let source = noise(frames: 60_000, seed: 11).map { $0 * 0.3 }
    var clip = exactClip(source)
    clip.playback = .reverse
    clip.inPoint = .frames(5000)
    clip.duration = .frames(50_000)
    let mix = try mixed([clip], duration: .frames(50_000))
    let expected = signal(frames: 50_000) { source[(54_999 - $0) * 2 + $1] }
    #expect(mix == expected)
  }

  @Test func loopsRepeatAndTheirSeamsAreSoft() throws {
    var clip = exactClip(signal(frames: 3000) { frame, _ in Float(frame) / 3000 - 0.5 })
    clip.playback = .loop
    clip.duration = .frames(30_000)
    let mix = try mixed([clip], duration: .frames(30_000))
    #expect(Self.largestStep(mix) < 0.01)
    for frame in stride(from: 3300, to: 30_000, by: 3000) {
      #expect(mix[frame * 2] == mix[300 * 2])
    }
  }

  @Test(arguments: [MixClip.Playback.normal, .loop, .reverse])
  func emptySourcesAreSilent(playback: MixClip.Playback) throws {
    for speed in [1.0, 1.5] {
      var clip = MixClip(MemorySource([]), start: .zero, duration: .frames(5000))
      clip.playback = playback
      clip.speed = speed
      #expect(try mixed([clip], duration: .frames(5000)).allSatisfy { $0 == 0 })
    }
  }

  @Test func brokenSamplesAreSilenced() throws {
    var source = sine(440, amplitude: 0.3, frames: 9000)
    for (index, bad) in [Float.nan, .infinity, -.infinity, .signalingNaN].enumerated() {
      source[4000 + index * 2] = bad
    }
    let mix = try mixed([exactClip(source)], duration: .frames(9000))
    #expect(mix.allSatisfy { $0.isFinite })
    for index in stride(from: 4000, to: 4008, by: 2) { #expect(mix[index] == 0) }
    #expect(mix[4010] == source[4010])
    let huge = try mixed(
      [exactClip([.greatestFiniteMagnitude, -.greatestFiniteMagnitude, 0, 0])],
      duration: .frames(2))
    #expect(huge.allSatisfy { abs($0) <= 0.892 })
  }

  @Test(arguments: [Double.nan, .infinity, -1])
  func senselessGainsAreSilent(gain: Double) throws {
    let mix = try mixed(
      [exactClip(sine(440, amplitude: 0.3, frames: 900), gain: gain)], duration: .frames(900))
    #expect(mix.allSatisfy { $0.isFinite && abs($0) <= 0.892 })
  }

  static func largestStep(_ samples: [Float]) -> Float {
    zip(samples, samples.dropFirst(2)).map { abs($0 - $1) }.max() ?? 0
  }
}

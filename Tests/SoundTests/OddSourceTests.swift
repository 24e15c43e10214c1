import Foundation
import MediaTime
import Testing

@testable import Sound

/// What decoders and users may hand in, through ducking and limiting.
@Suite struct OddSourceTests {
  /// Gives one frame at a time, as a decoder at a damaged place may.
  private final class Trickle: SampleSource, Sendable {
    func read(from frame: Int, frames: Int, into samples: inout MutableSpan<Float>) -> Int {
      guard frame < 5000 else { return 0 }
      samples[0] = Float(sin(Double(frame) * 0.05)) * 0.3
      samples[1] = samples[0]
      return 1
    }
  }

  /// Claims more or less than it can have given.
  private final class Liar: SampleSource, Sendable {
    func read(from frame: Int, frames: Int, into samples: inout MutableSpan<Float>) -> Int {
      for index in 0..<frames * 2 { samples[index] = 0.1 }
      return frame < 10_000 ? frames + 1000 : -7
    }
  }

  @Test func framesThatTrickleAreHeardLikeOthers() throws {
    let clip = MixClip(Trickle(), start: .zero, duration: .frames(8000))
    let whole = signal(frames: 5000) { frame, _ in Float(sin(Double(frame) * 0.05)) * 0.3 }
    let same = MixClip(MemorySource(whole), start: .zero, duration: .frames(8000))
    #expect(try mixed([clip], duration: .frames(8000)) == mixed([same], duration: .frames(8000)))
  }

  @Test func countsThatCannotBeAreBounded() throws {
    let mix = try mixed(
      [MixClip(Liar(), start: .zero, duration: .frames(30_000))], duration: .frames(30_000))
    #expect(mix.count == 60_000)
    #expect(mix[5000] == 0.1)
    #expect(mix[58_000] == 0)
  }

  @Test(arguments: [MixRole.speech, .source])
  func brokenKeysDoNotSilenceTheMusic(role: MixRole) throws {
    var broken = sine(700, amplitude: 0.2, frames: 24_000)
    for index in stride(from: 100, to: broken.count, by: 997) {
      broken[index] = [Float.nan, .infinity, -.infinity][index % 3]
    }
    var key = exactClip(broken)
    key.role = role
    var music = exactClip(signal(frames: 144_000) { _, _ in 0.4 })
    music.ducks = true
    let mix = try mixed([music, key], duration: MediaTime(seconds: 3))
    #expect(mix.allSatisfy { $0.isFinite && abs($0) < 0.9 })
    // It is back when the key has gone.
    #expect(mix[240_000...].allSatisfy { abs($0 - 0.4) < 1e-4 })
  }

  @Test func tracksMayBeLongerOrShorterThanTheFilm() throws {
    let tone = sine(440, amplitude: 0.2, frames: 96_000)
    for frames in [24_000, 96_000, 200_000] {
      var music = exactClip(tone)
      music.duration = MediaTime(seconds: 60)
      music.ducks = true
      var voice = exactClip(Array(tone[..<9600]), start: 1000)
      voice.role = .speech
      let mix = try mixed([music, voice], duration: .frames(frames))
      #expect(mix.count == frames * 2)
      if frames > 96_000 { #expect(mix[(97_000 * 2)...].allSatisfy { $0 == 0 }) }
    }
  }

  @Test func soundOnBothSidesAlikeStaysInTheMiddle() throws {
    // Loud enough to be limited, with a hit on one side alone.
    let mono = noise(frames: 48_000, seed: 12)
    let clip = exactClip(signal(frames: 48_000) { frame, _ in mono[frame * 2] * 2 })
    let hit = exactClip(
      signal(frames: 100) { _, channel in channel == 0 ? 3 : 0 }, start: 24_000)
    let mix = try mixed([clip, hit], duration: .frames(48_000))
    for frame in 0..<48_000 where !(24_000..<24_100).contains(frame) {
      if mix[frame * 2] != mix[frame * 2 + 1] {
        Issue.record("frame \(frame) is off the middle")
        break
      }
    }
  }
}

import Foundation
import MediaTime
import Testing

@testable import Sound

@Suite struct BeatTrackerTests {
  private static func grid(_ samples: [Float]) throws -> BeatGrid? {
    try BeatTracker.beats(of: MemorySource(samples))
  }

  /// The harmonic mean of precision and recall, within 70 ms (S. Dixon, 2007).
  static func agreement(_ found: [Double], _ true: [Double]) -> Double {
    var (hits, index) = (0, 0)
    for beat in `true` {
      while index < found.count, found[index] < beat - 0.07 { index += 1 }
      if index < found.count, abs(found[index] - beat) <= 0.07 {
        hits += 1
        index += 1
      }
    }
    return 2 * Double(hits) / Double(max(found.count + `true`.count, 1))
  }

  enum Piece: String, CaseIterable {
    case rock60, rock76, rock95, rock120, rock128, rock150, rock174, rock190
    case arpeggio66, arpeggio84, arpeggio100, arpeggio132
    case swing110, swing150, swing180, syncopated90, syncopated105, syncopated126
    case rock68, rock110, rock140, arpeggio74, arpeggio118, swing96, swing136, syncopated114
    case faster, slower, slowerArpeggio, noisy, quiet, pause, pickup, four

    func music() -> BeatMusic {
      var music = BeatMusic(seconds: 24)
      let digits = Double(rawValue.filter(\.isNumber)) ?? 0
      switch self {
      case .rock60, .rock76, .rock95, .rock120, .rock128, .rock150, .rock174, .rock190,
        .rock68, .rock110, .rock140:
        music.play(tempo: digits, beat: BeatMusic.rock)
      case .arpeggio66, .arpeggio84, .arpeggio100, .arpeggio132, .arpeggio74, .arpeggio118:
        music.play(tempo: digits, beat: BeatMusic.arpeggio)
      case .swing110, .swing150, .swing180, .swing96, .swing136:
        music.play(tempo: digits, beat: BeatMusic.swing)
      case .syncopated90, .syncopated105, .syncopated126, .syncopated114:
        music.play(tempo: digits, beat: BeatMusic.syncopated)
      case .faster: music.play(tempo: 100, to: 140, beat: BeatMusic.rock)
      case .slower: music.play(tempo: 150, to: 115, beat: BeatMusic.rock)
      case .slowerArpeggio: music.play(tempo: 110, to: 85, beat: BeatMusic.arpeggio)
      case .noisy:
        music.play(tempo: 112, beat: BeatMusic.rock)
        music.noise(0.06)
      case .quiet:
        music.play(tempo: 118, beat: BeatMusic.rock)
        let samples = music.samples.map { $0 * 0.03 }
        music.replace(samples)
      case .pause:
        music.play(tempo: 104, beat: BeatMusic.rock)
        music.silence(from: 10, to: 14)
      case .pickup:
        music.note(at: 0.5, 0.3, 330)
        music.note(at: 0.85, 0.3, 392)
        music.play(tempo: 96, from: 1.2, beat: BeatMusic.arpeggio)
      case .four:
        music.play(tempo: 124) { music, beat, time, length in
          music.kick(at: time)
          music.hat(at: time + length / 2, 0.25)
          if beat % 2 == 1 { music.snare(at: time) }
        }
      }
      return music
    }
  }

  @Test(arguments: Piece.allCases)
  func beatsAreFound(piece: Piece) throws {
    let music = piece.music()
    let grid = try #require(try Self.grid(music.samples))
    let found = grid.beats.map(\.seconds)
    let agreement = Self.agreement(found, music.beats)
    let errors = found.compactMap { beat in
      music.beats.map { beat - $0 }.filter { abs($0) < 0.07 }.min { abs($0) < abs($1) }
    }
    let bias = errors.reduce(0, +) / Double(max(errors.count, 1))
    #expect(agreement >= 0.8, "\(grid.tempo) a minute")
    #expect(zip(grid.beats, grid.beats.dropFirst()).allSatisfy { $0 < $1 })
    #expect(abs(bias) < 0.02)
  }

  @Test func onsetsAreFoundOffTheBeatToo() throws {
    let music = Piece.four.music()
    let grid = try #require(try Self.grid(music.samples))
    let onsets = grid.onsets.map(\.seconds)
    let wanted = music.beats.flatMap { [$0, $0 + 60 / 248] }.filter { $0 < 23.7 }
    #expect(Self.agreement(onsets, wanted) > 0.85)
  }

  enum Unmusical: String, CaseIterable {
    case silence, noise, hum, talk, short, hiss

    func samples() -> [Float] {
      let frames = 20 * 48_000
      switch self {
      case .silence: return [Float](repeating: 0, count: frames * 2)
      case .noise: return SoundTests.noise(frames: frames, seed: 5).map { $0 * 0.3 }
      case .hiss: return SoundTests.noise(frames: frames, seed: 6).map { $0 * 1e-4 }
      case .hum: return sine(100, amplitude: 0.3, frames: frames)
      case .short: return Array(Piece.four.music().samples[..<(48_000 * 2)])
      case .talk: return talk(frames)
      }
    }

    /// Syllables of uneven length, in phrases.
    private func talk(_ frames: Int) -> [Float] {
      var music = BeatMusic(seconds: 20)
      var random = SplitMix(seed: 9)
      var time = 0.2
      while time < 19 {
        let length = Double.random(in: 0.09...0.32, using: &random)
        let hertz = Double.random(in: 95...150, using: &random)
        for overtone in 1...8 {
          music.note(at: time, length, hertz * Double(overtone), 0.2 / Double(overtone))
        }
        time += length * Double.random(in: 0.9...1.4, using: &random)
        if Int.random(in: 0..<8, using: &random) == 0 {
          time += Double.random(in: 0.25...0.9, using: &random)
        }
      }
      return music.samples
    }
  }

  @Test(arguments: Unmusical.allCases)
  func whatHasNoBeatGetsNone(sound: Unmusical) throws {
    let grid = try Self.grid(sound.samples())
    #expect(grid == nil, "confidence \(grid?.confidence ?? 0)")
  }

  @Test func brokenSamplesAreSilence() throws {
    var samples = Piece.four.music().samples
    for index in stride(from: 5000, to: samples.count, by: 50_001) { samples[index] = .nan }
    let grid = try #require(try Self.grid(samples))
    #expect(abs(grid.tempo - 124) < 2)
  }

  @Test func blocksOfAnySizeGiveTheSameBeats() throws {
    let samples = Piece.swing110.music().samples
    var tracker = BeatTracker()
    for start in stride(from: 0, to: samples.count, by: 2 * 777) {
      tracker.add(Array(samples[start..<min(start + 2 * 777, samples.count)]).span)
    }
    #expect(tracker.grid() == (try Self.grid(samples)))
  }
}

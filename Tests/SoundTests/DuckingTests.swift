import Foundation
import MediaTime
import Testing

@testable import Sound

@Suite struct DuckingTests {
  private static let second = 48_000

  /// A tone under speech, at a level that is easily told from the rest of the mix.
  private static func music(seconds: Int, ducks: Bool = true) -> MixClip {
    var clip = exactClip(signal(frames: seconds * second) { _, _ in 0.5 })
    clip.role = .music
    clip.ducks = ducks
    return clip
  }

  /// Something in the band of speech that leaves no trace in the sum: both sides opposed.
  private static func key(
    at start: Double, seconds: Double, role: MixRole, hertz: Double = 1000, level: Double = -20
  ) -> MixClip {
    let frames = Int(seconds * Double(second))
    let step = 2 * Double.pi * hertz / Double(second)
    let samples = signal(frames: frames) { frame, channel in
      let value = amplitude(level) * 2.squareRoot() * sin(step * Double(frame))
      return Float(channel == 0 ? value : -value)
    }
    var clip = exactClip(samples, start: Int(start * Double(second)))
    clip.role = role
    return clip
  }

  /// The music's gain at each frame, in decibels.
  private static func gains(_ clips: [MixClip], seconds: Int, block: Int = 4096) throws -> [Double]
  {
    let mix = try mixed(clips, duration: MediaTime(seconds: seconds), block: block)
    return stride(from: 0, to: mix.count, by: 2).map {
      decibels(Double(mix[$0] + mix[$0 + 1]) / 2 / 0.5)
    }
  }

  private static func at(_ seconds: Double) -> Int { Int(seconds * Double(second)) }

  @Test(arguments: [MixRole.speech, .source])
  func musicIsDownBeforeTheFirstWordAndBackAfterTheLast(role: MixRole) throws {
    let gains = try Self.gains(
      [Self.music(seconds: 6), Self.key(at: 2, seconds: 1, role: role)], seconds: 6)
    #expect(abs(gains[Self.at(1.72)]) < 0.01)
    #expect(abs(gains[Self.at(2.01)] + 12) < 0.1)
    #expect(abs(gains[Self.at(3.35)] + 12) < 0.1)
    #expect(gains[Self.at(3.95)] > -11)
    #expect(abs(gains[Self.at(4.4)]) < 0.01)
    let rest = gains[Self.at(4.4)...] + gains[..<Self.at(1.7)]
    #expect(rest.allSatisfy { abs($0) < 0.01 })
  }

  @Test func theGainMovesWithoutSteps() throws {
    let gains = try Self.gains(
      [Self.music(seconds: 5), Self.key(at: 2, seconds: 0.5, role: .speech)], seconds: 5)
    // The steepest of a raised cosine of 12 dB in 220 ms.
    let steepest = 12 * Double.pi / 2 / (0.22 * 48_000)
    let steps = zip(gains, gains.dropFirst()).map { abs($0 - $1) }
    #expect(try #require(steps.max()) < steepest * 1.1)
  }

  @Test func closeWordsDoNotPumpAndDistantOnesLetTheMusicRise() throws {
    let close = (0..<4).map { Self.key(at: 1 + Double($0) * 0.8, seconds: 0.3, role: .speech) }
    let steady = try Self.gains([Self.music(seconds: 6)] + close, seconds: 6)
    #expect(steady[Self.at(1)...Self.at(3.7)].allSatisfy { abs($0 + 12) < 0.1 })
    let distant = [1, 4].map { Self.key(at: $0, seconds: 0.3, role: .speech) }
    let rising = try Self.gains([Self.music(seconds: 6)] + distant, seconds: 6)
    #expect(abs(rising[Self.at(3)]) < 0.01)
    #expect(abs(rising[Self.at(4.1)] + 12) < 0.1)
  }

  @Test func aWordAtTheStartFindsTheMusicDown() throws {
    let gains = try Self.gains(
      [Self.music(seconds: 2), Self.key(at: 0.02, seconds: 1, role: .speech)], seconds: 2)
    #expect(abs(gains[Self.at(0.03)] + 12) < 0.3)
  }

  @Test(arguments: [
    (MixRole.source, 1000.0, -38.0, true), (.source, 1000, -50, false), (.source, 60, -20, false),
    (.speech, 1000, -50, true), (.speech, 1000, -70, false), (.music, 1000, -20, false),
    (.effect, 1000, -20, false),
  ])
  func onlyWhatReallySoundsPushesMusicDown(
    role: MixRole, hertz: Double, level: Double, isDown: Bool
  ) throws {
    let gains = try Self.gains(
      [
        Self.music(seconds: 3),
        Self.key(at: 1, seconds: 1, role: role, hertz: hertz, level: level),
      ], seconds: 3)
    let found = gains[Self.at(1.5)]
    #expect(isDown ? abs(found + 12) < 0.1 : abs(found) < 0.01)
  }

  @Test func windIsNoSpeech() throws {
    var low = SIMD2<Float>()
    let hiss = noise(frames: 3 * Self.second, seed: 3)
    let wind = signal(frames: 3 * Self.second) { frame, channel in
      guard channel == 0 else { return low.y * 1.4 }
      low.x += (hiss[frame * 2] - low.x) * 0.01
      low.y += (low.x - low.y) * 0.01
      return low.y * 1.4
    }
    var clip = exactClip(wind)
    clip.role = .source
    let level = decibels(rms(wind, 0..<3 * Self.second))
    #expect(level > -32)
    let windy = try mixed(
      [Self.music(seconds: 3), clip], duration: MediaTime(seconds: 3))
    let alone = try mixed([clip], duration: MediaTime(seconds: 3))
    #expect(zip(windy, alone).allSatisfy { abs($0 - $1 - 0.5) < 1e-4 })
  }

  @Test func onlyClipsThatDuckGiveWay() throws {
    let clips = [
      Self.music(seconds: 3, ducks: false), Self.key(at: 1, seconds: 1, role: .speech),
    ]
    #expect(try Self.gains(clips, seconds: 3).allSatisfy { abs($0) < 1e-6 })
  }

  @Test func whatDucksIsNoKey() throws {
    var key = Self.key(at: 1, seconds: 1, role: .speech)
    key.ducks = true
    let gains = try Self.gains([Self.music(seconds: 3), key], seconds: 3)
    #expect(gains.allSatisfy { abs($0) < 1e-6 })
  }

  @Test func ducksAsDeepAndAsLongAsAsked() throws {
    var ducking = Ducking()
    ducking.depth = 20
    ducking.hold = MediaTime(seconds: 1)
    var mixer = Mixer(
      clips: [Self.music(seconds: 4), Self.key(at: 1, seconds: 0.5, role: .speech)],
      duration: MediaTime(seconds: 4), ducking: ducking)
    let mix = try #require(try mixer.next(frames: 4 * Self.second))
    func level(_ seconds: Double) -> Double {
      let index = Self.at(seconds) * 2
      return decibels(Double(mix[index] + mix[index + 1]))
    }
    #expect(abs(level(1.4) + 20) < 0.1)
    #expect(abs(level(2.4) + 20) < 0.1)
    #expect(abs(level(3.5)) < 0.01)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, -5, 1000])
  func senselessSettingsAreBounded(value: Double) throws {
    var ducking = Ducking()
    ducking.depth = value
    ducking.threshold = value
    ducking.attack = .zero
    ducking.release = MediaTime(seconds: -1)
    ducking.hold = MediaTime(seconds: -1)
    ducking.lookAhead = MediaTime(seconds: 100)
    var mixer = Mixer(
      clips: [Self.music(seconds: 3), Self.key(at: 1, seconds: 1, role: .source)],
      duration: MediaTime(seconds: 3), ducking: ducking)
    let mix = try #require(try mixer.next(frames: 3 * Self.second))
    #expect(mix.allSatisfy { $0.isFinite && abs($0) < 0.9 })
  }

  @Test(arguments: [1, 511, 4096, 100_000])
  func blocksOfAnySizeGiveTheSameSamples(block: Int) throws {
    var clips = MixerTests.busyTimeline()
    clips[0].ducks = true
    clips[1].role = .source
    clips[2].role = .speech
    let mix = try mixed(clips, duration: .frames(60_001), block: block)
    #expect(mix.count == 120_002)
    #expect(mix == (try mixed(clips, duration: .frames(60_001), block: 4096)))
    #expect(mix != (try mixed(MixerTests.busyTimeline(), duration: .frames(60_001))))
  }
}

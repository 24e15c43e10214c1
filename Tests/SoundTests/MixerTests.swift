import Foundation
import MediaTime
import Testing

@testable import Sound

@Suite struct MixerTests {
  @Test(arguments: [
    MediaTime.zero, MediaTime(1, over: 48_000), MediaTime(1001, over: 30_000),
    MediaTime(1, over: 3), MediaTime(22_222, over: 7777), MediaTime(seconds: 3),
  ])
  func aMixHasExactlyItsLengthAndIsSilentWithoutClips(duration: MediaTime) throws {
    let mix = try mixed([], duration: duration)
    #expect(mix.count == SampleClock.frame(at: duration) * 2)
    #expect(mix.allSatisfy { $0.bitPattern == 0 })
  }

  @Test func aClipUnderTheCeilingPassesBitForBit() throws {
    let source = noise(frames: 20_000, seed: 1).map { $0 * 0.3 }
    let mix = try mixed([exactClip(source)], duration: .frames(20_000))
    #expect(mix == source)
  }

  @Test(arguments: [0, 1, 1602, 4095, 4096, 4097, 9999])
  func clipsBeginOnTheirSample(start: Int) throws {
    let mix = try mixed(
      [exactClip([0.5, 0.25, 0.125, -0.5], start: start)], duration: .frames(20_000))
    var expected = [Float](repeating: 0, count: 40_000)
    expected.replaceSubrange(start * 2..<start * 2 + 4, with: [0.5, 0.25, 0.125, -0.5])
    #expect(mix == expected)
  }

  @Test func startsInOtherUnitsAreRoundedToTheNearestSample() throws {
    let clip = MixClip(
      MemorySource(signal(frames: 4800) { _, _ in 0.5 }),
      start: FrameRate(30_000, over: 1001).time(ofFrame: 7), duration: MediaTime(1, over: 10))
    let mix = try mixed([clip], duration: MediaTime(seconds: 1))
    #expect(mix.firstIndex { $0 != 0 } == 11_211 * 2)
    #expect(mix.lastIndex { $0 != 0 } == (11_211 + 4800) * 2 - 1)
  }

  @Test func clipsBeforeTheStartAreHeardFromTheirMiddle() throws {
    let source = noise(frames: 30_000, seed: 2).map { $0 * 0.2 }
    let mix = try mixed([exactClip(source, start: -12_345)], duration: .frames(10_000))
    #expect(mix == Array(source[24_690..<44_690]))
  }

  @Test func clipsAddUpWithTheirGains() throws {
    let (a, b) = (noise(frames: 9000, seed: 3), noise(frames: 9000, seed: 4))
    let mix = try mixed(
      [exactClip(a, gain: 0.25), exactClip(b, gain: 0.125)], duration: .frames(9000))
    for (index, sample) in mix.enumerated() where sample != a[index] * 0.25 + b[index] * 0.125 {
      Issue.record("sample \(index) is \(sample)")
      break
    }
  }

  @Test func clipsAddUpInTheirOrderWhereverTheyStart() throws {
    let sources = (0..<5).map { noise(frames: 9000, seed: 50 + UInt64($0)).map { $0 * 0.1 } }
    let starts = [4000, 3000, 2000, 1000, 0]
    let mix = try mixed(
      zip(sources, starts).map { exactClip($0, start: $1) }, duration: .frames(9000))
    var expected = [Float](repeating: 0, count: 18_000)
    for (source, start) in zip(sources, starts) {
      for index in start * 2..<18_000 { expected[index] += source[index - start * 2] }
    }
    #expect(mix == expected)
  }

  @Test(arguments: [1, 7, 480, 4096, 5000, 100_000])
  func blocksOfAnySizeGiveTheSameSamples(block: Int) throws {
    let mix = try mixed(Self.busyTimeline(), duration: .frames(60_001), block: block)
    #expect(mix.count == 120_002)
    #expect(mix == (try mixed(Self.busyTimeline(), duration: .frames(60_001), block: 4096)))
  }

  static func busyTimeline() -> [MixClip] {
    var loop = MixClip(
      MemorySource(noise(frames: 5000, seed: 5)), start: .zero, duration: .frames(60_001))
    loop.playback = .loop
    loop.gain = 0.7
    var fast = MixClip(
      MemorySource(sine(440, amplitude: 0.9, frames: 48_000)), start: .frames(1234),
      duration: .frames(20_000))
    fast.speed = 1.7
    var back = MixClip(
      MemorySource(noise(frames: 30_000, seed: 6)), start: .frames(22_222),
      duration: .frames(29_999))
    back.playback = .reverse
    back.fadeIn = .frames(10_000)
    return [loop, fast, back]
  }

  @Test func sourcesAreOpenedWhenHeardAndLetGo() throws {
    final class Ledger: @unchecked Sendable { var open = 0; var most = 0; var opened = 0 }
    final class Counted: SampleSource {
      let ledger: Ledger
      init(_ ledger: Ledger) {
        self.ledger = ledger
        ledger.open += 1
        ledger.opened += 1
        ledger.most = max(ledger.most, ledger.open)
      }
      deinit { ledger.open -= 1 }
      func read(from frame: Int, frames: Int, into samples: inout MutableSpan<Float>) -> Int {
        for index in 0..<frames * 2 { samples[index] = 0.01 }
        return frames
      }
    }
    let ledger = Ledger()
    let clips = (0..<50).map { index in
      MixClip(start: .frames(index * 8192), duration: .frames(8192)) { Counted(ledger) }
    }
    _ = try mixed(clips, duration: .frames(40 * 8192))
    #expect(ledger.opened == 40)
    #expect(ledger.most <= 2)
    #expect(ledger.open == 0)
  }

  @Test func whatASourceThrowsIsThrown() {
    struct Broken: Error {}
    final class Bad: SampleSource, Sendable {
      func read(
        from frame: Int, frames: Int, into samples: inout MutableSpan<Float>
      ) throws -> Int { throw Broken() }
    }
    #expect(throws: Broken.self) {
      try mixed([MixClip(Bad(), start: .zero, duration: .frames(9))], duration: .frames(9))
    }
    #expect(throws: Broken.self) {
      try mixed(
        [MixClip(start: .zero, duration: .frames(9)) { throw Broken() }], duration: .frames(9))
    }
  }
}

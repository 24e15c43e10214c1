import Foundation
import Testing

@testable import Speech

@Suite struct WaveTests {
  /// Three frames of two channels: silence, half up, full down.
  static func frames(_ sample: (Double) -> [UInt8]) -> [UInt8] {
    [0, 0, 0.5, 0.5, -1, -1].flatMap(sample)
  }

  static func bits(_ value: Double, _ count: Int) -> [UInt8] {
    let scaled = Int64(value * Double(1 << (8 * count - 1)))
    return (0..<count).map { UInt8(truncatingIfNeeded: scaled >> Int64(8 * $0)) }
  }

  @Test(
    "Samples of every width are read, and channels mixed",
    arguments: [
      (1, 8, frames { [UInt8(128 + $0 * 127)] }), (1, 16, frames { bits($0, 2) }),
      (1, 24, frames { bits($0, 3) }), (1, 32, frames { bits($0, 4) }),
      (3, 32, frames { Sounds.little(Float($0).bitPattern, 4) }),
      (
        3, 64,
        frames { value in
          (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> UInt64(8 * $0)) }
        }
      ),
    ] as [(UInt32, UInt32, [UInt8])])
  func reads(_ kind: UInt32, _ bits: UInt32, _ data: [UInt8]) throws {
    let header = Sounds.header(
      kind: kind, channels: 2, rate: 22_050, bits: bits, dataSize: UInt32(data.count))
    let wave = try WaveReader.read(header + data)
    #expect(wave.rate == 22_050 && wave.samples.count == 3)
    for (sample, expected) in zip(wave.samples, [0, 0.5, -1] as [Float]) {
      #expect(abs(sample - expected) < 0.01)
    }
  }

  @Test("A size that was never filled in doesn't matter", arguments: [0x7FFF_F000, UInt32.max])
  func readsStreams(_ size: UInt32) throws {
    let tone = Sounds.tone(440, seconds: 0.1)
    let wave = try WaveReader.read(Sounds.file(tone, dataSize: size))
    #expect(wave.samples.count == tone.samples.count)
  }

  @Test("Chunks that aren't known are passed over, odd ones with their padding")
  func skipsChunks() throws {
    var file = Sounds.file(Sounds.tone(440, seconds: 0.01))
    file.insert(contentsOf: Array("LIST".utf8) + [3, 0, 0, 0, 1, 2, 3, 0], at: 12)
    #expect(try WaveReader.read(file).samples.count == 160)
  }

  @Test(
    "What is no sound is refused in a sentence",
    arguments: [
      [], Array("RIFF".utf8), Array("RIFF    WAVE".utf8), [UInt8](repeating: 0, count: 100),
      Array(Sounds.file(Sounds.tone(440, seconds: 0.1)).prefix(44)),
      Array(Sounds.file(Sounds.tone(440, seconds: 0.1)).prefix(30)),
      Sounds.header(kind: 2, channels: 1, rate: 16_000, bits: 4, dataSize: 4) + [1, 2, 3, 4],
      Sounds.header(kind: 1, channels: 0, rate: 16_000, bits: 16, dataSize: 4) + [1, 2, 3, 4],
      Sounds.header(kind: 1, channels: 1, rate: 0, bits: 16, dataSize: 4) + [1, 2, 3, 4],
      Sounds.header(kind: 1, channels: 1, rate: 16_000, bits: 12, dataSize: 4) + [1, 2, 3, 4],
    ] as [[UInt8]])
  func refuses(_ bytes: [UInt8]) {
    #expect {
      try WaveReader.read(bytes)
    } throws: {
      let error = $0 as? SpeechError
      return error?.code == .badSound && error?.message.hasSuffix(".") == true
    }
  }

  @Test("No bytes do harm")
  func survives() {
    let file = Sounds.file(Sounds.tone(440, seconds: 0.01))
    for seed in 0..<3000 as Range<UInt64> {
      var numbers = Numbers(seed)
      var bytes = file
      for _ in 0...numbers.next(5) {
        bytes[numbers.next(min(bytes.count, 60))] = UInt8(numbers.next(256))
      }
      bytes.removeLast(numbers.next(bytes.count))
      guard let wave = try? WaveReader.read(bytes) else { continue }
      #expect(!wave.samples.isEmpty && wave.samples.allSatisfy(\.isFinite), "seed \(seed)")
    }
  }

  @Test(
    "A tone keeps its shape at another rate",
    arguments: [(16_000, 48_000), (22_050, 48_000), (24_000, 48_000), (48_000, 16_000)])
  func resamples(_ source: Int, _ target: Int) {
    let tone = Sounds.tone(1000, seconds: 0.5, rate: source)
    let expected = Sounds.tone(1000, seconds: 0.5, rate: target)
    let result = Resampler(from: source, to: target).resample(tone.samples)
    #expect(abs(result.count - expected.samples.count) <= 1)
    var (signal, noise) = (0.0, 0.0)
    for index in 2000..<min(result.count, expected.samples.count) - 2000 {
      let difference = Double(result[index] - expected.samples[index])
      signal += Double(expected.samples[index] * expected.samples[index])
      noise += difference * difference
    }
    #expect(10 * log10(signal / noise) > 70)
  }

  @Test("What lies above the new rate's half is gone")
  func rejectsAliases() {
    let result = Resampler(from: 48_000, to: 16_000)
      .resample(Sounds.tone(10_000, seconds: 0.5, rate: 48_000).samples)
    let loudest = result.dropFirst(500).dropLast(500).map(abs).max() ?? 1
    #expect(loudest < 0.5 * 0.0003)
  }

  @Test("Silence at the ends is found")
  func findsSound() {
    let tone = Sounds.tone(300, seconds: 0.2)
    let wave = Waveform(
      samples: Sounds.silence(0.3) + tone.samples + Sounds.silence(0.4), rate: 16_000)
    #expect(abs(wave.audible.lowerBound - 4800) <= 80)
    #expect(abs(wave.audible.upperBound - 8000) <= 80)
    #expect(Waveform(samples: Sounds.silence(0.1), rate: 16_000).audible.isEmpty)
  }
}

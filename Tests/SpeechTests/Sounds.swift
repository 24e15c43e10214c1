import Foundation

@testable import Speech

/// Sounds and files made for tests.
enum Sounds {
  /// A tone of one second or less, at half of full scale.
  static func tone(_ hertz: Double, seconds: Double, rate: Int = 16_000) -> Waveform {
    let samples = (0..<Int(seconds * Double(rate))).map {
      Float(0.5 * sin(2 * .pi * hertz * Double($0) / Double(rate)))
    }
    return Waveform(samples: samples, rate: rate)
  }

  /// A made-up word: a few vowels, each two formants of its own over a buzz.
  static func word(_ seed: UInt64, seconds: Double, rate: Int = 16_000) -> Waveform {
    var numbers = Numbers(seed)
    let vowels = (0..<3).map { _ in
      (Double(300 + numbers.next(600)), Double(1000 + numbers.next(1800)))
    }
    let count = Int(seconds * Double(rate))
    let samples = (0..<count).map { index in
      let time = Double(index) / Double(rate)
      let vowel = vowels[min(index * 3 / count, 2)]
      var sum = 0.0
      for harmonic in 1...40 {
        let hertz = 120 * Double(harmonic)
        let gain =
          exp(-pow((hertz - vowel.0) / 120, 2)) + 0.6 * exp(-pow((hertz - vowel.1) / 160, 2))
        sum += gain * sin(2 * .pi * hertz * time)
      }
      return Float(0.2 * sum)
    }
    return Waveform(samples: samples, rate: rate)
  }

  static func silence(_ seconds: Double, rate: Int = 16_000) -> [Float] {
    [Float](repeating: 0, count: Int(seconds * Double(rate)))
  }

  /// A WAV file of 16 bits.
  static func file(_ waveform: Waveform, dataSize: UInt32? = nil) -> [UInt8] {
    let data = waveform.samples.flatMap { little(UInt32(bitPattern: Int32($0 * 32767)), 2) }
    return header(
      kind: 1, channels: 1, rate: waveform.rate, bits: 16,
      dataSize: dataSize ?? UInt32(data.count)) + data
  }

  static func header(
    kind: UInt32, channels: UInt32, rate: Int, bits: UInt32, dataSize: UInt32
  ) -> [UInt8] {
    let frame = channels * bits / 8
    return Array("RIFF".utf8) + little(dataSize &+ 36, 4) + Array("WAVEfmt ".utf8) + little(16, 4)
      + little(kind, 2) + little(channels, 2) + little(UInt32(rate), 4)
      + little(UInt32(rate) &* frame, 4) + little(frame, 2) + little(bits, 2)
      + Array("data".utf8) + little(dataSize, 4)
  }

  static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
  }
}

/// A generator with a seed (Steele and others, SplitMix64).
struct Numbers {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}

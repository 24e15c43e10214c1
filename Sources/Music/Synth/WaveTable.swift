internal import Foundation

/// One period of a wave, band-limited for every half octave of pitch, so that nothing folds back:
/// harmonics are added up only as far as they are heard.
struct WaveTable: Sendable {
  static let length = 2048
  private static let shift = 21
  private static let most = 400

  /// Levels one after the other, each with its first sample again at its end.
  let samples: [Float]
  /// Harmonics of each level.
  private let harmonics: [Int]

  /// - Parameter amplitude: Of a harmonic, from 1 on, where the fundamental has a frequency.
  init(_ amplitude: (_ harmonic: Int, _ fundamental: Double) -> Double) {
    var counts: [Int] = []
    var count = Double(Self.most)
    while count >= 1 {
      if counts.last != Int(count) { counts.append(Int(count)) }
      count /= 2.0.squareRoot()
    }
    let sine = (0..<Self.length).map { sin(2 * .pi * Double($0) / Double(Self.length)) }
    var samples: [Float] = []
    samples.reserveCapacity(counts.count * (Self.length + 1))
    for count in counts {
      let fundamental = 17_000 / Double(count)
      var wave = [Double](repeating: 0, count: Self.length)
      var energy = 0.0
      for harmonic in 1...count {
        let level = amplitude(harmonic, fundamental)
        if level == 0 { continue }
        energy += level * level / 2
        var place = 0
        for index in 0..<Self.length {
          wave[index] += level * sine[place]
          place = (place &+ harmonic) & (Self.length - 1)
        }
      }
      let scale = energy > 0 ? 0.3 / energy.squareRoot() : 0
      for value in wave { samples.append(Float(value * scale)) }
      samples.append(Float(wave[0] * scale))
    }
    self.samples = samples
    harmonics = counts
  }

  /// Where the level for a frequency begins.
  func offset(for frequency: Double) -> Int {
    let level = harmonics.firstIndex { Double($0) * frequency <= 20_000 } ?? harmonics.count - 1
    return level * (Self.length + 1)
  }

  /// The wave at a phase of 2³²nds of a period.
  @inline(__always)
  static func value(_ samples: Span<Float>, _ offset: Int, _ phase: UInt32) -> Float {
    let index = offset &+ Int(phase >> UInt32(shift))
    let fraction = Float(phase & 0x1F_FFFF) * 0x1p-21
    let low = samples[index]
    return low + (samples[index &+ 1] - low) * fraction
  }
}

extension WaveTable {
  static let sine = WaveTable { harmonic, _ in harmonic == 1 ? 1 : 0 }
  static let saw = WaveTable { harmonic, _ in 1 / Double(harmonic) }
  static let square = WaveTable { harmonic, _ in harmonic % 2 == 1 ? 1 / Double(harmonic) : 0 }
  static let narrowPulse = WaveTable { harmonic, _ in
    sin(.pi * Double(harmonic) * 0.25) / Double(harmonic)
  }
  static let triangle = WaveTable { harmonic, _ in
    guard harmonic % 2 == 1 else { return 0 }
    return (harmonic % 4 == 1 ? 1 : -1) / Double(harmonic * harmonic)
  }
  static let flute = WaveTable { harmonic, _ in
    let levels = [1, 0.42, 0.22, 0.06, 0.05, 0.02, 0.012]
    return harmonic <= levels.count ? levels[harmonic - 1] : 0
  }
  static let clarinet = WaveTable { harmonic, _ in
    let level = exp(-Double(harmonic) * 0.16)
    return harmonic % 2 == 1 ? level : level * (harmonic < 6 ? 0.06 : 0.4)
  }
  static let whistle = WaveTable { harmonic, _ in
    let levels = [1, 0.06, 0.03]
    return harmonic <= levels.count ? levels[harmonic - 1] : 0
  }
  /// The vowel “ah”, as formants over a voice's falling spectrum.
  static let choir = WaveTable { harmonic, fundamental in
    formants(
      [(650, 90, 1), (1080, 110, 0.5), (2650, 170, 0.18), (3500, 250, 0.1)], floor: 0.015,
      at: Double(harmonic) * fundamental) / power(Double(harmonic), 0.5)
  }
  /// Bowed strings: a saw under the resonances of wooden bodies.
  static let bowed = WaveTable { harmonic, fundamental in
    formants(
      [(290, 90, 0.9), (480, 150, 0.8), (1000, 500, 0.5), (2600, 900, 0.55)], floor: 0.3,
      at: Double(harmonic) * fundamental) / power(Double(harmonic), 0.95)
  }

  private static func formants(
    _ peaks: [(center: Double, width: Double, level: Double)], floor: Double, at frequency: Double
  ) -> Double {
    var sum = floor
    for peak in peaks {
      let distance = (frequency - peak.center) / peak.width
      sum += peak.level / (1 + distance * distance)
    }
    return sum
  }
}

import Foundation

/// Speech as mel-frequency cepstral coefficients (Davis and Mermelstein, 1980), one frame in 10 ms.
struct SpectralFrames {
  /// Samples a second that frames are taken at.
  static let rate = 16_000
  /// Samples from frame to frame.
  static let hop = 160
  /// Numbers in a frame.
  static let width = 13

  /// `width` numbers a frame.
  private(set) var values: [Float] = []
  var count: Int { values.count / Self.width }

  private static let length = 512
  private static let bands = 26

  /// The frames of a waveform at 16 kHz whose loudest sample is near full scale.
  init(of samples: [Float]) {
    let tables = Tables.shared
    let count = max(1, (samples.count + Self.hop - 1) / Self.hop)
    values.reserveCapacity(count * Self.width)
    var real = [Float](repeating: 0, count: Self.length)
    var imaginary = real
    for frame in 0..<count {
      let start = frame * Self.hop - 120
      for index in 0..<Self.length {
        let place = start + index
        let isInside = index < 400 && place > 0 && place < samples.count
        real[index] =
          isInside ? (samples[place] - 0.97 * samples[place - 1]) * tables.window[index] : 0
        imaginary[index] = 0
      }
      tables.transform(&real, &imaginary)
      append(energies(real, imaginary, tables), tables)
    }
  }

  /// The mean frame of what is spoken, weighing every frame alike.
  static func mean(of all: [SpectralFrames]) -> [Float] {
    var sum = [Float](repeating: 0, count: width)
    var count: Float = 0
    for frames in all {
      for index in frames.values.indices { sum[index % width] += frames.values[index] }
      count += Float(frames.count)
    }
    return sum.map { $0 / max(count, 1) }
  }

  /// The frames less a frame.
  func without(_ mean: [Float]) -> SpectralFrames {
    var result = self
    for index in values.indices { result.values[index] -= mean[index % Self.width] }
    return result
  }

  private func energies(_ real: [Float], _ imaginary: [Float], _ tables: Tables) -> [Float] {
    (0..<Self.bands).map { band in
      var sum: Float = 0
      for bin in tables.edges[band]..<tables.edges[band + 2] {
        let power = real[bin] * real[bin] + imaginary[bin] * imaginary[bin]
        sum += power * tables.weight(bin, band)
      }
      // The floor lies where the noise of 16 bits does.
      return log(sum + 1e-3)
    }
  }

  private mutating func append(_ energies: [Float], _ tables: Tables) {
    for order in 0..<Self.width {
      var sum: Float = 0
      for band in 0..<Self.bands { sum += energies[band] * tables.cosines[order][band] }
      // The first tells loudness, which says less about which sound it is.
      values.append(order == 0 ? sum * 0.4 : sum)
    }
  }
}

/// What all frames share.
private struct Tables: Sendable {
  static let shared = Tables()

  let window: [Float]
  let edges: [Int]
  let cosines: [[Float]]
  private let twiddles: [(cosine: Float, sine: Float)]

  private init() {
    let length = 512
    window = (0..<400).map { 0.54 - 0.46 * Float(cos(2 * .pi * Double($0) / 399)) }
    let top = 2595 * log10(1 + 8000.0 / 700)
    edges = (0..<28).map {
      let hertz = 700 * (pow(10, (60 + (top - 60) * Double($0) / 27) / 2595) - 1)
      return Int((hertz / 16_000 * 512).rounded())
    }
    cosines = (0..<13).map { order in
      (0..<26).map { Float(cos(.pi * Double(order) * (Double($0) + 0.5) / 26) * (2.0 / 26)) }
    }
    twiddles = (0..<length / 2).map {
      let angle = -2 * Double.pi * Double($0) / Double(length)
      return (Float(cos(angle)), Float(sin(angle)))
    }
  }

  /// The triangle of a band at a bin.
  func weight(_ bin: Int, _ band: Int) -> Float {
    let (low, middle, high) = (edges[band], edges[band + 1], edges[band + 2])
    return bin <= middle
      ? Float(bin - low + 1) / Float(middle - low + 1)
      : Float(high - bin) / Float(max(high - middle, 1))
  }

  /// Cooley and Tukey's transform, in place.
  func transform(_ real: inout [Float], _ imaginary: inout [Float]) {
    let count = real.count
    var reversed = 0
    for index in 1..<count {
      var bit = count >> 1
      while reversed & bit != 0 {
        reversed ^= bit
        bit >>= 1
      }
      reversed |= bit
      if index < reversed {
        real.swapAt(index, reversed)
        imaginary.swapAt(index, reversed)
      }
    }
    var size = 2
    while size <= count {
      let step = count / size
      for start in stride(from: 0, to: count, by: size) {
        for offset in 0..<size / 2 {
          let (low, high) = (start + offset, start + offset + size / 2)
          let (cosine, sine) = twiddles[offset * step]
          let x = real[high] * cosine - imaginary[high] * sine
          let y = real[high] * sine + imaginary[high] * cosine
          (real[high], imaginary[high]) = (real[low] - x, imaginary[low] - y)
          (real[low], imaginary[low]) = (real[low] + x, imaginary[low] + y)
        }
      }
      size *= 2
    }
  }
}

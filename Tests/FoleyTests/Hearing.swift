import Foundation
import MediaTime
import Sound

@testable import Foley

/// Frames of a sound, read in pieces of one size, interleaved.
func heard(
  _ sound: FoleySound, from start: Int = 0, frames: Int? = nil, piece: Int = 4096
) -> [Float] {
  let end = min(start + (frames ?? sound.frameCount), sound.frameCount)
  var result = [Float](repeating: 0, count: max(end - start, 0) * 2)
  var span = result.mutableSpan
  var frame = start
  while frame < end {
    var rest = span._mutatingExtracting(droppingFirst: (frame - start) * 2)
    let count = sound.read(from: frame, frames: min(piece, end - frame), into: &rest)
    guard count > 0 else { break }
    frame += count
  }
  return result
}

/// A sound of some seconds.
func sound(_ effect: SoundEffect, seed: UInt64 = 1, seconds: Int = 12) -> FoleySound {
  FoleySound(FoleyRecipe(effect, seed: seed), duration: MediaTime(seconds: seconds))
}

/// Where the power of a sound lies.
struct Spectrum {
  /// Power in each of 1024 bands, 23.4 Hz apart.
  let power: [Double]

  init(_ samples: [Float]) {
    let size = 2048
    var power = [Double](repeating: 0, count: size / 2)
    let frames = samples.count / 2
    for start in stride(from: 0, through: max(frames - size, 0), by: size) {
      var real = [Double](repeating: 0, count: size)
      for index in 0..<min(size, frames - start) {
        let window = 0.5 - 0.5 * cos(2 * .pi * Double(index) / Double(size))
        let frame = (start + index) * 2
        real[index] = Double(samples[frame] + samples[frame + 1]) * window
      }
      let (x, y) = Self.transformed(real, [Double](repeating: 0, count: size))
      for band in power.indices { power[band] += x[band] * x[band] + y[band] * y[band] }
    }
    self.power = power
  }

  /// The mean frequency in hertz, by power.
  var centroid: Double {
    let whole = power.reduce(0, +)
    return power.enumerated().reduce(0) { $0 + Double($1.offset) * 48_000 / 2048 * $1.element }
      / max(whole, 1e-30)
  }

  /// From 0, a tone, to 1, white noise.
  var flatness: Double {
    let logs = power.reduce(0) { $0 + log($1 + 1e-30) } / Double(power.count)
    return exp(logs) / (power.reduce(0, +) / Double(power.count))
  }

  /// J. Cooley, J. Tukey, An algorithm for the machine calculation of complex Fourier series,
  /// 1965.
  private static func transformed(_ x: [Double], _ y: [Double]) -> ([Double], [Double]) {
    let count = x.count
    guard count > 1 else { return (x, y) }
    func half(_ values: [Double], _ first: Int) -> [Double] {
      stride(from: first, to: count, by: 2).map { values[$0] }
    }
    let (evenX, evenY) = transformed(half(x, 0), half(y, 0))
    let (oddX, oddY) = transformed(half(x, 1), half(y, 1))
    var (resultX, resultY) = (x, y)
    for index in 0..<count / 2 {
      let angle = -2 * Double.pi * Double(index) / Double(count)
      let (c, s) = (cos(angle), sin(angle))
      let turned = (oddX[index] * c - oddY[index] * s, oddX[index] * s + oddY[index] * c)
      resultX[index] = evenX[index] + turned.0
      resultY[index] = evenY[index] + turned.1
      resultX[index + count / 2] = evenX[index] - turned.0
      resultY[index + count / 2] = evenY[index] - turned.1
    }
    return (resultX, resultY)
  }
}

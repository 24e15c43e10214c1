import Foundation
import MediaTime
import Music
import Sound

/// Renders all of a piece, so many frames at a time.
func rendered(_ piece: Composition, block: Int = 4096) -> [Float] {
  let music = ComposedMusic(piece)
  var samples: [Float] = []
  var buffer = [Float](repeating: 0, count: block * 2)
  while true {
    var span = buffer.mutableSpan
    let count = music.read(from: samples.count / 2, frames: block, into: &span)
    if count == 0 { return samples }
    samples += buffer.prefix(count * 2)
  }
}

/// A piece of a mood.
func piece(
  _ mood: Mood, seconds: Double, tempo: Double? = nil, key: String? = nil, seed: UInt64 = 5
) -> Composition {
  Composition(
    MusicRecipe(mood: mood, tempo: tempo, key: key.flatMap { MusicKey($0) }, seed: seed),
    duration: MediaTime(Int64((seconds * 1000).rounded()), over: 1000))
}

/// Root of the mean square of frames.
func rms(_ samples: ArraySlice<Float>) -> Double {
  let sum = samples.reduce(0.0) { $0 + Double($1) * Double($1) }
  return (sum / Double(max(samples.count, 1))).squareRoot()
}

/// How much louder each hundredth of a second is than the one before, lows and highs apart.
func onsets(_ samples: [Float]) -> [Double] {
  let step = 480
  var (low, high): (Float, Float) = (0, 0)
  var levels: [(low: Double, high: Double)] = []
  var (lows, highs) = (0.0, 0.0)
  for frame in 0..<samples.count / 2 {
    let sample = samples[frame * 2] + samples[frame * 2 + 1]
    low += (sample - low) * 0.02
    high += (sample - high) * 0.4
    lows += Double(low * low)
    highs += Double((sample - high) * (sample - high))
    if frame % step == step - 1 {
      levels.append((log(lows + 1e-3), log(highs + 1e-3)))
      (lows, highs) = (0, 0)
    }
  }
  return levels.indices.dropFirst().map {
    max(levels[$0].low - levels[$0 - 1].low, 0) + max(levels[$0].high - levels[$0 - 1].high, 0)
  }
}

/// How well onsets repeat after a time, found between hundredths by a straight line.
func repetition(_ onsets: [Double], after seconds: Double) -> Double {
  let lag = seconds * 100
  let (whole, part) = (Int(lag), lag - Double(Int(lag)))
  let mean = onsets.reduce(0, +) / Double(onsets.count)
  var sum = 0.0
  for index in 0..<onsets.count - whole - 1 {
    let late = onsets[index + whole] * (1 - part) + onsets[index + whole + 1] * part
    sum += (onsets[index] - mean) * (late - mean)
  }
  return sum / Double(onsets.count - whole - 1)
}

/// Energy of each pitch class between C3 and B5 (Goertzel's algorithm).
func chroma(_ samples: [Float]) -> [Double] {
  var classes = [Double](repeating: 0, count: 12)
  // Every sixth sample of a smoothed sum is enough below 1 kHz.
  var mono: [Double] = []
  for frame in stride(from: 0, to: samples.count / 2 - 6, by: 6) {
    var sum = 0.0
    for index in 0..<6 {
      sum += Double(samples[(frame + index) * 2] + samples[(frame + index) * 2 + 1])
    }
    mono.append(sum / 12)
  }
  let size = 4000
  for pitch in 48..<84 {
    let turn = 2 * Double.pi * 440 * pow(2, Double(pitch - 69) / 12) / 8000
    for start in stride(from: 0, to: mono.count - size, by: size) {
      var (one, two) = (0.0, 0.0)
      for index in start..<start + size {
        let window = 0.5 - 0.5 * cos(2 * .pi * Double(index - start) / Double(size))
        (one, two) = (mono[index] * window + 2 * cos(turn) * one - two, one)
      }
      let energy = one * one + two * two - 2 * cos(turn) * one * two
      classes[pitch % 12] += energy.squareRoot()
    }
  }
  return classes
}

/// How well pitch classes fit a key (Krumhansl & Kessler 1982).
func fit(_ chroma: [Double], _ key: MusicKey) -> Double {
  let major = [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88]
  let minor = [6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17]
  let profile = key.isMinor ? minor : major
  let rotated = (0..<12).map { profile[($0 - key.tonic + 12) % 12] }
  let (a, b) = (chroma.reduce(0, +) / 12, rotated.reduce(0, +) / 12)
  var (cross, left, right) = (0.0, 0.0, 0.0)
  for index in 0..<12 {
    cross += (chroma[index] - a) * (rotated[index] - b)
    left += (chroma[index] - a) * (chroma[index] - a)
    right += (rotated[index] - b) * (rotated[index] - b)
  }
  return cross / (left * right).squareRoot()
}

import Foundation
import MediaTime

@testable import Sound

/// Interleaved stereo of a function of the frame and the channel.
func signal(frames: Int, _ value: (Int, Int) -> Float) -> [Float] {
  var samples = [Float](repeating: 0, count: frames * 2)
  for frame in 0..<frames {
    samples[frame * 2] = value(frame, 0)
    samples[frame * 2 + 1] = value(frame, 1)
  }
  return samples
}

/// A sine in both channels.
func sine(
  _ frequency: Double, amplitude: Double, frames: Int, phase: Double = 0
) -> [Float] {
  let step = 2 * Double.pi * frequency / Double(SampleClock.rate)
  return signal(frames: frames) { frame, _ in
    Float(amplitude * sin(step * Double(frame) + phase))
  }
}

/// Noise in −1…1, from a seed.
func noise(frames: Int, seed: UInt64) -> [Float] {
  var random = SplitMix(seed: seed)
  return signal(frames: frames) { _, _ in Float.random(in: -1...1, using: &random) }
}

/// Decibels of an amplitude.
func decibels(_ amplitude: Double) -> Double { 20 * log10(amplitude) }

/// Amplitude of decibels.
func amplitude(_ decibels: Double) -> Double { pow(10, decibels / 20) }

/// Root of the mean square of frames, both channels.
func rms(_ samples: [Float], _ frames: Range<Int>) -> Double {
  var sum = 0.0
  for sample in samples[frames.lowerBound * 2..<frames.upperBound * 2] {
    sum += Double(sample) * Double(sample)
  }
  return (sum / Double(frames.count * 2)).squareRoot()
}

/// The whole mix.
func mixed(
  _ clips: [MixClip], duration: MediaTime, block: Int = 4096
) throws -> [Float] {
  var mixer = Mixer(clips: clips, duration: duration)
  var result: [Float] = []
  while let samples = try mixer.next(frames: block) { result += samples }
  return result
}

extension MediaTime {
  /// The time of a whole number of sound frames.
  static func frames(_ count: Int) -> MediaTime { MediaTime(Int64(count), over: 48_000) }
}

/// A clip of samples with its edges left as they are.
func exactClip(_ samples: [Float], start: Int = 0, gain: Double = 1) -> MixClip {
  var clip = MixClip(
    MemorySource(samples), start: .frames(start), duration: .frames(samples.count / 2),
    gain: gain)
  clip.joinsPrevious = true
  clip.joinsNext = true
  return clip
}

/// A small generator with a seed (G. Steele and others, Fast splittable pseudorandom number
/// generators, 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

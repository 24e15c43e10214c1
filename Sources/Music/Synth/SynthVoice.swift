/// A note while it sounds. Notes begin at multiples of eight frames, so that voices may go by
/// eights.
protocol SynthVoice: AnyObject {
  /// Adds the rest of a block from frame `offset` on, a multiple of eight.
  ///
  /// - Returns: Whether it still sounds.
  func add(to block: inout StereoBlock, from offset: Int) -> Bool
}

/// What a voice is told.
struct VoiceNote {
  /// Hz.
  let frequency: Double
  let pitch: Int
  let velocity: Float
  /// Frames until the key is let go.
  let gate: Int
  /// Makes its noise its own.
  let seed: UInt64

  init(pitch: Int, velocity: Double, gate: Int, seed: UInt64) {
    self.pitch = pitch
    frequency = 440 * power(2, Double(pitch - 69) / 12)
    self.velocity = Float(velocity)
    self.gate = gate
    self.seed = seed
  }
}

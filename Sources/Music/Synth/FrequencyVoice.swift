internal import Foundation

/// A tine piano by frequency modulation (Chowning 1973): a body whose brightness falls, and a
/// tine high above it that is gone at once.
final class FrequencyVoice: SynthVoice {
  private let increments: (body: UInt32, tine: UInt32, detuned: UInt32)
  private var phases: (body: UInt32, tine: UInt32, detuned: UInt32) = (0, 0, 0)
  private var bodyLevel: Float
  private var bodyIndex: Float
  private var tineIndex: Float
  private let falls: (level: Float, index: Float, tine: Float)
  private var envelope: Envelope
  private var levels = [Float](repeating: 0, count: StereoBlock.frames)

  init(_ note: VoiceNote) {
    let step = note.frequency / SynthMath.rate * 0x1p32
    let tine = min(14 * step, 0x1p32 * 0.22)
    increments = (UInt32(step), UInt32(tine), UInt32(step * 1.0009))
    let velocity = note.velocity
    let height = Float(min(max((note.frequency - 110) / 1500, 0), 1))
    bodyLevel = 0.3 * (0.2 + 0.8 * velocity)
    bodyIndex = (0.5 + 2.4 * velocity * velocity) * (1 - 0.5 * height)
    tineIndex = (0.12 + 0.8 * velocity) * (1 - 0.7 * height)
    let ring = 4.6 * power(220 / note.frequency, 0.35)
    falls = (
      Float(SynthMath.decay(ring)), Float(SynthMath.decay(ring * 0.4)),
      Float(SynthMath.decay(0.22))
    )
    envelope = Envelope(
      Envelope.Shape(attack: 0.0015, decay: 1, sustain: 1, release: 0.28), gate: note.gate)
  }

  func add(to block: inout StereoBlock, from offset: Int) -> Bool {
    let count = StereoBlock.frames - offset
    envelope.fill(&levels, count: count)
    modulate(&block.left, &block.right, offset, count)
    return !envelope.isOver && bodyLevel > 1e-5
  }

  private func modulate(
    _ outLeft: inout [Float], _ outRight: inout [Float], _ offset: Int, _ count: Int
  ) {
    let (table, shape) = (WaveTable.sine.samples, levels)
    let sine = table.span
    let envelope = shape.span
    var left = outLeft.mutableSpan
    var right = outRight.mutableSpan
    var (body, tine, detuned) = phases
    var (level, index, bite) = (bodyLevel, bodyIndex, tineIndex)
    // The table's wave is 0.42 high; a radian is 2³² / 2π.
    let radians: Float = 683_565_248 / 0.424_264
    for frame in 0..<count {
      let modulation =
        index * WaveTable.value(sine, 0, body) + bite * WaveTable.value(sine, 0, tine)
      let turn = UInt32(truncatingIfNeeded: Int64(modulation * radians))
      let gain = level * envelope[frame]
      left[offset &+ frame] += WaveTable.value(sine, 0, body &+ turn) * gain * 2.2
      right[offset &+ frame] += WaveTable.value(sine, 0, detuned &+ turn) * gain * 2.2
      body &+= increments.body
      tine &+= increments.tine
      detuned &+= increments.detuned
      level *= falls.level
      index *= falls.index
      bite *= falls.tine
    }
    phases = (body, tine, detuned)
    (bodyLevel, bodyIndex, tineIndex) = (level, index, bite < 1e-15 ? 0 : bite)
  }
}

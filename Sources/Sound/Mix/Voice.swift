import MediaTime

/// A clip that sounds: its source, read in order, shaped and added to the mix.
struct Voice {
  /// Two optionals, not an enum, so that neither is copied when it is read from.
  private var reader: ClipReader?
  private var stretcher: TimeStretcher?
  private let envelope: Envelope
  private var position = 0
  private var scratch: [Float] = []

  init(_ clip: MixClip, length: Int) throws {
    envelope = Envelope(clip, length: length)
    let speed = clip.speed.isFinite ? min(max(clip.speed, 0.1), 10) : 1
    let heard = Int((Double(length) * speed).rounded(.up))
    let reader = ClipReader(try clip.open(), clip: clip, length: heard)
    if speed == 1 {
      self.reader = reader
    } else {
      stretcher = TimeStretcher(reader, speed: speed)
    }
  }

  /// Reads past frames that are not heard.
  mutating func skip(_ frames: Int) throws {
    var left = frames
    while left > 0 {
      let count = min(left, 8192)
      try pull(count)
      left -= count
      position += count
    }
  }

  /// Adds the next `frames` frames to `mix` from frame `offset` on.
  mutating func add(to mix: inout [Float], at offset: Int, frames: Int) throws {
    try pull(frames)
    let steady = envelope.steady.clamped(to: position..<position + frames)
    shape(to: &mix, at: offset, position..<max(steady.lowerBound, position))
    addSteadily(to: &mix, at: offset, steady)
    shape(to: &mix, at: offset, max(steady.upperBound, position)..<position + frames)
    position += frames
  }

  private mutating func pull(_ frames: Int) throws {
    if scratch.count < frames * 2 { scratch = [Float](repeating: 0, count: frames * 2) }
    try reader?.read(into: &scratch, frames: frames)
    try stretcher?.read(into: &scratch, frames: frames)
  }

  private func shape(to mix: inout [Float], at offset: Int, _ range: Range<Int>) {
    for frame in range {
      let gain = envelope.gain(at: frame)
      let (from, to) = ((frame - position) * 2, (frame - position + offset) * 2)
      mix[to] += scratch[from] * gain
      mix[to + 1] += scratch[from + 1] * gain
    }
  }

  private func addSteadily(to mix: inout [Float], at offset: Int, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let gain = envelope.gain(at: range.lowerBound)
    let from = (range.lowerBound - position) * 2
    let to = from + offset * 2
    let count = range.count * 2
    let source = scratch.span
    var target = mix.mutableSpan
    for index in 0..<count { target[to &+ index] += source[from &+ index] * gain }
  }
}

internal import Foundation

/// Band-limited waves in unison through a filter: pads, ensembles, winds, leads and basses.
final class TableVoice: SynthVoice {
  /// An instrument of this kind.
  struct Patch {
    var wave: @Sendable () -> WaveTable
    /// Waves on each side, one or two.
    var unison = 1
    /// Cents between the outer waves.
    var detune = 0.0
    /// Whether the two sides have waves of their own.
    var isWide = false
    var shape = Envelope.Shape()
    /// Hz of the filter, with the key's frequency times `follow` added.
    var cutoff = 2000.0
    var follow = 1.0
    var resonance = 0.707
    /// How far the filter opens at first, as a factor, and how long until it is back.
    var sweep = 0.0
    var sweepTime = 0.3
    /// How far velocity opens the filter.
    var touch = 1.0
    /// Vibrato: cents, Hz, and seconds until it is there.
    var vibrato = 0.0
    var vibratoRate = 5.2
    var vibratoDelay = 0.35
    /// Breath beside the tone.
    var breath: Float = 0
    /// A sine an octave below.
    var sub: Float = 0
    /// Drive into saturation.
    var drive: Float = 0
    var level: Float = 1
  }

  private static let step = 64

  private let patch: Patch
  private let table: WaveTable
  private let tableOffset: Int
  private let frequency: Double
  private var waves: [Wave] = []
  private var subPhase: UInt32 = 0
  private var envelope: Envelope
  private var filter = StereoFilter()
  private var breathFilter: StateVariableFilter
  private var noise: NoiseGenerator
  private var levels = [Float](repeating: 0, count: StereoBlock.frames)
  private var left = [Float](repeating: 0, count: StereoBlock.frames)
  private var right = [Float](repeating: 0, count: StereoBlock.frames)
  private var age = 0
  private let velocity: Float

  /// One of the waves in unison.
  private struct Wave {
    var phase: UInt32
    let increment: Double
    let vibratoRate: Double
    let vibratoPhase: Double
  }

  init(_ note: VoiceNote, _ patch: Patch) {
    var random = SeededRandom(note.seed)
    self.patch = patch
    table = patch.wave()
    frequency = note.frequency
    tableOffset = table.offset(for: note.frequency * 1.01)
    velocity = note.velocity
    let count = patch.isWide ? patch.unison * 2 : patch.unison
    let start = random.unit()
    for index in 0..<count {
      let place = count > 1 ? Double(index) / Double(count - 1) * 2 - 1 : 0
      let stray = count > 1 ? random.signed() * patch.detune * 0.12 : 0
      let cents = place * patch.detune / 2 + stray
      waves.append(
        Wave(
          phase: count > 1 ? UInt32(truncatingIfNeeded: random.next()) : 0,
          increment: note.frequency * power(2, cents / 1200) / SynthMath.rate * 0x1p32,
          vibratoRate: patch.vibratoRate * (1 + 0.06 * sin(Double(index) * 2.1)),
          vibratoPhase: start + Double(index) * 0.37))
    }
    // Short notes are attacked at once.
    var shape = patch.shape
    let held = Double(note.gate) / SynthMath.rate
    shape.attack = min(shape.attack, max(0.3 * held, min(shape.attack, 0.012)))
    envelope = Envelope(shape, gate: note.gate)
    breathFilter = StateVariableFilter(cutoff: min(note.frequency * 2.2, 9000), resonance: 1.6)
    noise = NoiseGenerator(random.next())
  }

  func add(to block: inout StereoBlock, from offset: Int) -> Bool {
    let count = StereoBlock.frames - offset
    oscillate(count)
    if patch.sub > 0 { addSub(count) }
    if !patch.isWide { right = left }
    sweep(count)
    if patch.breath > 0 { addBreath(count) }
    if patch.drive > 0 { saturate(count) }
    envelope.fill(&levels, count: count)
    Self.multiply(&left, by: levels, count)
    Self.multiply(&right, by: levels, count)
    // Waves in unison add up by their power.
    let gain = patch.level * (0.25 + 0.75 * velocity) / Float(patch.unison).squareRoot()
    block.add(left, right, at: offset, count: count, gains: (gain, gain))
    age += count
    return !envelope.isOver
  }

  private static func multiply(_ samples: inout [Float], by levels: [Float], _ count: Int) {
    var span = samples.mutableSpan
    let factors = levels.span
    for index in 0..<count { span[index] *= factors[index] }
  }

  private func oscillate(_ count: Int) {
    let sides = patch.isWide ? 2 : 1
    for side in 0..<sides {
      let (first, second) = (side, side + sides)
      var index = 0
      while index < count {
        let end = min(index + Self.step, count)
        let range = index..<end
        let one = (waves[first].phase, increment(at: age + index, waves[first]))
        let two =
          second < waves.count
          ? (waves[second].phase, increment(at: age + index, waves[second])) : nil
        let phases =
          side == 0
          ? Self.waves(table.samples, tableOffset, one, two, &left, range)
          : Self.waves(table.samples, tableOffset, one, two, &right, range)
        waves[first].phase = phases.first
        if second < waves.count { waves[second].phase = phases.second }
        index = end
      }
    }
  }

  /// Writes the sum of one or two waves, each of a phase and an increment, and gives the phases
  /// after it.
  private static func waves(
    _ samples: [Float], _ offset: Int, _ one: (UInt32, UInt32), _ two: (UInt32, UInt32)?,
    _ output: inout [Float], _ range: Range<Int>
  ) -> (first: UInt32, second: UInt32) {
    let table = samples.span
    var span = output.mutableSpan
    var first = one.0
    let firstStep = one.1
    var index = range.lowerBound
    guard let two else {
      while index < range.upperBound {
        span[index] = WaveTable.value(table, offset, first)
        first &+= firstStep
        index &+= 1
      }
      return (first, 0)
    }
    var second = two.0
    let secondStep = two.1
    while index < range.upperBound {
      span[index] =
        WaveTable.value(table, offset, first) + WaveTable.value(table, offset, second)
      first &+= firstStep
      second &+= secondStep
      index &+= 1
    }
    return (first, second)
  }

  private func increment(at frame: Int, _ wave: Wave) -> UInt32 {
    UInt32(wave.increment * (1 + vibratoCents(at: frame, wave) * 0.000_577_8))
  }

  /// Adds a wave and gives the phase after it.
  private static func wave(
    _ waves: [Float], _ offset: Int, _ phase: UInt32, _ increment: UInt32, _ level: Float,
    _ samples: inout [Float], _ from: Int, _ to: Int
  ) -> UInt32 {
    let table = waves.span
    var span = samples.mutableSpan
    var phase = phase
    var index = from
    while index < to {
      span[index] += WaveTable.value(table, offset, phase) * level
      phase &+= increment
      index &+= 1
    }
    return phase
  }

  private func vibratoCents(at frame: Int, _ wave: Wave) -> Double {
    guard patch.vibrato > 0 else { return 0 }
    let time = Double(frame) / SynthMath.rate
    let depth = min(max((time - patch.vibratoDelay * 0.4) / patch.vibratoDelay, 0), 1)
    if depth == 0 { return 0 }
    return patch.vibrato * depth * sin(2 * .pi * (wave.vibratoRate * time + wave.vibratoPhase))
  }

  private func addSub(_ count: Int) {
    let increment = UInt32(frequency * 0.5 / SynthMath.rate * 0x1p32)
    let sine = WaveTable.sine.samples
    if patch.isWide { _ = Self.wave(sine, 0, subPhase, increment, patch.sub, &right, 0, count) }
    subPhase = Self.wave(sine, 0, subPhase, increment, patch.sub, &left, 0, count)
  }

  private func sweep(_ count: Int) {
    let touch = max(1 + patch.touch * (Double(velocity) - 0.6), 0.2)
    let open = (patch.cutoff + patch.follow * frequency) * touch
    var index = 0
    while index < count {
      let end = min(index + Self.step, count)
      let time = Double(age + index) / SynthMath.rate
      let envelope = patch.sweep > 0 ? 1 + patch.sweep * exp(-3 * time / patch.sweepTime) : 1
      filter.set(cutoff: open * envelope, resonance: patch.resonance)
      filter.lowPass(&left, &right, index, end)
      index = end
    }
  }

  private func addBreath(_ count: Int) {
    var breath = [Float](repeating: 0, count: count)
    for index in 0..<count { breath[index] = noise.next() * patch.breath }
    breathFilter.process(&breath, 0, count, .bandPass)
    Self.sum(&left, breath, count)
    Self.sum(&right, breath, count)
  }

  private static func sum(_ samples: inout [Float], _ other: [Float], _ count: Int) {
    var span = samples.mutableSpan
    let source = other.span
    for index in 0..<count { span[index] += source[index] }
  }

  private func saturate(_ count: Int) {
    Self.saturate(&left, count, drive: 1 + 4 * patch.drive)
    Self.saturate(&right, count, drive: 1 + 4 * patch.drive)
  }

  private static func saturate(_ samples: inout [Float], _ count: Int, drive: Float) {
    var span = samples.mutableSpan
    for index in 0..<count {
      let x = min(max(span[index] * drive, -1.5), 1.5)
      span[index] = (x - x * x * x * 0.148_148) * (1.4 / drive)
    }
  }
}

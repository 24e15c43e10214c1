internal import Foundation

/// A theme: motifs of one bar each and the order they come in.
struct Tune: Sendable {
  /// A note of a motif, its step counted from where the motif stands.
  struct Cell: Sendable {
    var beat: Double
    var length: Double
    var step: Int
  }

  /// A bar of a phrase: a motif, and how many steps it is moved.
  struct Bar: Sendable {
    let motif: Int
    let shift: Int
  }

  let motifs: [[Cell]]
  /// Bars of a theme, eight of them.
  let bars: [Bar]

  init(_ style: Style, stream: String, seed: UInt64) {
    var random = SeededRandom(seed, stream)
    let beats = style.beatsPerBar
    let first = Self.motif(style.melody, beats: beats, random: &random)
    let answer = Self.answer(to: first, style.melody, beats: beats, random: &random)
    motifs = [
      first, answer, Self.close(beats: beats, isOpen: true, random: &random),
      Self.close(beats: beats, isOpen: false, random: &random),
    ]
    let front = random.pick(Self.fronts)
    let back = random.pick(Self.backs)
    bars =
      front + [Bar(motif: 2, shift: random.pick([0, 1, 2]))] + back + [Bar(motif: 3, shift: 0)]
  }

  /// Three bars each: statement, repetition or sequence, continuation.
  private static let fronts: [[Bar]] = [
    [Bar(motif: 0, shift: 0), Bar(motif: 1, shift: 0), Bar(motif: 0, shift: 1)],
    [Bar(motif: 0, shift: 0), Bar(motif: 0, shift: -1), Bar(motif: 0, shift: -2)],
    [Bar(motif: 0, shift: 0), Bar(motif: 0, shift: 2), Bar(motif: 1, shift: 1)],
    [Bar(motif: 0, shift: 0), Bar(motif: 1, shift: 0), Bar(motif: 0, shift: 0)],
  ]
  /// The same again, higher at its height.
  private static let backs: [[Bar]] = [
    [Bar(motif: 0, shift: 2), Bar(motif: 1, shift: 3), Bar(motif: 0, shift: 1)],
    [Bar(motif: 0, shift: 0), Bar(motif: 1, shift: 1), Bar(motif: 1, shift: 3)],
    [Bar(motif: 1, shift: 2), Bar(motif: 1, shift: 1), Bar(motif: 0, shift: 0)],
  ]

  private static func motif(
    _ style: MelodyStyle, beats: Int, random: inout SeededRandom
  ) -> [Cell] {
    let rhythm = rhythm(style, beats: beats, random: &random)
    let shape = random.below(4)
    var cells: [Cell] = []
    var step = 0
    // One leap makes a motif; more make it hard to sing.
    var leapsLeft = style.leaps > 0.3 ? 2 : 1
    for (index, note) in rhythm.enumerated() {
      if index > 0 {
        let along = note.beat / Double(beats)
        let rising = [along < 0.5, along > 0.5, true, false][shape]
        let leaps = leapsLeft > 0 && random.chance(style.leaps)
        if leaps { leapsLeft -= 1 }
        let size = leaps ? random.pick([2, 2, 3, 4]) : 1
        // A leap is left by step the other way.
        let last = cells.count > 1 ? step - cells[cells.count - 2].step : 0
        let back = abs(last) > 2 ? (last > 0 ? -1 : 1) : 0
        let turn = random.chance(0.2) ? -1 : 1
        step += back != 0 ? back : (rising ? size : -size) * turn
        step = min(max(step, -5), 6)
      }
      cells.append(Cell(beat: note.beat, length: note.length, step: step))
    }
    return cells
  }

  /// The motif's rhythm with its contour turned over, or its head and a longer tail.
  private static func answer(
    to motif: [Cell], _ style: MelodyStyle, beats: Int, random: inout SeededRandom
  ) -> [Cell] {
    if random.chance(0.35) {
      return motif.map { Cell(beat: $0.beat, length: $0.length, step: 1 - $0.step) }
    }
    let half = Double(beats) / 2
    var cells = motif.filter { $0.beat < half }
    guard let last = cells.last else { return motif }
    cells[cells.count - 1].length = min(last.length, half - last.beat)
    let step = last.step + random.pick([-2, -1, 1, 2])
    cells.append(Cell(beat: half, length: Double(beats) - half, step: step))
    return cells
  }

  /// A phrase's last bar: it comes to rest on a long note.
  private static func close(beats: Int, isOpen: Bool, random: inout SeededRandom) -> [Cell] {
    let whole = Double(beats)
    if isOpen {
      return [
        Cell(beat: 0, length: 1, step: random.pick([1, 2])),
        Cell(beat: 1, length: whole - 2, step: random.pick([0, 1])),
      ]
    }
    return random.chance(0.5)
      ? [Cell(beat: 0, length: whole - 1, step: 0)]
      : [Cell(beat: 0, length: 1, step: 1), Cell(beat: 1, length: whole - 1.5, step: 0)]
  }

  private static func rhythm(
    _ style: MelodyStyle, beats: Int, random: inout SeededRandom
  ) -> [(beat: Double, length: Double)] {
    var notes: [(beat: Double, length: Double)] = []
    var beat = 0.0
    while beat < Double(beats) {
      let isWaltz = beats == 3
      let pools = isWaltz ? waltzPools : pools
      let level = style.density * Double(pools.count - 1) + random.signed() * 0.4
      let pool = pools[min(max(Int(level.rounded()), 0), pools.count - 1)]
      for length in random.pick(pool) {
        let rests = beat > 0 && random.chance(style.rests * (abs(length) < 1 ? 0.6 : 1))
        if length > 0, !rests { notes.append((beat, length)) }
        beat += abs(length)
      }
    }
    if random.chance(style.syncopation), let index = notes.firstIndex(where: { $0.beat >= 2 }),
      index > 0, notes[index - 1].length >= 1
    {
      notes[index - 1].length -= 0.5
      notes[index].beat -= 0.5
      notes[index].length += 0.5
    }
    return notes.isEmpty ? [(0, Double(beats))] : notes
  }

  /// Rhythms of two beats, from sparse to dense; a rest is negative.
  private static let pools: [[[Double]]] = [
    [[2], [2], [1.5, 0.5], [1, 1]],
    [[1, 1], [1.5, 0.5], [2], [-0.5, 0.5, 1]],
    [[1, 1], [0.5, 0.5, 1], [1.5, 0.5], [1, 0.5, 0.5], [-0.5, 0.5, 1], [0.5, 1, 0.5]],
    [[0.5, 0.5, 1], [0.5, 0.5, 0.5, 0.5], [1, 0.5, 0.5], [0.5, 1, 0.5], [0.75, 0.75, 0.5]],
    [
      [0.5, 0.5, 0.5, 0.5], [0.25, 0.25, 0.5, 0.5, 0.5], [0.75, 0.75, 0.5], [0.5, 0.25, 0.25, 1],
    ],
  ]
  private static let waltzPools: [[[Double]]] = [
    [[3], [2, 1]], [[2, 1], [1, 1, 1], [1.5, 0.5, 1]],
    [[1, 1, 1], [1.5, 0.5, 1], [1, 0.5, 0.5, 1], [2, 0.5, 0.5]],
  ]
}

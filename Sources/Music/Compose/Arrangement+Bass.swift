extension Arrangement {
  /// The bass of every part that the layer plays in, and its last note.
  func bass(_ layer: Layer, _ figure: BassFigure) -> [PlannedNote] {
    var random = chance("bass \(layer.name)")
    var notes: [PlannedNote] = []
    var last = (layer.range.lowerBound + layer.range.upperBound) / 2
    var pattern: [Character] = []
    if case .pattern(let choices) = figure { pattern = Array(random.pick(choices)) }
    for part in parts(of: layer) {
      for span in harmony.spans(in: part.range) {
        let velocity = layer.velocity * (0.82 + 0.18 * part.energy)
        let root = root(of: span.chord, near: last, layer.range)
        switch figure {
        case .held:
          notes.append(
            PlannedNote(
              beat: span.start, length: span.length * 0.97, pitch: root, velocity: velocity))
        case .walking:
          notes += walk(span, from: root, layer, velocity: velocity, random: &random)
        case .pattern: notes += play(pattern, span, root: root, layer, velocity: velocity)
        }
        last = root
      }
    }
    if closes(layer) {
      notes.append(
        PlannedNote(
          beat: Double(time.lastBeat), length: time.ringBeats * 0.8,
          pitch: lowest(finalChord.root, layer.range), velocity: layer.velocity))
    }
    return notes
  }

  private func root(of chord: Chord, near last: Int, _ range: ClosedRange<Int>) -> Int {
    range.filter { $0 % 12 == chord.bass }.min { abs($0 - last + 2) < abs($1 - last + 2) }
      ?? range.lowerBound
  }

  private func lowest(_ tone: Int, _ range: ClosedRange<Int>) -> Int {
    range.first { $0 % 12 == tone } ?? range.lowerBound
  }

  /// Quarters: the root, then tones of the chord and scale, the last a step from the next root.
  private func walk(
    _ span: HarmonySpan, from root: Int, _ layer: Layer, velocity: Double,
    random: inout SeededRandom
  ) -> [PlannedNote] {
    let beats = max(Int(span.length.rounded()), 1)
    let next = chord(at: span.end)
    let target = self.root(of: next, near: root, layer.range)
    let scale = scale(at: span.start)
    var pitches = [root]
    let isRising = target > root || (target == root && root < layer.range.lowerBound + 9)
    for beat in 1..<max(beats, 2) where beat < beats {
      if beat == beats - 1 {
        let above = random.chance(0.5)
        let chromatic = random.chance(0.6)
        let step = chromatic ? 1 : 2
        pitches.append(target + (above ? step : -step))
      } else {
        let from = scale.step(near: pitches[beat - 1])
        let reach = random.pick([1, 2, 2])
        let step = scale.chordStep(near: from + (isRising ? reach : -reach), chord: span.chord)
        let pitch = scale.pitch(step)
        pitches.append(pitch == pitches[beat - 1] ? pitch + (isRising ? 12 : -12) : pitch)
      }
    }
    var notes: [PlannedNote] = []
    for (beat, pitch) in pitches.enumerated() {
      let start = span.start + Double(beat)
      let folded = fold(pitch, into: layer.range)
      notes.append(
        PlannedNote(
          beat: start, length: 0.9, pitch: folded, velocity: velocity * (beat % 2 == 0 ? 0.95 : 1)))
      if beat < pitches.count - 1, random.chance(0.08) {
        notes.append(
          PlannedNote(beat: start + 0.5, length: 0.3, pitch: folded, velocity: velocity * 0.6))
      }
    }
    return notes
  }

  private func play(
    _ pattern: [Character], _ span: HarmonySpan, root: Int, _ layer: Layer, velocity: Double
  ) -> [PlannedNote] {
    let first = Int((span.start * 4).rounded())
    let count = Int((span.length * 4).rounded())
    let scale = scale(at: span.start)
    let next = self.root(of: chord(at: span.end), near: root, layer.range)
    var notes: [PlannedNote] = []
    for offset in 0..<count {
      let place = (first + offset) % pattern.count
      // A chord that comes inside a bar is heard at once.
      let sign = offset == 0 && pattern[place] != "r" ? "r" : pattern[place]
      if sign == "-" {
        if !notes.isEmpty { notes[notes.count - 1].length += 0.25 }
        continue
      }
      guard sign != "." else { continue }
      let pitch =
        switch sign {
        case "f": chordTone(2, of: span.chord, above: root)
        case "t": chordTone(1, of: span.chord, above: root)
        case "o": root + 12
        case "a":
          next > root
            ? next - 1 : (next < root ? next + 1 : scale.pitch(scale.step(near: root) - 1))
        default: root
        }
      notes.append(
        PlannedNote(
          beat: Double(first + offset) / 4, length: 0.25 * 0.92,
          pitch: fold(pitch, into: layer.range),
          velocity: velocity * (place % 4 == 0 ? 1 : 0.88)))
    }
    return notes
  }

  private func chordTone(_ index: Int, of chord: Chord, above root: Int) -> Int {
    let tone = chord.tones[min(index, chord.tones.count - 1)]
    return root + (tone - root % 12 + 12) % 12
  }
}

internal import Foundation

extension Arrangement {
  /// The tune in every part that the layer plays in, and its last note; `steps` away from where
  /// the tune itself goes.
  func melody(_ layer: Layer, steps: Int) -> [PlannedNote] {
    var plain: [PlannedNote] = []
    var ornaments: [Double] = []
    for part in parts(of: layer) {
      let tune = tune(of: part, layer, steps: steps)
      plain += tune
      // A theme that comes back is ornamented.
      let share = part.kind == .variation ? 0.3 : min(0.08 * Double(part.pass), 0.24)
      ornaments += tune.map { _ in share }
    }
    var random = chance("ornaments")
    var notes = zip(smoothed(plain, in: layer.range), ornaments).flatMap { note, share in
      ornamented(note, in: layer.range, chance: share, random: &random)
    }
    if closes(layer) { notes.append(lastNote(layer, after: notes.last?.pitch)) }
    return notes
  }

  private func tune(of part: FormPart, _ layer: Layer, steps: Int) -> [PlannedNote] {
    let tune = tunes[min(part.theme, tunes.count - 1)]
    let perBar = Double(time.beatsPerBar)
    let isInverted = part.kind == .variation && part.pass.isMultiple(of: 2)
    var notes: [PlannedNote] = []
    for bar in part.range {
      let place = bar - part.firstBar
      let isLastBar = place == part.bars - 1
      let isClosing = isLastBar && part.bars > 2
      // Short parts end their phrase where they end.
      let planned = isClosing ? Tune.Bar(motif: 3, shift: 0) : tune.bars[place % tune.bars.count]
      let start = Double(bar) * perBar
      for cell in tune.motifs[planned.motif] {
        var step = cell.step
        if isInverted, planned.motif < 2 { step = -step }
        let beat = start + cell.beat
        let note = realise(
          step + planned.shift, beat: beat, length: cell.length, layer, steps: steps,
          after: notes.last?.pitch)
        let accent = cell.beat == 0 ? 0.08 : (cell.beat.rounded() == cell.beat ? 0 : -0.06)
        let arch = 0.1 * sin(.pi * (Double(place) + cell.beat / perBar) / Double(part.bars))
        let velocity = layer.velocity * (0.88 + 0.14 * part.energy + accent + arch)
        notes.append(note.with(velocity: velocity))
      }
    }
    return notes
  }

  /// Where a tune stands: the tonic or the fifth, whichever is nearer to the middle of the range.
  private func anchor(_ layer: Layer) -> Int {
    let middle = (layer.range.lowerBound + layer.range.upperBound) / 2
    let candidates = (middle - 7...middle + 5).filter {
      let above = ($0 - key.tonic + 120) % 12
      return above == 0 || above == 7
    }
    return candidates.min { abs($0 - middle + 1) < abs($1 - middle + 1) } ?? middle
  }

  private func realise(
    _ offset: Int, beat: Double, length: Double, _ layer: Layer, steps: Int,
    after previous: Int?
  ) -> PlannedNote {
    let scale = scale(at: beat)
    let chord = chord(at: beat)
    var step = scale.step(near: anchor(layer)) + offset
    let isStrong =
      beat.rounded() == beat && (length >= 1 || beat.truncatingRemainder(dividingBy: 2) == 0)
    let last = previous.map { scale.step(near: $0) } ?? step
    if isStrong { step = scale.chordStep(near: step, chord: chord, toward: last) }
    if steps != 0 {
      step += steps
      if isStrong { step = scale.chordStep(near: step, chord: chord, toward: last) }
    }
    var held = length
    // A tone that the next chord doesn't have is let go before it.
    let span = harmony.span(at: beat)
    let pitch = fold(scale.pitch(step), into: layer.range)
    if beat + length > span.end, !self.chord(at: span.end).contains(pitch) {
      held = max(span.end - beat, 0.25)
    }
    return PlannedNote(beat: beat, length: held * 0.96, pitch: pitch, velocity: layer.velocity)
  }

  func fold(_ pitch: Int, into range: ClosedRange<Int>) -> Int {
    var pitch = pitch
    while pitch > range.upperBound { pitch -= 12 }
    while pitch < range.lowerBound { pitch += 12 }
    return pitch
  }

  /// A neighbour before the note or a passing tone after it.
  private func ornamented(
    _ note: PlannedNote, in range: ClosedRange<Int>, chance: Double,
    random: inout SeededRandom
  ) -> [PlannedNote] {
    guard note.length >= 0.9, random.chance(chance) else { return [note] }
    let scale = scale(at: note.beat)
    let step = scale.step(near: note.pitch)
    var (first, second, third) = (note, note, note)
    let unit = 0.25
    first.length = unit
    second.beat += unit
    second.length = unit
    let neighbour = scale.pitch(step + (random.chance(0.6) ? 1 : -1))
    guard range.contains(neighbour) else { return [note] }
    second.pitch = neighbour
    second.velocity *= 0.85
    third.beat += 2 * unit
    third.length -= 2 * unit
    third.velocity *= 0.92
    return [first, second, third]
  }

  /// Takes out what nobody would sing: the same tone over and over, and leaps beyond an octave.
  private func smoothed(_ notes: [PlannedNote], in range: ClosedRange<Int>) -> [PlannedNote] {
    var notes = notes
    for index in notes.indices.dropFirst(2) {
      let before = notes[index - 1].pitch
      if notes[index].pitch == before, notes[index - 2].pitch == before {
        let scale = scale(at: notes[index].beat)
        let chord = chord(at: notes[index].beat)
        let step = scale.step(near: before)
        let up = scale.pitch(scale.chordStep(near: step + 2, chord: chord))
        notes[index].pitch = fold(up == before ? scale.pitch(step + 1) : up, into: range)
      }
      let leap = notes[index].pitch - notes[index - 1].pitch
      if abs(leap) > 9 {
        let other = notes[index].pitch - (leap > 0 ? 12 : -12)
        if range.contains(other) { notes[index].pitch = other }
      }
    }
    return notes
  }

  private func lastNote(_ layer: Layer, after previous: Int?) -> PlannedNote {
    let near = previous ?? anchor(layer)
    let tones = [finalChord.root, finalChord.third]
    let pitch = (near - 6...near + 6).filter { tones.contains(($0 + 120) % 12) }
      .min { abs($0 - near) < abs($1 - near) }
    return PlannedNote(
      beat: Double(time.lastBeat), length: time.ringBeats * 0.75,
      pitch: fold(pitch ?? near, into: layer.range), velocity: layer.velocity)
  }

  /// A line of long tones that moves by the smallest steps among the chords' thirds, sevenths
  /// and ninths, against the tune's direction.
  func counter(_ layer: Layer) -> [PlannedNote] {
    var notes: [PlannedNote] = []
    var pitch = (layer.range.lowerBound + layer.range.upperBound) / 2
    for part in parts(of: layer) {
      for span in harmony.spans(in: part.range) {
        let tones = span.chord.tones
        let guides = tones.count > 3 ? [tones[1], tones[3]] : [tones[1 % tones.count], tones[0]]
        let isSlow = span.length >= Double(time.beatsPerBar)
        let bar = Int(span.start) / time.beatsPerBar
        let aim = bar.isMultiple(of: 2) ? pitch + 2 : pitch - 2
        pitch = nearest(guides, to: aim, layer.range)
        let parts = isSlow && part.energy > 0.7 && !bar.isMultiple(of: 2) ? 2 : 1
        let length = span.length / Double(parts)
        for index in 0..<parts {
          if index > 0 { pitch = nearest(tones, to: pitch + 3, layer.range) }
          notes.append(
            PlannedNote(
              beat: span.start + Double(index) * length, length: length * 0.98, pitch: pitch,
              velocity: layer.velocity * (0.8 + 0.2 * part.energy)))
        }
      }
    }
    if closes(layer) {
      let last = nearest([finalChord.third, finalChord.root], to: pitch, layer.range)
      notes.append(
        PlannedNote(
          beat: Double(time.lastBeat), length: time.ringBeats * 0.75, pitch: last,
          velocity: layer.velocity * 0.9))
    }
    return notes
  }

  private func nearest(_ tones: [Int], to pitch: Int, _ range: ClosedRange<Int>) -> Int {
    range.filter { tones.contains($0 % 12) }.min { abs($0 - pitch) < abs($1 - pitch) } ?? pitch
  }
}

extension PlannedNote {
  func with(velocity: Double) -> PlannedNote {
    var note = self
    note.velocity = velocity
    return note
  }
}

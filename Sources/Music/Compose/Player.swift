internal import Sound

/// A player: brings planned notes into time, a little loosely, and none past the end.
struct Player {
  private let arrangement: Arrangement
  private let layer: Layer

  init(_ arrangement: Arrangement, layer: Layer) {
    self.arrangement = arrangement
    self.layer = layer
  }

  func play(_ planned: [PlannedNote]) -> [Score.Note] {
    var random = arrangement.chance("player \(layer.name)")
    let time = arrangement.time
    let loose = arrangement.style.looseness * Double(SampleClock.rate)
    var notes: [Score.Note] = []
    notes.reserveCapacity(planned.count)
    var (shift, lastBeat) = (0.0, -1.0)
    for note in planned {
      // The notes of a chord stray together.
      if note.beat != lastBeat { shift = random.bell() * loose }
      lastBeat = note.beat
      let own = shift + random.bell() * loose * 0.3
      let exact = note.beat <= 0 || layer.instrument == .crackle
      let ideal = frame(at: note.beat) + note.delay * Double(SampleClock.rate)
      let start = max(Int((ideal + (exact ? abs(own) * 0.2 : own)).rounded()), 0)
      let end = min(Int(frame(at: note.beat + note.length).rounded()), time.frames)
      guard end - start >= 96 || layer.instrument.isPercussion, start < time.frames - 96 else {
        continue
      }
      let touch = layer.instrument == .crackle ? 0 : random.bell() * 0.09
      let velocity = min(max(note.velocity * (1 + touch), 0.05), 1)
      notes.append(
        Score.Note(
          startFrame: start, frames: max(end - start, 96), pitch: note.pitch, velocity: velocity))
    }
    return notes.sorted { ($0.startFrame, $0.pitch) < ($1.startFrame, $1.pitch) }
  }

  /// The frame of a beat, swung.
  private func frame(at beat: Double) -> Double {
    let style = arrangement.style
    let unit = style.swingUnit
    let whole = (beat / unit).rounded(.down)
    let rest = beat / unit - whole
    let swung =
      rest < 0.5 ? rest * 2 * style.swing : style.swing + (rest - 0.5) * 2 * (1 - style.swing)
    return (whole + swung) * unit * Double(arrangement.time.beatFrames)
  }
}

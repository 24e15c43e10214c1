internal import MediaTime
internal import Sound

/// A note as it is thought of: in beats, before players stray from them.
struct PlannedNote {
  var beat: Double
  var length: Double
  var pitch: Int
  var velocity: Double
  /// Seconds after the beat, for a strum.
  var delay = 0.0
}

/// Everything that is settled before notes are written: style, key, bars, form and chords.
struct Arrangement {
  let seed: UInt64
  let style: Style
  let key: MusicKey
  let mode: ScaleMode
  let time: TimePlan
  let parts: [FormPart]
  let harmony: Harmony
  let finalChord: Chord
  let tunes: [Tune]

  init(_ recipe: MusicRecipe, frames: Int) {
    // Moods with one seed share no tune.
    seed = SeededRandom(recipe.seed, recipe.mood.rawValue).seededOnce
    var random = SeededRandom(recipe.seed, recipe.mood.rawValue)
    let style = Style.of(recipe.mood, random: &random)
    let tonic = recipe.key?.tonic ?? random.pick(style.tonics)
    mode = style.mode.with(minor: recipe.key?.isMinor ?? style.mode.isMinor)
    key = MusicKey(tonic: tonic, isMinor: mode.isMinor)
    let own = random.within(style.tempo)
    time = TimePlan(
      frames: frames, tempo: recipe.usableTempo ?? own,
      bend: recipe.usableTempo == nil ? 0.06 : 0.02, beatsPerBar: style.beatsPerBar)
    parts = FormPlan.parts(bars: time.bars, endsHigh: style.endsHigh)
    let writer = HarmonyWriter(style: style, tonic: tonic, isMinor: mode.isMinor)
    (harmony, finalChord) = writer.write(parts, random: &random)
    let seed = seed
    tunes = (0..<2).map { Tune(style, stream: "tune \($0)", seed: seed) }
    self.style = style
  }

  /// A stream of chance for one use.
  func chance(_ name: String) -> SeededRandom { SeededRandom(seed, name) }

  func scale(at beat: Double) -> LocalScale {
    LocalScale(tonic: key.tonic, mode: mode, chord: chord(at: beat))
  }

  /// The chord at a beat, the last one from its beat on.
  func chord(at beat: Double) -> Chord {
    beat >= Double(time.lastBeat) - 1e-6 || time.bars == 0 ? finalChord : harmony.chord(at: beat)
  }

  /// Parts that a layer plays in.
  func parts(of layer: Layer) -> [FormPart] {
    parts.filter { layer.from <= $0.energy && $0.energy <= layer.upTo }
  }

  /// The beats of bars.
  func beats(of bars: Range<Int>) -> Range<Double> {
    let perBar = Double(time.beatsPerBar)
    return Double(bars.lowerBound) * perBar..<Double(bars.upperBound) * perBar
  }

  /// Whether a layer plays the last chord: it plays where the last part is, or the part before.
  func closes(_ layer: Layer) -> Bool {
    guard let last = parts.last else { return layer.from <= 0.85 && layer.upTo >= 0.4 }
    return layer.from <= last.energy && last.energy <= layer.upTo
  }

  func score() -> Score {
    let ending = time.frames
    var tracks: [Score.Track] = []
    if ending > 0 {
      for layer in style.layers {
        let planned = notes(of: layer)
        let played = Player(self, layer: layer).play(planned)
        guard !played.isEmpty else { continue }
        tracks.append(
          Score.Track(
            name: layer.name, instrument: layer.instrument, notes: played, mix: layer.mix))
      }
    }
    return Score(
      tempo: time.tempo, key: key, beatsPerBar: time.beatsPerBar,
      duration: SampleClock.time(ofFrame: ending), tracks: tracks, sections: sections())
  }

  private func notes(of layer: Layer) -> [PlannedNote] {
    switch layer.part {
    case .melody: melody(layer, steps: 0)
    case .doubling(let steps): melody(layer, steps: steps)
    case .counter: counter(layer)
    case .chords(let figure): chords(layer, figure)
    case .bass(let figure): bass(layer, figure)
    case .drums(let groove): drums(layer, groove)
    case .texture: texture(layer)
    }
  }

  private func texture(_ layer: Layer) -> [PlannedNote] {
    let length = Double(time.frames) / Double(time.beatFrames)
    // Pieces that fade into each other, so that no note is as long as the music.
    return stride(from: 0.0, to: length, by: 8).map { beat in
      PlannedNote(
        beat: beat, length: min(8.15, length - beat), pitch: 60, velocity: layer.velocity)
    }
  }

  private func sections() -> [Score.Section] {
    guard time.frames > 0 else { return [] }
    guard let last = parts.last else {
      return [
        Score.Section(
          kind: .ending, start: .zero, length: SampleClock.time(ofFrame: time.frames), energy: 0.7)
      ]
    }
    return parts.map { part in
      let bar = time.beatsPerBar * time.beatFrames
      let start = part.firstBar * bar
      let isLast = part.firstBar == last.firstBar
      let end = isLast ? time.frames : (part.firstBar + part.bars) * bar
      return Score.Section(
        kind: part.kind, start: SampleClock.time(ofFrame: start),
        length: SampleClock.time(ofFrame: end - start), energy: part.energy)
    }
  }
}

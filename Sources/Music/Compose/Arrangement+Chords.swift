extension Arrangement {
  /// The chords of every part that the layer plays in, led from one to the next, and the last.
  func chords(_ layer: Layer, _ figure: ChordFigure) -> [PlannedNote] {
    let leading = VoiceLeading(voices: voices(of: figure), range: layer.range)
    var previous: [Int]?
    var notes: [PlannedNote] = []
    for part in parts(of: layer) {
      for span in harmony.spans(in: part.range) {
        let setting = leading.setting(of: span.chord, after: previous)
        previous = setting
        let velocity = layer.velocity * (0.78 + 0.22 * part.energy)
        notes += sound(setting, span, figure, velocity: velocity)
      }
    }
    if time.pickup > 0, layer.from <= 0.85 { notes += gesture(layer, leading) }
    if closes(layer) {
      let setting = leading.setting(of: finalChord, after: previous)
      notes += lastChord(setting, figure, velocity: layer.velocity)
    }
    return notes
  }

  private func voices(of figure: ChordFigure) -> Int {
    switch figure {
    case .held, .struck, .broken: 4
    case .strummed: 5
    case .ostinato: 3
    }
  }

  private func sound(
    _ setting: [Int], _ span: HarmonySpan, _ figure: ChordFigure, velocity: Double
  ) -> [PlannedNote] {
    switch figure {
    case .held:
      return setting.map {
        PlannedNote(beat: span.start, length: span.length * 0.98, pitch: $0, velocity: velocity)
      }
    case .struck(let rhythm):
      return strokes(rhythm, span).flatMap { stroke in
        setting.enumerated().map { index, pitch in
          PlannedNote(
            beat: stroke.beat, length: stroke.length * 0.94, pitch: pitch,
            velocity: velocity * (stroke.isAccent ? 1.12 : 0.92) * (index == 3 ? 1.05 : 0.95),
            delay: Double(index) * 0.004)
        }
      }
    case .broken(let order, let unit, let rings):
      return broken(setting, span, order: order, unit: unit, rings: rings, velocity: velocity)
    case .strummed(let rhythm): return strummed(setting, span, rhythm, velocity: velocity)
    case .ostinato(let rhythm):
      return strokes(rhythm, span).enumerated().map { index, stroke in
        let pitch = setting[[0, 1, 0, 2, 0, 1, 2, 1][index % 8] % setting.count]
        return PlannedNote(
          beat: stroke.beat, length: stroke.length * 0.8, pitch: pitch,
          velocity: velocity * (stroke.isAccent ? 1.15 : 0.85))
      }
    }
  }

  /// The strokes of a rhythm of sixteenths that fall within a chord.
  private func strokes(
    _ rhythm: String, _ span: HarmonySpan
  ) -> [(beat: Double, length: Double, isAccent: Bool)] {
    let signs = Array(rhythm.utf8)
    let first = Int((span.start * 4).rounded())
    let count = Int((span.length * 4).rounded())
    // A pattern of one bar or of several, counted from the start.
    var result: [(beat: Double, length: Double, isAccent: Bool)] = []
    for offset in 0..<count {
      let place = (first + offset) % signs.count
      let sign = signs[place]
      if sign == UInt8(ascii: "x") || sign == UInt8(ascii: "X") {
        result.append((Double(first + offset) / 4, 0.25, sign == UInt8(ascii: "X")))
      } else if sign == UInt8(ascii: "-"), !result.isEmpty {
        result[result.count - 1].length += 0.25
      }
    }
    return result
  }

  private func broken(
    _ setting: [Int], _ span: HarmonySpan, order: [Int], unit: Double, rings: Bool,
    velocity: Double
  ) -> [PlannedNote] {
    let count = Int((span.length / unit).rounded())
    return (0..<count).map { index in
      let place = order[index % order.count]
      let octave = place / setting.count
      let pitch = setting[place % setting.count] + 12 * octave
      let beat = span.start + Double(index) * unit
      let isStrong = beat.rounded() == beat
      return PlannedNote(
        beat: beat, length: rings ? max(span.end - beat, unit) : unit * 0.9, pitch: pitch,
        velocity: velocity * (index == 0 ? 1.08 : (isStrong ? 0.98 : 0.86)))
    }
  }

  private func strummed(
    _ setting: [Int], _ span: HarmonySpan, _ rhythm: String, velocity: Double
  ) -> [PlannedNote] {
    let signs = Array(rhythm)
    let first = Int((span.start * 2).rounded())
    let count = Int((span.length * 2).rounded())
    var notes: [PlannedNote] = []
    for offset in 0..<count {
      let sign = signs[(first + offset) % signs.count]
      guard sign != "." else { continue }
      var length = 0.5
      while offset + Int(length * 2) < count,
        signs[(first + offset + Int(length * 2)) % signs.count] == "."
      { length += 0.5 }
      // Up-strokes catch the upper strings only.
      let strings = sign == "u" ? Array(setting.suffix(3).reversed()) : setting
      let force = sign == "D" ? 1.1 : (sign == "d" ? 0.95 : 0.78)
      for (index, pitch) in strings.enumerated() {
        notes.append(
          PlannedNote(
            beat: Double(first + offset) / 2, length: length, pitch: pitch,
            velocity: velocity * force * (1 - 0.03 * Double(index)),
            delay: Double(index) * (sign == "u" ? 0.007 : 0.011)))
      }
    }
    return notes
  }

  private func lastChord(
    _ setting: [Int], _ figure: ChordFigure, velocity: Double
  ) -> [PlannedNote] {
    let beat = Double(time.lastBeat)
    let length = time.ringBeats * 0.8
    let spread =
      switch figure {
      case .broken: 0.06
      case .strummed: 0.03
      case .struck: 0.014
      case .held, .ostinato: 0.0
      }
    return setting.enumerated().map { index, pitch in
      PlannedNote(
        beat: beat, length: length, pitch: pitch, velocity: velocity,
        delay: min(Double(index) * spread, 0.1 * length))
    }
  }

  /// What a sting begins with: the dominant, tone by tone up to the chord.
  private func gesture(_ layer: Layer, _ leading: VoiceLeading) -> [PlannedNote] {
    let dominant = Chord("V7", tonic: key.tonic)
    let setting = leading.setting(of: dominant, after: nil)
    let count = time.pickup * 2
    return (0..<count).map { index in
      let place = setting.count - min(count, setting.count) + index
      return PlannedNote(
        beat: Double(index) / 2, length: Double(count - index) / 2,
        pitch: setting[min(max(place, 0), setting.count - 1)] + (place >= setting.count ? 12 : 0),
        velocity: layer.velocity * (0.7 + 0.3 * Double(index) / Double(count)))
    }
  }
}

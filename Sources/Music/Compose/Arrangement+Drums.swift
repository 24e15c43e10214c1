extension Arrangement {
  /// The drums of every part that the layer plays in, with fills between parts.
  func drums(_ layer: Layer, _ groove: Groove) -> [PlannedNote] {
    var random = chance("drums \(layer.name)")
    var notes: [PlannedNote] = []
    let played = parts(of: layer)
    for part in played {
      let lines = groove.lines.filter { $0.from <= part.energy && part.energy <= $0.upTo }
      let follows = parts.last.map { $0.firstBar != part.firstBar } ?? false
      for bar in part.range {
        let start = Double(bar * time.beatsPerBar)
        let isLast = bar == part.firstBar + part.bars - 1
        let fills = isLast && part.bars >= 4 && (follows || style.endsHigh) && !groove.fills.isEmpty
        let fill = fills ? random.pick(groove.fills) : []
        let filled = fill.map(\.drum)
        for line in lines where !filled.contains(line.drum) {
          notes += strokes(line, bar: bar, start: start, layer, part, random: &random)
        }
        for line in fill {
          notes += strokes(line, bar: 0, start: start, layer, part, random: &random)
        }
      }
      if groove.opensWithCrash, part.energy >= 0.8 {
        notes.append(
          PlannedNote(
            beat: Double(part.firstBar * time.beatsPerBar), length: 2, pitch: Drum.crash,
            velocity: layer.velocity * 0.8))
      }
    }
    if closes(layer) { notes += lastStroke(groove, layer) }
    return notes.sorted { $0.beat < $1.beat }
  }

  private func strokes(
    _ line: Groove.Line, bar: Int, start: Double, _ layer: Layer, _ part: FormPart,
    random: inout SeededRandom
  ) -> [PlannedNote] {
    let signs = Array(line.pattern.utf8)
    let perBar = time.beatsPerBar * 4
    let offset = (bar * perBar) % max(signs.count, 1)
    var notes: [PlannedNote] = []
    for place in 0..<perBar {
      let force: Double
      switch signs[(offset + place) % signs.count] {
      case UInt8(ascii: "X"): force = 1.1
      case UInt8(ascii: "x"): force = 0.85
      case UInt8(ascii: "o"): force = 0.45
      default: continue
      }
      // A light stroke is sometimes left out, so that bars aren't all the same.
      if force < 0.5, random.chance(0.12) { continue }
      notes.append(
        PlannedNote(
          beat: start + Double(place) / 4, length: 0.25, pitch: line.drum,
          velocity: min(layer.velocity * force * (0.85 + 0.2 * part.energy), 1)))
    }
    return notes
  }

  private func lastStroke(_ groove: Groove, _ layer: Layer) -> [PlannedNote] {
    let beat = Double(time.lastBeat)
    let drums = Set(groove.lines.map(\.drum))
    let low = [Drum.kick, Drum.bassDrum].filter(drums.contains)
    let high = groove.opensWithCrash && style.endsHigh ? [Drum.crash] : []
    return (low + high).map {
      PlannedNote(beat: beat, length: 1, pitch: $0, velocity: layer.velocity)
    }
  }
}

/// Chords over bars: bars apart by spaces, chords of a bar by commas.
struct Progression: Sendable {
  let bars: [[Chord]]

  init(_ text: String, tonic: Int) {
    bars = text.split(separator: " ").map { bar in
      bar.split(separator: ",").map { Chord($0, tonic: tonic) }
    }
  }
}

/// A chord and the beats it sounds for.
struct HarmonySpan: Sendable {
  let chord: Chord
  let start: Double
  let length: Double

  var end: Double { start + length }
}

/// The chords of a whole piece.
struct Harmony: Sendable {
  private(set) var spans: [HarmonySpan] = []
  private var bars: [Int] = []
  private let beatsPerBar: Double

  init(beatsPerBar: Int) { self.beatsPerBar = Double(beatsPerBar) }

  /// Adds one bar; its chords share it, in whole beats.
  mutating func append(_ chords: [Chord]) {
    let start = Double(bars.count) * beatsPerBar
    bars.append(spans.count)
    let each = (beatsPerBar / Double(chords.count)).rounded(.up)
    for (index, chord) in chords.enumerated() {
      let offset = min(Double(index) * each, beatsPerBar - 1)
      let next = index + 1 < chords.count ? min(Double(index + 1) * each, beatsPerBar) : beatsPerBar
      spans.append(HarmonySpan(chord: chord, start: start + offset, length: next - offset))
    }
  }

  /// The chords of bars.
  func spans(in range: Range<Int>) -> ArraySlice<HarmonySpan> {
    let from = range.lowerBound < bars.count ? bars[range.lowerBound] : spans.count
    let to = range.upperBound < bars.count ? bars[range.upperBound] : spans.count
    return spans[from..<to]
  }

  /// The chord that sounds at a beat.
  func chord(at beat: Double) -> Chord { span(at: beat).chord }

  /// The chord that sounds at a beat, and for how long.
  func span(at beat: Double) -> HarmonySpan {
    let bar = min(max(Int(beat / beatsPerBar), 0), bars.count - 1)
    var index = bars[bar]
    while index + 1 < spans.count, spans[index + 1].start <= beat + 1e-6 { index += 1 }
    return spans[index]
  }
}

/// Chords for every bar of a form: themes repeated, turned around between parts, closed by a
/// cadence.
struct HarmonyWriter {
  let style: Style
  let tonic: Int
  let isMinor: Bool

  func write(
    _ parts: [FormPart], random: inout SeededRandom
  ) -> (harmony: Harmony, last: Chord) {
    let themes = style.themes.map { progression(random.pick($0)).bars }
    let turnaround = progression(random.pick(style.turnarounds)).bars
    let cadence = progression(random.pick(style.cadences)).bars
    let last = progression(random.pick(style.finals)).bars[0][0]
    var harmony = Harmony(beatsPerBar: style.beatsPerBar)
    for (index, part) in parts.enumerated() {
      let theme = themes[min(part.theme, themes.count - 1)]
      var bars = (0..<part.bars).map { theme[$0 % theme.count] }
      if index == parts.count - 1 {
        let count = min(cadence.count, bars.count)
        bars.replaceSubrange(bars.count - count..<bars.count, with: cadence.suffix(count))
      } else if part.bars >= 4, parts[index + 1].theme != part.theme || part.kind == .build {
        bars.replaceSubrange(bars.count - 1..<bars.count, with: turnaround.suffix(1))
      }
      for bar in bars { harmony.append(bar) }
    }
    return (harmony, last)
  }

  /// A progression of the style; in the other mode than the style's own, its parallel.
  private func progression(_ text: String) -> Progression {
    let own = Progression(text, tonic: tonic)
    guard style.mode.isMinor != isMinor else { return own }
    return Progression(isMinor ? Self.minor(text) : Self.major(text), tonic: tonic)
  }

  private static func minor(_ text: String) -> String {
    translate(
      text,
      by: [
        "I": "i", "ii": "ii", "iii": "bIII", "IV": "iv", "V": "V", "vi": "bVI", "iv": "iv",
        "bVII": "bVII", "bVI": "bVI", "II": "ii", "III": "V", "VI": "bVI", "bIII": "bIII",
      ])
  }

  private static func major(_ text: String) -> String {
    translate(
      text,
      by: [
        "i": "I", "ii": "ii", "bIII": "iii", "iv": "IV", "IV": "IV", "v": "V", "V": "V",
        "bVI": "vi", "bVII": "V", "bII": "ii", "vi": "vi", "VI": "vi", "I": "I",
      ])
  }

  /// Replaces numerals; where one changes its third, only its plain colours are kept.
  private static func translate(_ text: String, by table: [String: String]) -> String {
    text.split(separator: " ").map { bar in
      bar.split(separator: ",").map { chord -> String in
        let numeral = String(chord.prefix { "b#IViv".contains($0) })
        let suffix = String(chord.dropFirst(numeral.count))
        let other = table[numeral] ?? numeral
        if other == numeral { return String(chord) }
        let tail = suffix.contains("7") || suffix.contains("9") ? seventh(of: other) : ""
        return other + tail
      }.joined(separator: ",")
    }.joined(separator: " ")
  }

  /// The seventh that belongs to the key.
  private static func seventh(of numeral: String) -> String {
    ["I", "IV", "bIII", "bVI"].contains(numeral) ? "maj7" : "7"
  }
}

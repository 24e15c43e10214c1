import Testing

@testable import Music

@Suite struct VoiceLeadingTests {
  @Test(
    "Voices move little and never in parallel fifths or octaves",
    arguments: [
      "I IV V I", "I V7/3 I IV", "I vi ii/3 V7", "i iv V7 i", "I IV V7/5 I/3", "ii7 V7 Imaj7 vi7",
      "Imaj9 vi9 ii9 V13", "i bVI iv V7", "I V/3 vi iii IV I/3 ii7 V7",
    ])
  func leads(_ text: String) {
    let leading = VoiceLeading(voices: 4, range: 48...72)
    for tonic in 0..<12 {
      var previous: [Int]?
      for bar in Progression(text, tonic: tonic).bars {
        let setting = leading.setting(of: bar[0], after: previous)
        #expect(setting.count == 4 && setting == setting.sorted())
        #expect(setting.allSatisfy { (48...72).contains($0) && bar[0].contains($0) })
        if let previous {
          #expect(VoiceLeading.parallels(previous, setting) == 0, "\(text) on \(tonic)")
          for (from, to) in zip(previous, setting) { #expect(abs(from - to) <= 7) }
        }
        previous = setting
      }
    }
  }

  @Test("Parallels are found")
  func findsParallels() {
    #expect(VoiceLeading.parallels([48, 55], [50, 57]) == 1)
    #expect(VoiceLeading.parallels([48, 60], [50, 62]) == 1)
    #expect(VoiceLeading.parallels([48, 55], [48, 55]) == 0)
    #expect(VoiceLeading.parallels([48, 55], [50, 58]) == 0)
  }

  @Test(
    "Numerals are read",
    arguments: [
      ("I", 0, [0, 4, 7], 0), ("vi7", 0, [9, 0, 4, 7], 9), ("bVImaj7", 9, [5, 9, 0, 4], 5),
      ("V7/3", 0, [7, 11, 2, 5], 11), ("#ivdim7", 0, [6, 9, 0, 3], 6), ("IV/1", 2, [7, 11, 2], 2),
    ])
  func reads(_ text: Substring, _ tonic: Int, _ tones: [Int], _ bass: Int) {
    let chord = Chord(text, tonic: tonic)
    #expect(chord.tones == tones && chord.bass == bass)
  }

  @Test("Every progression of every style is made of numerals that are known")
  func knowsItsNumerals() {
    for mood in Mood.allCases {
      for seed in 0..<20 as Range<UInt64> {
        var random = SeededRandom(seed)
        let style = Style.of(mood, random: &random)
        let texts = style.themes.flatMap { $0 } + style.turnarounds + style.cadences + style.finals
        for chord in texts.flatMap({ $0.split { $0 == " " || $0 == "," } }) {
          #expect(
            chord.wholeMatch(of: /[b#]?[IViv]+[a-z0-9]*(\/[1357])?/) != nil, "\(chord)")
          #expect(Chord(chord, tonic: 0).intervals.count >= 2)
        }
      }
    }
  }
}

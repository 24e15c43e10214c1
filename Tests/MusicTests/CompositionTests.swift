import MediaTime
import Testing

@testable import Music

@Suite struct CompositionTests {
  private static let lengths = [0.3, 0.5, 1, 2, 3, 5, 7.3, 12, 15, 30, 61, 184]

  @Test("Sections fill the length, and no note outlasts it", arguments: Mood.allCases, lengths)
  func fills(_ mood: Mood, _ seconds: Double) {
    for seed in 0..<3 as Range<UInt64> {
      let piece = piece(mood, seconds: seconds, seed: seed)
      let score = piece.score
      #expect(score.duration == MediaTime(Int64(seconds * 1000), over: 1000))
      var end = MediaTime.zero
      for section in score.sections {
        #expect(section.start == end)
        end = section.start + section.length
      }
      #expect(end == score.duration)
      #expect(!score.tracks.isEmpty)
      for track in score.tracks {
        #expect(!track.notes.isEmpty)
        for (note, next) in zip(track.notes, track.notes.dropFirst()) {
          #expect(note.start <= next.start)
        }
        for note in track.notes {
          #expect(note.start >= .zero && note.start + note.length <= score.duration)
          #expect((0...127).contains(note.pitch) && (0.01...1).contains(note.velocity))
        }
      }
    }
  }

  @Test("The last chord is struck on a downbeat and has time to ring", arguments: Mood.allCases)
  func cadences(_ mood: Mood) throws {
    for seconds in [7.3, 15, 30, 61] {
      let piece = piece(mood, seconds: seconds)
      let last = try #require(piece.downbeats.last)
      #expect(piece.beats.last == last)
      let ring = (piece.score.duration - last).seconds
      #expect((1.5...8).contains(ring), "\(seconds) s: \(ring)")
      let starts = piece.score.tracks.filter { !$0.instrument.isPercussion }
        .flatMap { track in track.notes.map { ($0.start - last).seconds } }
      // Tonal players strike it together, and nobody begins anything after it.
      #expect(starts.filter { abs($0) < 0.06 }.count >= 3)
      #expect(!starts.contains { $0 > 0.5 })
    }
  }

  @Test("Beats are even, and bars are whole", arguments: Mood.allCases)
  func counts(_ mood: Mood) {
    let piece = piece(mood, seconds: 40)
    let beat = piece.beats[1]
    for (index, time) in piece.beats.enumerated() { #expect(time == beat * index) }
    let perBar = piece.score.beatsPerBar
    #expect(piece.downbeats == stride(from: 0, to: piece.beats.count, by: perBar).map { beat * $0 })
  }

  @Test("Unasked, the tempo is near the mood's own; asked, it bends by 2 % at most")
  func bends() {
    for mood in Mood.allCases {
      for seconds in [9.0, 20, 33.3, 60] {
        var random = SeededRandom(5, mood.rawValue)
        let range = Style.of(mood, random: &random).tempo
        let own = piece(mood, seconds: seconds).score.tempo
        #expect(own > range.lowerBound * 0.93 && own < range.upperBound * 1.07, "\(mood)")
        let asked = piece(mood, seconds: seconds, tempo: 97).score.tempo
        #expect(abs(asked / 97 - 1) <= 0.0205, "\(mood)")
      }
    }
  }

  @Test(
    "What is no tempo is left to the mood; what is no usual one is brought in",
    arguments: [
      Double.nan, 0, -3, .infinity, -.infinity, 1e9, 1e-9, .leastNonzeroMagnitude,
    ])
  func toleratesTempos(_ tempo: Double) {
    for seconds in [0.4, 8] {
      let score = piece(.jazz, seconds: seconds, tempo: tempo).score
      #expect(score.tempo.isFinite && score.tempo >= 29)
      if seconds > 1 { #expect(score.tempo < 320) }
    }
  }

  @Test("No length gives no notes", arguments: [0, -1, -86_400])
  func toleratesNoLength(_ seconds: Int) {
    let piece = Composition(MusicRecipe(mood: .epic), duration: MediaTime(seconds: seconds))
    #expect(piece.score.tracks.isEmpty && piece.beats.isEmpty && piece.sections.isEmpty)
    #expect(rendered(piece).isEmpty)
  }

  @Test("Hours are composed, and the form keeps changing")
  func lastsForHours() {
    let piece = piece(.ambient, seconds: 7200)
    #expect(piece.sections.count > 60)
    #expect(Set(piece.sections.map(\.kind)).count >= 5)
  }

  @Test("Seeds differ clearly", arguments: Mood.allCases)
  func differs(_ mood: Mood) {
    let melodies = (0..<8 as Range<UInt64>).map { seed in
      piece(mood, seconds: 30, seed: seed).score.tracks.first { $0.name == "melody" }?
        .notes.map(\.pitch) ?? []
    }
    #expect(Set(melodies).count >= 7)
    let line = piece(mood, seconds: 30, seed: 1).score
    #expect(line == piece(mood, seconds: 30, seed: 1).score)
  }

  @Test("Melodies hardly ever clash with the chord on a strong beat, or stand still")
  func isConsonant() {
    var (strong, clashes, repeats, notes) = (0, 0, 0, 0)
    for mood in Mood.allCases {
      for seed in 0..<6 as Range<UInt64> {
        let recipe = MusicRecipe(mood: mood, seed: seed)
        let arrangement = Arrangement(recipe, frames: 48_000 * 40)
        for layer in arrangement.style.layers {
          guard case .melody = layer.part else { continue }
          var (last, run) = (-1, 0)
          for note in arrangement.melody(layer, steps: 0) {
            notes += 1
            run = note.pitch == last ? run + 1 : 0
            last = note.pitch
            if run >= 3 { repeats += 1 }
            guard note.beat.truncatingRemainder(dividingBy: 2) == 0 else { continue }
            strong += 1
            if arrangement.chord(at: note.beat).clashes(with: note.pitch) { clashes += 1 }
          }
        }
      }
    }
    #expect(strong > 500)
    #expect(Double(clashes) / Double(strong) < 0.02, "\(clashes) of \(strong)")
    #expect(Double(repeats) / Double(notes) < 0.03, "\(repeats) of \(notes)")
  }

  @Test("Players keep to their ranges", arguments: Mood.allCases)
  func keepsRanges(_ mood: Mood) {
    for seed in 0..<6 as Range<UInt64> {
      let arrangement = Arrangement(MusicRecipe(mood: mood, seed: seed), frames: 48_000 * 61)
      let score = arrangement.score()
      for layer in arrangement.style.layers where !layer.instrument.isPercussion {
        guard let track = score.tracks.first(where: { $0.name == layer.name }) else { continue }
        // Broken chords may reach an octave above.
        let range = layer.range.lowerBound...layer.range.upperBound + 12
        #expect(track.notes.allSatisfy { range.contains($0.pitch) }, "\(layer.name)")
      }
    }
  }
}

import MediaTime
import Music
import Sound
import Testing

@Suite struct ComposedMusicTests {
  @Test(
    "Every mood ends with its last frame, unclipped, without an offset, dying away",
    arguments: Mood.allCases, [0.5, 3, 7.3, 15])
  func ends(_ mood: Mood, _ seconds: Double) throws {
    try check(piece(mood, seconds: seconds), seconds: seconds)
  }

  @Test("So does a minute", arguments: [Mood.loFi, .epic, .piano])
  func lasts(_ mood: Mood) throws {
    try check(piece(mood, seconds: 61), seconds: 61)
  }

  private func check(_ piece: Composition, seconds: Double) throws {
    let samples = rendered(piece)
    let frames = Int((seconds * 48_000).rounded())
    #expect(samples.count == frames * 2)
    #expect(samples.allSatisfy { $0.isFinite })
    let loudness = try Loudness.of(samples)
    #expect(loudness.truePeak ?? 0 <= -2)
    #expect(rms(samples[...]) > 0.01)
    if seconds > 5 {
      let integrated = try #require(loudness.integrated)
      #expect((-18.5 ... -13.5).contains(integrated), "\(integrated) LUFS")
    }
    for channel in 0..<2 {
      let sum = stride(from: channel, to: samples.count, by: 2).reduce(0.0) {
        $0 + Double(samples[$1])
      }
      #expect(abs(sum / Double(frames)) < 0.002)
    }
    // The end is silent, and what comes before it is quiet.
    #expect(abs(samples[samples.count - 1]) < 1e-6)
    let tail = samples.suffix(Int(0.02 * 48_000) * 2)
    #expect(rms(tail) < 0.05 * rms(samples[...]))
    #expect(abs(samples[0]) < 0.05 && abs(samples[1]) < 0.05)
  }

  @Test("Blocks of any size and reads from anywhere give the same samples")
  func isTheSameHoweverRead() {
    let piece = piece(.electronic, seconds: 27)
    let whole = rendered(piece)
    #expect(rendered(piece, block: 1000) == whole)
    let music = ComposedMusic(piece)
    for (start, count) in [
      (1_000_000, 700), (3, 5), (589_000, 3000), (1_180_000, 1500), (589_823, 2), (0, 9000),
    ] {
      var buffer = [Float](repeating: 0, count: count * 2)
      var span = buffer.mutableSpan
      #expect(music.read(from: start, frames: count, into: &span) == count)
      #expect(buffer == Array(whole[start * 2..<(start + count) * 2]), "from \(start)")
    }
    var buffer = [Float](repeating: 0, count: 2)
    var span = buffer.mutableSpan
    #expect(music.read(from: music.frameCount, frames: 1, into: &span) == 0)
    #expect(music.read(from: music.frameCount + 99, frames: 1, into: &span) == 0)
  }

  @Test("A seed gives one sound, another seed another")
  func followsItsSeed() {
    let first = rendered(piece(.loFi, seconds: 4, seed: 1))
    #expect(rendered(piece(.loFi, seconds: 4, seed: 1), block: 333) == first)
    #expect(rendered(piece(.loFi, seconds: 4, seed: 2)) != first)
  }

  @Test(
    "The tempo asked for is heard: onsets repeat after a beat rather than after anything near",
    arguments: [
      (Mood.electronic, 120.0), (.upbeat, 100), (.hipHop, 90), (.chiptune, 140), (.happy, 110),
    ])
  func keepsTempo(_ mood: Mood, _ tempo: Double) {
    let piece = piece(mood, seconds: 24, tempo: tempo)
    #expect(abs(piece.score.tempo / tempo - 1) < 0.021)
    let onsets = onsets(rendered(piece))
    let beat = 60 / piece.score.tempo
    let here = repetition(onsets, after: beat)
    for factor in [0.83, 0.88, 0.93, 1.07, 1.12, 1.18] {
      #expect(repetition(onsets, after: beat * factor) < here, "\(factor) of a beat")
    }
  }

  @Test(
    "The key asked for is heard",
    arguments: [
      (Mood.piano, "A minor"), (.piano, "Eb major"), (.orchestral, "G major"), (.sad, "D minor"),
      (.calm, "F major"), (.epic, "C minor"), (.acoustic, "A major"),
    ])
  func keepsKey(_ mood: Mood, _ name: String) throws {
    let key = try #require(MusicKey(name))
    let piece = piece(mood, seconds: 24, key: name)
    #expect(piece.score.key == key)
    let heard = chroma(rendered(piece))
    let fits = (0..<24).map { fit(heard, MusicKey(tonic: $0 % 12, isMinor: $0 >= 12)) }
    let own = fit(heard, key)
    #expect(own > 0.5)
    // A key and its relatives share nearly all tones.
    #expect(fits.filter { $0 > own }.count < 5)
  }
}

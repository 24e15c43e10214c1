import Testing

@testable import Speech

@Suite struct AlignerTests {
  @Test("Words are found in a phrase that says them faster, with pauses", arguments: 1...8)
  func finds(_ seed: UInt64) {
    var numbers = Numbers(seed)
    let seeds = (0..<6).map { seed * 100 + UInt64($0) }
    let alone = seeds.map { Sounds.word($0, seconds: 0.35) }
    var samples = Sounds.silence(0.2)
    var expected: [ClosedRange<Double>] = []
    for seed in seeds {
      let seconds = 0.2 + Double(numbers.next(15)) / 100
      let start = Double(samples.count) / 16_000
      samples += Sounds.word(seed, seconds: seconds).samples
      expected.append(start...start + seconds)
      if numbers.next(3) == 0 { samples += Sounds.silence(0.25) }
    }
    let phrase = Waveform(samples: samples + Sounds.silence(0.3), rate: 16_000)
    let found = WordAligner.ranges(of: alone, in: phrase)
    #expect(found.count == expected.count)
    for (range, truth) in zip(found, expected) {
      #expect(abs(range.lowerBound - truth.lowerBound) < 0.04, "\(found) \(expected)")
      #expect(abs(range.upperBound - truth.upperBound) < 0.04, "\(found) \(expected)")
    }
  }

  @Test("Without anything to compare, words are spread over what is audible")
  func spreads() {
    let words = SpokenText("one two 你 three four").phrases.flatMap(\.words)
    let tone = Sounds.tone(300, seconds: 0.5).samples
    let phrase = Waveform(
      samples: Sounds.silence(0.5) + tone + Sounds.silence(1) + tone, rate: 16_000)
    let ranges = PaceAligner.ranges(of: words, in: phrase)
    #expect(ranges.count == 5)
    #expect(abs(ranges[0].lowerBound - 0.5) < 0.02 && abs(ranges[4].upperBound - 2.5) < 0.02)
    for (first, second) in zip(ranges, ranges.dropFirst()) {
      #expect(first.upperBound <= second.lowerBound + 1.01)
      #expect(first.lowerBound < second.lowerBound)
    }
  }

  @Test("A phrase too long to be warped has its words spread by their own lengths")
  func scales() {
    let pieces = [0.5, 1.5].map { Sounds.tone(300, seconds: $0) }
    let phrase = Waveform(
      samples: [Float](repeating: 0.5, count: 4000 * 500), rate: 4000)
    let many = Array(repeating: pieces, count: 20).flatMap(\.self)
    let ranges = WordAligner.ranges(of: many, in: phrase)
    #expect(ranges.count == 40)
    #expect(abs(ranges[1].lowerBound - 6.25) < 0.1 && abs(ranges[39].upperBound - 500) < 0.1)
  }

  @Test("Silence and noise give ranges in order, whatever they are compared with")
  func survives() {
    for phrase in [Sounds.silence(0.5), [], [0.5], Sounds.word(9, seconds: 0.02).samples] {
      let wave = Waveform(samples: phrase, rate: 16_000)
      let pieces = [Sounds.word(1, seconds: 0.3), Waveform(samples: [], rate: 16_000), wave]
      let ranges = WordAligner.ranges(of: pieces, in: wave)
      #expect(ranges.count == 3)
      for (first, second) in zip(ranges, ranges.dropFirst()) {
        #expect(first.upperBound <= second.lowerBound)
      }
    }
  }
}

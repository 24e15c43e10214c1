import Foundation
import MediaTime
import Sound
import Testing

@testable import Foley

@Suite struct FoleySoundTests {
  private static let ambiences = SoundEffect.allCases.filter(\.isAmbience)
  private static let strikes = SoundEffect.allCases.filter { !$0.isAmbience }

  @Test(arguments: ambiences)
  func ambiencesLastAsLongAsAsked(effect: SoundEffect) {
    for duration in [MediaTime.zero, MediaTime(1, over: 3), MediaTime(1001, over: 480)] {
      let sound = FoleySound(FoleyRecipe(effect), duration: duration)
      #expect(sound.frameCount == SampleClock.frame(at: duration))
      #expect(heard(sound).count == sound.frameCount * 2)
      var sample: [Float] = [7, 7]
      var span = sample.mutableSpan
      #expect(sound.read(from: sound.frameCount, frames: 1, into: &span) == 0)
      #expect(sound.read(from: sound.frameCount + 99, frames: 1, into: &span) == 0)
    }
  }

  @Test(arguments: strikes)
  func strikesHaveTheirNaturalLength(effect: SoundEffect) throws {
    let natural = SampleClock.frame(at: try #require(effect.naturalDuration))
    #expect(sound(effect, seconds: 60).frameCount == natural)
    let cut = FoleySound(FoleyRecipe(effect), duration: MediaTime(1, over: 20))
    #expect(cut.frameCount == 2400)
    #expect(abs(try #require(heard(cut).last)) < 1e-3)
  }

  @Test(arguments: strikes, [1, 2, 3] as [UInt64])
  func strikesAreStrongestAtTheirHit(effect: SoundEffect, seed: UInt64) throws {
    let samples = heard(sound(effect, seed: seed))
    let window = 480
    var levels: [Double] = []
    for start in stride(from: 0, to: samples.count / 2 - window, by: window / 2) {
      let part = samples[start * 2..<(start + window) * 2]
      levels.append(part.reduce(0) { $0 + Double($1) * Double($1) })
    }
    let strongest = try #require(levels.indices.max { levels[$0] < levels[$1] })
    let found = Double(strongest * window / 2 + window / 2) / 48_000
    let tolerance = effect == .rise ? 0.13 : effect == .thunder ? 0.1 : 0.045
    #expect(abs(found - effect.hit.seconds) < tolerance, "at \(found) s")
    #expect(try #require(Loudness.of(samples).truePeak) <= -3)
    #expect(try #require(Loudness.of(samples).samplePeak) > -5)
  }

  @Test(arguments: ambiences, [1, 2, 3] as [UInt64])
  func ambiencesHaveOneLoudness(effect: SoundEffect, seed: UInt64) throws {
    let isSlow = [.wind, .waves, .birds, .traffic].contains(effect)
    let loudness = try Loudness.of(
      heard(sound(effect, seed: seed, seconds: isSlow ? 24 : 8)))
    let wished = effect == .typing ? -28.0 : -20
    #expect(abs(try #require(loudness.integrated) - wished) < 4)
    #expect(try #require(loudness.truePeak) < -1)
    #expect(loudness.clippedSamples == 0)
  }

  @Test(arguments: [
    (SoundEffect.whoosh, 500.0...3000.0, 0.005...0.2), (.rise, 600...3800, 0.01...0.4),
    (.impact, 30...400, 0...0.02), (.click, 1000...4500, 0...0.3), (.pop, 300...1500, 0...0.05),
    (.glitch, 300...4500, 0...0.3), (.bell, 300...2200, 0...0.005), (.thunder, 40...330, 0...0.01),
    (.rain, 1600...4500, 0.03...0.5), (.wind, 200...1200, 0...0.05),
    (.waves, 500...3000, 0.01...0.3), (.river, 500...1800, 0.002...0.1),
    (.fire, 300...2800, 0.01...0.3), (.birds, 2200...6000, 0...0.02),
    (.crickets, 3300...5500, 0...0.02), (.crowd, 350...1300, 0...0.03),
    (.applause, 900...2900, 0.003...0.1), (.heartbeat, 40...220, 0...0.005),
    (.typing, 1000...5000, 0.01...0.5), (.traffic, 400...2600, 0.003...0.1),
  ])
  func spectraAreOfTheirKind(
    effect: SoundEffect, centroids: ClosedRange<Double>, flatness: ClosedRange<Double>
  ) {
    for seed in [1, 2, 3] as [UInt64] {
      let spectrum = Spectrum(heard(sound(effect, seed: seed, seconds: 6)))
      #expect(centroids.contains(spectrum.centroid), "seed \(seed): \(spectrum.centroid) Hz")
      #expect(flatness.contains(spectrum.flatness), "seed \(seed): \(spectrum.flatness)")
    }
  }

  @Test(arguments: SoundEffect.allCases)
  func aFrameHasTheSameSamplesHoweverItIsRead(effect: SoundEffect) {
    let whole = heard(sound(effect, seconds: 4), piece: 1 << 20)
    #expect(heard(sound(effect, seconds: 4), piece: 777) == whole)
    let later = sound(effect, seconds: 4)
    let start = later.frameCount * 2 / 3
    #expect(heard(later, from: start) == Array(whole[(start * 2)...]))
    #expect(heard(later, from: 5, frames: 900, piece: 1) == Array(whole[10..<1810]))
  }

  @Test(arguments: SoundEffect.allCases)
  func edgesAreSilentAndNothingIsOffset(effect: SoundEffect) throws {
    let samples = heard(sound(effect))
    #expect(samples.allSatisfy { $0.isFinite })
    for index in [0, 1, samples.count - 2, samples.count - 1] {
      #expect(abs(samples[index]) < 1e-3)
    }
    let offset = samples.reduce(0) { $0 + Double($1) } / Double(samples.count)
    let power = samples.reduce(0) { $0 + Double($1) * Double($1) } / Double(samples.count)
    #expect(abs(offset) < 0.02 * power.squareRoot())
  }

  @Test(arguments: ambiences)
  func pagesFitTogether(effect: SoundEffect) {
    // A step at a page's edge would stand out among the steps around it.
    let samples = heard(sound(effect, seconds: 5))
    func step(_ frame: Int) -> Float { abs(samples[frame * 2] - samples[frame * 2 - 2]) }
    for edge in [48_000, 96_000, 144_000] {
      let around = (edge - 400..<edge + 400).filter { $0 != edge }.map(step).max() ?? 0
      #expect(step(edge) <= around)
    }
  }

  @Test(arguments: ambiences)
  func ambiencesDoNotRepeatThemselves(effect: SoundEffect) {
    let samples = heard(sound(effect, seconds: 8))
    func part(_ start: Int) -> ArraySlice<Float> { samples[start * 2..<(start + 48_000) * 2] }
    func likeness(_ first: ArraySlice<Float>, _ second: ArraySlice<Float>) -> Double {
      let products = zip(first, second).reduce(0) { $0 + Double($1.0) * Double($1.1) }
      func power(_ part: ArraySlice<Float>) -> Double {
        part.reduce(0) { $0 + Double($1) * Double($1) }
      }
      return products / (power(first) * power(second) + 1e-12).squareRoot()
    }
    for later in [96_000, 144_000, 288_000] {
      #expect(abs(likeness(part(48_000), part(later))) < 0.6)
    }
  }

  @Test(arguments: SoundEffect.allCases)
  func anotherSeedIsAnotherSound(effect: SoundEffect) {
    let first = heard(sound(effect, seed: 1, seconds: 2))
    #expect(first != heard(sound(effect, seed: 2, seconds: 2)))
    #expect(first == heard(sound(effect, seed: 1, seconds: 2)))
  }

  @Test(arguments: [SoundEffect.rain, .wind, .waves, .applause, .whoosh, .crowd])
  func widthIsHeard(effect: SoundEffect) {
    let samples = heard(sound(effect))
    var (middle, side) = (0.0, 0.0)
    for index in stride(from: 0, to: samples.count, by: 2) {
      middle += pow(Double(samples[index] + samples[index + 1]), 2)
      side += pow(Double(samples[index] - samples[index + 1]), 2)
    }
    #expect(side > middle * 0.1)
  }
}

import Language
import Timeline
import Testing

@Suite struct PrintingTests {
  @Test(arguments: SpokenLanguage.allCases, [20_261_122, 1, 2, 3, 4] as [UInt64])
  func whatIsPrintedReadsBack(language: SpokenLanguage, seed: UInt64) {
    var generator = RequestGenerator(seed: seed)
    for step in 0..<1000 {
      let request = generator.next()
      let sentence = request.sentence(in: language)
      let reading = Reading(of: sentence)
      #expect(
        reading.requests == [request] && reading.leftovers.isEmpty,
        "seed \(seed), step \(step): \(sentence); left: \(reading.leftovers.map(\.text))")
    }
  }

  @Test(arguments: Feature.allNames)
  func everyFeatureHasANameInBothLanguages(name: String) {
    for language in SpokenLanguage.allCases {
      let request = Request.unsupported(Feature(name))
      #expect(Reading(of: request.sentence(in: language)).requests == [request])
    }
  }
}

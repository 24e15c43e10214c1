import Language
import Timeline
import Testing

@Suite struct PrintingTests {
  @Test(arguments: SpokenLanguage.allCases)
  func whatIsPrintedReadsBack(language: SpokenLanguage) {
    let seed: UInt64 = 20_261_122
    var generator = RequestGenerator(seed: seed)
    for step in 0..<2500 {
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

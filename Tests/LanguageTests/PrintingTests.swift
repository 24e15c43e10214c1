import Language
import Testing

@Suite struct PrintingTests {
  @Test(arguments: UtteranceLanguage.allCases)
  func whatIsPrintedReadsBack(language: UtteranceLanguage) {
    let seed: UInt64 = 20_261_122
    var generator = RequestGenerator(seed: seed)
    for step in 0..<4000 {
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
    for language in UtteranceLanguage.allCases {
      let request = Request.unsupported(Feature(name))
      #expect(Reading(of: request.sentence(in: language)).requests == [request])
    }
  }
}

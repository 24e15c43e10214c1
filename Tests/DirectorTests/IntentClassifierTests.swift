import Director
import IntentTraining
import Testing

/// The classifier of intents: how good it is, and that its weights are those of its corpus.
@Suite struct IntentClassifierTests {
  private static let corpus = Result { () throws -> IntentCorpus in
    let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    return try IntentCorpus(folder: "/\(folder)/Intents")
  }

  @Test("Every intent has sentences enough in both languages")
  func corpusIsWhole() throws {
    let items = try Self.corpus.get().items
    for intent in Intent.allCases {
      for language in ["english", "chinese"] {
        let count = items.count { $0.intent == intent && $0.language == language }
        #expect(count >= 45, "\(intent) \(language)")
      }
    }
  }

  @Test("Sentences that training never saw are told apart")
  func generalises() throws {
    let report = IntentReport(try Self.corpus.get(), .shared)
    #expect(report.share() >= 0.73, "\(report.text)")
    #expect(report.share { $0.language == "english" } >= 0.73)
    #expect(report.share { $0.language == "chinese" } >= 0.73)
    #expect(report.rightAmong(surerThan: 0.65) >= 0.92, "\(report.text)")
  }

  @Test("The weights in the source are those that training gives")
  func weightsAreTrained() throws {
    let training = IntentTraining(try Self.corpus.get())
    #expect(
      IntentClassifier(weights: training.weights, scale: training.scale) == .shared,
      "run scripts/train-intents")
  }

  @Test(arguments: ["", " ", "\u{0}\u{7}", "🎬🎬", "Добрый день", "こんにちは", "مرحبا"])
  func isUnsureOfWhatItCannotRead(words: String) {
    #expect(IntentClassifier.shared.classify(words).probability < 0.5, "\(words)")
  }

  @Test func staysSwiftWithMuchText() {
    let words = String(repeating: "export the film 导出 ", count: 6000)
    let clock = ContinuousClock()
    _ = IntentClassifier.shared.classify("warm up")
    #expect(clock.measure { _ = IntentClassifier.shared.classify(words) } < .milliseconds(100))
  }
}

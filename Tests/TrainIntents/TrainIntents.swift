import Director
import Foundation
import IntentTraining

/// Trains the classifier of intents, writes its weights, and reports how good it is.
@main struct TrainIntents {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let root = arguments.first { !$0.hasPrefix("-") } ?? "."
    let corpus = try IntentCorpus(folder: "\(root)/Tests/Intents")
    let training = IntentTraining(corpus)
    if !arguments.contains("--dry") {
      for file in IntentSource(training).files {
        let path = "\(root)/Sources/Director/Classifier/\(file.name)"
        try file.text.write(toFile: path, atomically: true, encoding: .utf8)
      }
    }
    let classifier = IntentClassifier(weights: training.weights, scale: training.scale)
    let report = IntentReport(corpus, classifier)
    print(report.text)
    if arguments.contains("--mistakes") { print(report.mistakes.joined(separator: "\n")) }
  }
}

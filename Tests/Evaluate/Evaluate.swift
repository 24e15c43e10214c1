import Evaluation
import Foundation

/// Holds every conversation of the evaluation set and reports how many were exact.
@main struct Evaluate {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let folder = arguments.first { !$0.hasPrefix("-") } ?? "Tests/Evaluation"
    let evaluation = Evaluation(try EvaluationSet(folder: folder))
    if !arguments.contains("--json") { listMisses(evaluation) }
    report(evaluation, asJSON: arguments.contains("--json"))
  }

  private static func listMisses(_ evaluation: Evaluation) {
    for result in evaluation.results where !result.item.isHeldBack && !result.misses.isEmpty {
      let turns = result.item.turns.joined(separator: " ▸ ")
      let mark = result.guesses > 0 ? " (guessed)" : ""
      print("\(result.item.id) [\(result.item.draft)]\(mark) \(turns)")
      for miss in result.misses.prefix(4) { print("    \(miss)") }
      print("    → \(result.answer.replacing("\n", with: " ¶ ").prefix(200))")
    }
  }

  private static func report(_ evaluation: Evaluation, asJSON: Bool) {
    let rows: [(String, (EvaluationCase) -> Bool)] = [
      ("all", { _ in true }), ("built on", { !$0.isHeldBack }), ("held back", \.isHeldBack),
      ("English", { $0.id.hasPrefix("en") }), ("Chinese", { $0.id.hasPrefix("zh") }),
      ("with context", { $0.turns.count > 1 }),
    ]
    if asJSON {
      let members = rows.map { "\"\($0.0)\":\(evaluation.share($0.1))" }
      print(
        "{\(members.joined(separator: ",")),\"reading p99 ms\":\(evaluation.slowReading),"
          + "\"turn p99 ms\":\(evaluation.slowTurn)}")
      return
    }
    for (name, isCounted) in rows {
      let count = evaluation.results.count { isCounted($0.item) }
      let percent = (evaluation.share(isCounted) * 1000).rounded() / 10
      print("\(name): \(percent) % of \(count)")
    }
    let guessed = evaluation.results.filter { $0.guesses > 0 }
    let exact = guessed.count { $0.misses.isEmpty }
    print("decided by the classifier: a turn of \(guessed.count), \(exact) of them exact")
    for (name, time) in [("reading", evaluation.slowReading), ("a turn", evaluation.slowTurn)] {
      print("p99 of \(name): \((time * 1000).rounded() / 1000) ms")
    }
  }
}

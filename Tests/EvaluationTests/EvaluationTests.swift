import Evaluation
import Testing

@Suite struct EvaluationTests {
  @Test("Sentences of the evaluation set are understood as they must be")
  func understands() throws {
    let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let set = try EvaluationSet(folder: "/\(folder)/Evaluation")
    #expect(set.cases.count >= 600)
    #expect(set.cases.count { $0.turns.count > 1 } >= 150)
    let evaluation = Evaluation(set)
    let all = evaluation.share { _ in true }
    #expect(all >= 0.965, "exact: \(all)")
    #expect(evaluation.share(\.isHeldBack) >= 0.855)
    // What was held back is not yet understood as well as the rest; no change may make it worse.
  }
}

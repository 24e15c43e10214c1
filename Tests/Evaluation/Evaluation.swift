import Director
import Language

/// How the set went: which cases were exact, and how long reading took.
public struct Evaluation: Sendable {
  /// A case and how it went.
  public struct Result: Sendable {
    /// The case.
    public let item: EvaluationCase
    /// What was not as it must be; empty where all was.
    public let misses: [String]
    /// What was answered last.
    public let answer: String
    /// How many turns were taken for what they most likely are.
    public let guesses: Int
    /// How long each turn took, in milliseconds.
    public let times: [Double]
    /// How long it took to read the words of each, in milliseconds.
    public let readingTimes: [Double]
  }

  /// Every case, in the set's order.
  public let results: [Result]

  /// Holds every conversation of `set`.
  public init(_ set: EvaluationSet) {
    results = set.cases.map { item in
      var conversation = set.conversation(named: item.draft)
      var (times, readingTimes): ([Double], [Double]) = ([], [])
      var last: Answer?
      var guesses = 0
      let clock = ContinuousClock()
      for turn in item.turns {
        let (scene, dialogue) = (conversation.situation.scene, conversation.situation.dialogue)
        let reading = clock.measure { _ = Reading(of: turn, in: scene, after: dialogue) }
        readingTimes.append(reading / .milliseconds(1))
        times.append(clock.measure { last = conversation.say(turn) } / .milliseconds(1))
        if last?.isGuessed == true { guesses += 1 }
      }
      guard let last else {
        return Result(
          item: item, misses: ["has no turn"], answer: "", guesses: 0, times: [], readingTimes: [])
      }
      return Result(
        item: item, misses: Verdict(item, last).misses, answer: last.text,
        guesses: guesses, times: times, readingTimes: readingTimes)
    }
  }

  /// The share of exact cases among those that `isCounted` takes, 0 to 1; 1 where there are none.
  public func share(_ isCounted: (EvaluationCase) -> Bool) -> Double {
    let counted = results.filter { isCounted($0.item) }
    guard !counted.isEmpty else { return 1 }
    return Double(counted.count { $0.misses.isEmpty }) / Double(counted.count)
  }

  /// The time within which 99 of 100 turns were read and carried out, in milliseconds.
  public var slowTurn: Double { Self.p99(results.flatMap(\.times)) }

  /// The time within which 99 of 100 turns were read, in milliseconds.
  public var slowReading: Double { Self.p99(results.flatMap(\.readingTimes)) }

  private static func p99(_ times: [Double]) -> Double {
    let times = times.sorted()
    return times.isEmpty ? 0 : times[min(times.count * 99 / 100, times.count - 1)]
  }
}

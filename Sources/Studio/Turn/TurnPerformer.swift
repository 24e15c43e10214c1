import Accounts
import Director
import Foundation
import Language
import Logging
import Records
import Scenes
import Timeline
import Wire

/// Takes one turn from where it stands to its end.
///
/// ```
/// begin   script, hold, opening, first call      ┐
/// step k  answer to call k, draft, call k + 1    │ one transaction each, confirmed by the lease
/// close   closing, settlement, end of the work   ┘
/// ```
///
/// Where the turn stands follows from the store alone: whoever goes on after a crash repeats work
/// at most, never an event, a change or a charge.
struct TurnPerformer: Sendable {
  let studio: Studio
  let lease: Lease
  let session: String

  /// The id of a step's call: the same whoever carries the step out.
  static func callID(turn: String, step: Int) -> String {
    "call_\(turn.dropFirst(2))_\(step + 1)"
  }

  /// The id of the export that a step orders.
  static func exportID(turn: String, step: Int) -> String {
    "render_\(turn.dropFirst(2))_\(step + 1)"
  }

  /// Does what is left of the turn.
  /// - Throws: `TurnEnded`, `LeaseLost`, `CancellationError`; `ServiceError` where it failed.
  func perform(_ turn: Turn) async throws {
    guard !turn.status.isFinal else { throw TurnEnded() }
    var turn = turn
    var plan: TurnPlan
    if let stored = turn.script {
      plan = try TurnPlan(stored: stored)
    } else {
      (turn, plan) = try await begin(turn)
    }
    while turn.step < plan.script.steps.count {
      try Task.checkCancellation()
      let work = try await work(on: plan.script.steps[turn.step], of: turn, plan)
      (turn, plan) = try await complete(turn.step, work)
    }
    try Task.checkCancellation()
    try await close()
  }

  /// The language of what is said about a turn that may not have begun.
  func language(of turn: Turn) -> SpokenLanguage {
    if let script = turn.script, let plan = try? TurnPlan(stored: script) {
      return plan.script.language
    }
    return Reading(of: turn.message).language
  }

  private func begin(_ turn: Turn) async throws -> (Turn, TurnPlan) {
    var (situation, identity) = try await studio.situation(of: turn)
    await plan(turn, &situation)
    try await hear(turn, &situation)
    try await hearEngines(turn, &situation)
    let script = Script(for: turn.message, in: situation)
    let plan = TurnPlan(
      script, prices: studio.accounts.settings.prices, begunAt: studio.now(),
      versionBefore: situation.history?.currentNumber)
    let words = TurnWords(script.language)
    let advice = studio.advice(for: identity, words)
    let begun = try await advance { stage in
      guard stage.plan == nil else { return }
      if plan.quote > 0 {
        let credits = try stage.transaction.credits(of: stage.turn.account)
        guard credits.available >= plan.quote else {
          throw ServiceError(
            .noCredits,
            words.tooFewCredits(
              needed: plan.quote, available: credits.available, advice: advice))
        }
        stage.turn.hold = try Ledger.hold(
          plan.quote, for: stage.turn.account, turn: stage.turn.id, at: stage.log.time,
          in: stage.transaction
        ).id
      }
      let price = plan.quote > 0 ? words.price(plan.quote) : nil
      let gap = script.language == .chinese ? "" : " "
      let opening = [script.opening, price].compactMap { $0 }.joined(separator: gap)
      if !opening.isEmpty {
        stage.events.append(
          stage.log.text(opening, metadata: Self.metadata(["cost": .integer(plan.quote)])))
      }
      stage.events += Self.call(0, of: script, in: stage)
      stage.turn.status = .running
      stage.plan = plan
    }
    return (begun.turn, begun.plan ?? plan)
  }

  /// Lets the planner say what the message asks for; where it can't, the words are read as they
  /// are.
  private func plan(_ turn: Turn, _ situation: inout Situation) async {
    guard let planner = studio.planner, situation.dialogue.pending == nil,
      !situation.asksEngines(turn.message)
    else { return }
    do {
      let sentences = try await planner.sentences(for: turn.message, in: situation)
      if !situation.take(sentences) {
        studio.logger.notice("The planner's sentences can't be read; the grammar answers.")
      }
    } catch {
      studio.logger.warning("\(error) The grammar answers.")
    }
  }

  private func close() async throws {
    let links = studio.links(at: studio.now())
    let done = try await advance { stage in
      guard let plan = stage.plan else { throw TurnEnded() }
      let history = stage.session.history ?? Script.emptyHistory
      let before =
        try plan.versionBefore.map { try history.draft(at: $0) } ?? Script.emptyHistory.draft
      let charge = plan.charge(isDraftChanged: before != history.draft)
      let text = plan.script.closing(plan.outcome(before: before, after: history.draft, links))
      if let hold = stage.turn.hold {
        let (note, time) = ("turn \(stage.turn.id)", stage.log.time)
        if charge > 0 {
          try Ledger.settle(hold, amount: charge, note: note, at: time, in: stage.transaction)
        } else {
          try Ledger.release(hold, note: note, at: time, in: stage.transaction)
        }
      }
      stage.events.append(
        stage.log.text(text, metadata: Self.metadata(["charged": .integer(charge)])))
      stage.plan?.charged = charge
      stage.end(as: .completed)
    }
    studio.metrics.spent(done.plan?.charged ?? 0)
  }

  /// Ends the turn with a failure; its credits are given back.
  func fail(_ error: ServiceError) async throws {
    try await advance(readingPlan: false) { stage in
      if let hold = stage.turn.hold {
        try Ledger.release(
          hold, note: "turn \(stage.turn.id) failed", at: stage.log.time, in: stage.transaction)
      }
      stage.events.append(stage.log.failure(error))
      stage.end(as: .failed)
    }
  }

  static func metadata(_ members: [String: JSONValue]) -> [String: JSONValue] {
    ["kinora": .object(members)]
  }

  /// The call of a step, none after the last.
  static func call(_ step: Int, of script: Script, in stage: TurnStage) -> [Event] {
    guard step < script.steps.count else { return [] }
    return [stage.log.call(functionCall(step, of: script, turn: stage.turn.id))]
  }

  static func functionCall(_ step: Int, of script: Script, turn: String) -> FunctionCall {
    let call = script.steps[step].call
    return FunctionCall(
      id: callID(turn: turn, step: step), name: call.name, arguments: call.arguments)
  }
}

extension TurnPlan {
  /// What the director is told at the end.
  func outcome(before: Draft, after: Draft, _ links: LinkMaker) -> Outcome {
    var credits: Outcome.Figures?
    if let shownAvailable, let shownFrozen {
      credits = Outcome.Figures(available: shownAvailable, frozen: shownFrozen)
    }
    var outcome = Outcome(
      before: before, after: after, failures: failures,
      exports: films.mapValues { .finished(link: links.link(to: Studio.filmID($0))) },
      credits: credits,
      cancelledExports: cancelledExports, findings: findings)
    outcome.receipts = receipts ?? [:]
    outcome.notes = clipNotes ?? []
    return outcome
  }
}

import Director
import Foundation
import Language
import Records
import Timeline
import Wire

/// What came of the long part of a step, before it is stored.
enum StepWork: Sendable {
  /// The step has no long part.
  case none
  /// A medium was looked at.
  case analysed(media: String, JSONValue)
  /// A scene was drawn, or a sound was made.
  case made(MediaItem)
  /// An engine has made a clip; what happened on the way, in sentences.
  case generated(MediaItem, notes: [String])
  /// The film was looked through.
  case inspected([PreflightFinding])
  /// A film was made.
  case filmed(Export)
  /// It did not work; why, for people.
  case failed(String)
}

extension TurnPerformer {
  /// Does the long part of a step and tells how far it is.
  func work(on step: Step, of turn: Turn, _ plan: TurnPlan) async throws -> StepWork {
    let call = Self.functionCall(turn.step, of: plan.script, turn: turn.id)
    let words = TurnWords(plan.script.language)
    switch step.action {
    case .edit, .go, .cancelExports, .showState, .showCredits: return .none
    case .draw(let media, let name, let scene):
      return try await draw(scene, as: media, named: name, turn)
    case .sound(let media, let name, let recipe):
      return try await sound(recipe, as: media, named: name, turn)
    case .clip(let id, let name, let order, let offers, let others):
      let task = ClipTask(id: id, name: name, order: order, offers: offers, others: others)
      return try await make(task, turn, call, words)
    case .analyse(let media): return try await analyse(media, call, words)
    case .inspect: return try await inspect(turn)
    case .export(let quality, let aspect):
      return try await film(quality, aspect, found: plan.findings, turn, call, words)
    }
  }

  /// Stores what came of a step, the answer to its call, and the next call.
  func complete(_ index: Int, _ work: StepWork) async throws -> (Turn, TurnPlan) {
    let writer = StateWriter(links: studio.links(at: studio.now()))
    let done = try await advance(changingState: true) { stage in
      guard var plan = stage.plan, stage.turn.step == index else { throw TurnEnded() }
      let call = Self.functionCall(index, of: plan.script, turn: stage.turn.id)
      let answer = try Self.answer(to: index, work, &plan, &stage, writer)
      stage.events.append(stage.log.response(to: call, answer.response, delta: answer.delta))
      stage.events += Self.call(index + 1, of: plan.script, in: stage)
      stage.plan = plan
      stage.turn.step = index + 1
    }
    guard let plan = done.plan else { throw TurnEnded() }
    if case .cancelExports = plan.script.steps[index].action { stopExports() }
    if case .clip(_, _, _, let offers, _) = plan.script.steps[index].action {
      await studio.forgetClips(of: done.turn.id, step: index, offers: offers.count)
    }
    return (done.turn, plan)
  }

  private typealias Answer = (response: [String: JSONValue], delta: [String: JSONValue])

  private static func answer(
    to index: Int, _ work: StepWork, _ plan: inout TurnPlan, _ stage: inout TurnStage,
    _ writer: StateWriter
  ) throws -> Answer {
    if case .failed(let sentence) = work { return failure(sentence, of: index, in: &plan) }
    if let reason = missingMedium(before: index, in: plan) {
      return failure(reason, of: index, in: &plan)
    }
    switch plan.script.steps[index].action {
    case .edit, .go: return try edit(index, &plan, &stage, writer)
    case .draw, .sound:
      guard case .made(let item) = work else {
        return failure(TurnWords(plan.script.language).mediumGone, of: index, in: &plan)
      }
      let media = try stage.transaction.media(in: stage.session.id)
      return (
        ["status": .string("completed"), "id": .string(item.id), "name": .string(item.name)],
        ["generated_media": writer.generated(of: media)]
      )
    case .clip:
      guard case .generated(let item, let notes) = work else {
        return failure(TurnWords(plan.script.language).mediumGone, of: index, in: &plan)
      }
      let media = try stage.transaction.media(in: stage.session.id)
      return (plan.take(item, notes), ["generated_media": writer.generated(of: media)])
    case .analyse:
      guard case .analysed(let id, let analysis) = work,
        var item = try stage.transaction.media(id), item.session == stage.session.id
      else { return failure(TurnWords(plan.script.language).mediumGone, of: index, in: &plan) }
      if item.analysis == nil {
        item.analysis = analysis
        try stage.transaction.update(item)
      }
      plan.analysed += 1
      let media = try stage.transaction.media(in: stage.session.id)
      return (
        ["status": .string("completed"), "analysis": analysis],
        ["video_analyses": writer.analyses(of: media)]
      )
    case .inspect:
      guard case .inspected(let findings) = work else { return ([:], [:]) }
      plan.findings = findings
      let items = try findings.map { try JSONValue(encoding: $0) }
      return (["status": .string("completed"), "findings": .array(items)], [:])
    case .export:
      guard case .filmed(let export) = work, let film = export.blob else {
        return failure(TurnWords(plan.script.language).exportFailed, of: index, in: &plan)
      }
      plan.films[index] = film
      plan.receipts?[index] = export.receipt
      return (filmAnswer(export, film, writer.links), [:])
    case .cancelExports:
      let count = try cancelExports(in: stage)
      plan.cancelledExports += count
      return (["status": .string("completed"), "cancelled": .integer(count)], [:])
    case .showState:
      let draft = (stage.session.history ?? Script.emptyHistory).draft
      let names = plan.script.mediaNames
      let summary = draft.summary(language: plan.script.language) { names[$0] }
      return (["status": .string("completed"), "timeline": .string(summary)], [:])
    case .showCredits:
      let credits = try stage.transaction.credits(of: stage.turn.account)
      plan.shownAvailable = credits.available
      plan.shownFrozen = credits.frozen
      let balance = CreditBalance(available: credits.available, frozen: credits.frozen)
      guard case .object(var response) = balance.json else { return ([:], [:]) }
      response["status"] = .string("completed")
      return (response, [:])
    }
  }

  /// An edit was planned for the draft as it was when the turn began. Where a client has changed it
  /// since, it is made only if what comes of it is as good a film as it was.
  private static func edit(
    _ index: Int, _ plan: inout TurnPlan, _ stage: inout TurnStage, _ writer: StateWriter
  ) throws -> Answer {
    var history = stage.session.history
    let isMoved = history?.currentNumber != plan.version
    let response: [String: JSONValue]?
    do {
      response = try plan.script.perform(index, on: &history)
    } catch {
      return failure(error.message, of: index, in: &plan)
    }
    let isSound = try isMoved ? isSound(plan.script.steps[index], history, in: stage) : true
    guard isSound else {
      return failure(TurnWords(plan.script.language).movedOn, of: index, in: &plan)
    }
    stage.session.history = history
    plan.version = history?.currentNumber
    return (response ?? [:], writer.draft(of: history))
  }

  private static func isSound(_ step: Step, _ history: History?, in stage: TurnStage) throws -> Bool
  {
    guard case .edit = step.action, let draft = history?.draft else { return false }
    let media = try stage.transaction.media(in: stage.session.id)
    let facts = Dictionary(media.map { ($0.id, $0.facts) }) { first, _ in first }
    let former = stage.session.history?.draft ?? Draft()
    return draft.newProblem(since: former) { facts[$0] } == nil
  }

  /// Why an edit can't be done that is to show or play what could not be made.
  private static func missingMedium(before index: Int, in plan: TurnPlan) -> String? {
    guard case .edit(let edit, _) = plan.script.steps[index].action else { return nil }
    return plan.script.steps.indices.lazy.filter { earlier in
      guard earlier < index else { return false }
      switch plan.script.steps[earlier].action {
      case .draw, .sound: return true
      case .clip(let medium, _, _, _, _): return edit.shows(medium)
      default: return false
      }
    }.compactMap { plan.failures[$0] }.first
  }

  private static func cancelExports(in stage: TurnStage) throws -> Int {
    let active = try stage.transaction.exports(in: stage.session.id)
      .filter { !$0.status.isFinal }
    for export in active {
      _ = try Studio.end(
        export: export.id, of: export.account, as: .cancelled, at: stage.log.time,
        in: stage.transaction)
    }
    return active.count
  }

  /// Stops whoever makes a film of the session. One that was ordered since goes on afterwards.
  private func stopExports() {
    for subject in studio.running.subjects where subject.hasPrefix("\(session)/") {
      studio.running.cancel(subject)
      studio.board.ring(subject)
    }
  }

  private static func failure(
    _ sentence: String, of index: Int, in plan: inout TurnPlan
  ) -> Answer {
    plan.failures[index] = sentence
    return (["status": .string("failed"), "error": .string(sentence)], [:])
  }

  private static func filmAnswer(
    _ export: Export, _ film: String, _ links: LinkMaker
  ) -> [String: JSONValue] {
    var response: [String: JSONValue] = [
      "status": .string("completed"), "id": .string(export.id),
      "url": .string(links.link(to: Studio.filmID(film))),
    ]
    if let duration = export.duration { response["duration"] = JSONValue(Double(duration) / 1000) }
    if let size = export.size { response["size"] = .integer(size) }
    return response
  }
}

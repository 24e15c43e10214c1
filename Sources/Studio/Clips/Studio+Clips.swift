import Accounts
import Director
import Foundation
import Logging
import MediaTime
import Records
import Timeline
import Wire

extension Studio {
  /// The models elsewhere that are set up. That they can't be read is no reason to do nothing.
  func engines() async -> [ClipEngine] {
    guard let clips else { return [] }
    do { return try await clips.engines() } catch {
      logger.warning("The engines can't be read: \(error)")
      return []
    }
  }

  /// What engines say to orders, by the ids of what these become. All are asked at once.
  func answers(
    to orders: [(id: String, order: ClipOrder)], in session: String, _ words: TurnWords
  ) async throws -> [String: [ClipAnswer]] {
    guard let clips else { return [:] }
    var answers: [String: [ClipAnswer]] = [:]
    for (id, order) in orders {
      let job = ClipJob(order, picture: order.start == .words ? nil : "first frame")
      answers[id] = await withTaskGroup(of: (Int, ClipAnswer).self) { group in
        for (index, engine) in order.engines.enumerated() {
          group.addTask {
            do {
              return (index, .offer(try await clips.offer(for: job, by: engine)))
            } catch {
              let failure =
                error as? ClipFailure ?? ClipFailure(.failed, of: engine, "\(error)")
              return (index, .refusal(engine: engine, reason: words.reason(failure)))
            }
          }
        }
        var said: [(Int, ClipAnswer)] = []
        for await answer in group { said.append(answer) }
        return said.sorted { $0.0 < $1.0 }.map(\.1)
      }
    }
    try Task.checkCancellation()
    return answers
  }

  /// What an engine is asked, and the files that this needs; nil where one of them is gone.
  func job(
    for order: ClipOrder, _ id: String, in session: String
  ) async throws -> (job: ClipJob, files: [BlobFile])? {
    switch order.start {
    case .words: return (ClipJob(order, picture: nil), [])
    case .picture(let medium), .scene(let medium):
      guard let item = try await read({ try $0.media(medium) }), item.session == session,
        let file = try await file(of: item.poster ?? item.blob)
      else { return nil }
      return (ClipJob(order, picture: file.path), [file])
    case .frame(let medium, let time):
      guard let owner = try await read({ try $0.account($0.owner(ofSession: session) ?? "") }),
        try await read({ try $0.media(medium)?.session }) == session
      else { return nil }
      let request = FrameRequest(
        .medium(medium), at: max(time - 1, 0),
        width: min(max(order.width, FrameRequest.widths.lowerBound), FrameRequest.widths.upperBound)
      )
      let view = try await view(request, in: session, for: Identity(of: owner))
      // The same name after a crash: what was asked must stay the same.
      let path = "\(settings.workFolder)/\(id).jpg"
      try Data(try await picture(of: view)).write(to: URL(filePath: path))
      return (ClipJob(order, picture: path), [])
    }
  }

  /// Tells engines of turns that have ended and on which nobody works right now: whoever works on
  /// one tells them once it has stopped.
  func endClipsOfNobody(_ turns: [Turn]) {
    let busy = Set(running.subjects)
    for turn in turns where !busy.contains(turn.id) { Task { await endClips(of: turn) } }
  }

  /// Tells engines that nobody waits any more for what a turn's step has asked of them.
  func endClips(of turn: Turn) async {
    guard let clips, let task = Self.clipStep(of: turn) else { return }
    for index in task.offers.indices {
      let key = TurnPerformer.clipKey(turn: turn.id, step: turn.step, offer: index)
      await clips.end(key, by: task.offers[index].engine)
      await clips.forget(key)
    }
  }

  /// Forgets what a step has asked of engines, as it is done.
  func forgetClips(of turn: String, step: Int, offers: Int) async {
    for index in 0..<offers {
      await clips?.forget(TurnPerformer.clipKey(turn: turn, step: step, offer: index))
    }
  }

  /// The clip that a turn is at; nil where it is at something else.
  private static func clipStep(of turn: Turn) -> TurnPerformer.ClipTask? {
    guard let plan = turn.script.flatMap({ try? TurnPlan(stored: $0) }),
      plan.script.steps.indices.contains(turn.step),
      case .clip(let id, let name, let order, let offers, let others) =
        plan.script.steps[turn.step].action
    else { return nil }
    return TurnPerformer.ClipTask(
      id: id, name: name, order: order, offers: offers, others: others)
  }
}

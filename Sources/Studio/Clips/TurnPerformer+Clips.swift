import Accounts
import Director
import Foundation
import Language
import MediaTime
import Records
import Timeline
import Wire

extension TurnPerformer {
  /// The key of a clip that a step asks an engine for: the same whoever carries the step out.
  static func clipKey(turn: String, step: Int, offer: Int) -> String {
    "\(turn.dropFirst(2))-\(step + 1)-\(offer + 1)"
  }

  /// Asks those who may make the message's clips what they say to it.
  func hearEngines(_ turn: Turn, _ situation: inout Situation) async throws {
    let message = situation.plan ?? turn.message
    situation.answers = try await studio.answers(
      to: situation.clips(in: message), in: turn.session,
      TurnWords(situation.language ?? Reading.language(of: message)))
  }

  /// What a clip's step is about.
  struct ClipTask: Sendable {
    let id: String
    let name: String
    let order: ClipOrder
    let offers: [ClipOffer]
    let others: [String]
  }

  /// Has a clip made by the first who can, and keeps it as a medium of the session; one that was
  /// kept before a crash is taken as it is.
  func make(
    _ task: ClipTask, _ turn: Turn, _ call: FunctionCall, _ words: TurnWords
  ) async throws -> StepWork {
    if let item = try await studio.read({ try $0.media(task.id) }) {
      return .generated(item, notes: [])
    }
    guard let clips = studio.clips else { return .failed(words.mediumGone) }
    do {
      let most = studio.settings.mediaPerSession
      try await studio.read { view in
        try Studio.requireRoom(beside: try view.media(in: turn.session), most: most)
      }
      guard let (job, files) = try await studio.job(for: task.order, task.id, in: turn.session)
      else { return .failed(words.mediumGone) }
      defer { withExtendedLifetime(files) {} }
      return try await studio.turnSlots.standAside {
        try await climb(task, job, clips, turn, call, words)
      }
    } catch let error as ServiceError where error.isFinal {
      return .failed(error.message)
    } catch {
      try await endIfOver(turn)
      throw error
    }
  }

  /// Asks one engine after the other. Where a clip was begun before a crash, its engine goes on.
  private func climb(
    _ task: ClipTask, _ job: ClipJob, _ clips: any ClipWorkshop, _ turn: Turn,
    _ call: FunctionCall, _ words: TurnWords
  ) async throws -> StepWork {
    let keys = task.offers.indices.map {
      Self.clipKey(turn: turn.id, step: turn.step, offer: $0)
    }
    var first = 0
    for index in keys.indices where try await clips.isBegun(keys[index]) { first = index }
    var notes: [String] = []
    for index in keys.indices.dropFirst(first) {
      let offer = task.offers[index]
      do {
        let item = try await make(task, job, offer, clips, key: keys[index], turn, call, words)
        return .generated(item, notes: notes)
      } catch let failure as ClipFailure {
        if failure.kind != .doubtful, index + 1 < keys.count {
          notes.append(words.onWith(task.offers[index + 1].engine, after: failure))
          continue
        }
        var reasons = notes + [words.reason(failure)]
        if failure.kind != .doubtful {
          reasons.append(words.advice(after: task.others))
        }
        return .failed(reasons.joined(separator: words.gap))
      }
    }
    return .failed(words.mediumGone)
  }

  private func make(
    _ task: ClipTask, _ job: ClipJob, _ offer: ClipOffer, _ clips: any ClipWorkshop, key: String,
    _ turn: Turn, _ call: FunctionCall, _ words: TurnWords
  ) async throws -> MediaItem {
    let path = "\(studio.settings.workFolder)/\(key).clip"
    try? FileManager.default.removeItem(atPath: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await telling(call) { progress in
      try await clips.make(job, by: offer.engine, key: key, to: path, progress: progress)
    }
    let probed: ProbedMedia
    do {
      probed = try await studio.workshop.probe(path: path)
      guard probed.facts.kind == .video, probed.facts.duration > 0 else {
        throw ClipFailure(.failed, of: offer.engine, words.noClip(of: offer.engine))
      }
      try await requireSize(of: path, named: task.name, turn)
    } catch let error as ServiceError where error.isFinal {
      throw ClipFailure(.failed, of: offer.engine, error.message)
    }
    return try await studio.intake.arriving {
      try await keep(probed, at: path, task, offer, turn)
    }
  }

  /// A clip may be no larger than what its owner may upload.
  private func requireSize(of path: String, named name: String, _ turn: Turn) async throws {
    guard let account = try await studio.read({ try $0.account(turn.account) }) else {
      throw TurnEnded()
    }
    let limit = studio.accounts.policy(of: account.plan).maximumFileSize
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber
    guard let size, size.intValue <= limit else { throw Studio.tooLarge(name, limit: limit) }
  }

  private func keep(
    _ probed: ProbedMedia, at path: String, _ task: ClipTask, _ offer: ClipOffer, _ turn: Turn
  ) async throws -> MediaItem {
    let blob: Blob
    do { blob = try await studio.blobs.adopt(path: path) } catch { throw Studio.service(error) }
    var generation = MediaItem.Generation(
      prompt: task.order.prompt, generator: offer.engine, seed: task.order.seed)
    generation.model = offer.model
    generation.credits = offer.credits
    generation.dollars = offer.dollars
    let ending = probed.contentType == "video/webm" ? "webm" : "mp4"
    return try await insert(
      MediaItem(
        id: task.id, session: turn.session, account: turn.account, origin: .generated,
        filename: "\(task.name.replacing("/", with: "-")).\(ending)", blob: blob.key,
        size: blob.size, contentType: probed.contentType, facts: probed.facts,
        generation: generation, createdAt: studio.now()))
  }

  /// Tells the engines where the turn was cancelled or went with its session; where only the
  /// studio stops, whoever goes on with the turn finds the clip.
  private func endIfOver(_ turn: Turn) async throws {
    let studio = studio
    try await uncancelled {
      let isOver = try await studio.read { try $0.turn(turn.id)?.status.isFinal ?? true }
      if isOver { await studio.endClips(of: turn) }
    }
  }
}

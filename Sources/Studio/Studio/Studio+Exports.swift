public import Accounts
import Director
import Foundation
import Language
import MediaTime
import Records
import Timeline
public import Wire

extension Studio {
  /// Orders a film. The same id with the same draft gives the same job; a film that was made of
  /// the same draft before is there at once.
  /// - Throws: `ServiceError`: 402 where the plan forbids exports or so long a film; 409 where
  ///   the id stands for another film; 422 where the draft can't be rendered; 429 where too many
  ///   films of the session wait; 1002; 400.
  public func order(_ request: RenderRequest, for identity: Identity) async throws -> RenderJob {
    let desk = desk(for: identity)
    let order = try desk.order(request, account: identity.account)
    let export = try await place(order, at: desk)
    return describe(export, in: try await language(of: export))
  }

  /// A session's exports, the newest first.
  /// - Throws: `ServiceError` with code 1002.
  public func films(of session: String, for identity: Identity) async throws -> [ListedFilm] {
    let (exports, language) = try await read { view in
      let session = try Self.session(session, of: identity.account, in: view)
      return (try view.exports(in: session.id), session.language ?? .english)
    }
    return exports.map { export in
      let canvas = (try? Draft.decode(export.draft))?.canvas
      return ListedFilm(
        job: describe(export, in: language), quality: export.quality,
        aspect: canvas.map { Aspect($0.width, $0.height).text })
    }
  }

  /// How far an export is.
  /// - Throws: `ServiceError` with code 404.
  public func job(_ id: String, for identity: Identity) async throws -> RenderJob {
    let export = try await export(id, of: identity.account)
    return describe(export, in: try await language(of: export))
  }

  /// Ends an export that waits or goes on; one that has ended is left as it is.
  /// - Throws: `ServiceError` with code 404.
  public func cancel(_ id: String, for identity: Identity) async throws -> RenderJob {
    let time = now()
    let account = identity.account
    let export = try await write { transaction in
      try Self.end(export: id, of: account, as: .cancelled, at: time, in: transaction)
    }
    if let export {
      running.cancel(export.subject)
      progress.remove(export.subject)
      board.ring(export.subject)
      metrics.exportEnded(.cancelled)
    }
    return try await job(id, for: identity)
  }

  /// The film of a completed export.
  /// - Throws: `ServiceError`: 404; 409 where it is not finished.
  public func openFilm(_ id: String, for identity: Identity) async throws -> OpenedFile {
    let export = try await export(id, of: identity.account)
    guard export.status == .completed, let blob = export.blob else {
      throw ServiceError(
        .conflict,
        export.status.isFinal
          ? "The render \(id.shown) was \(export.status.rawValue); order it again under a new id."
          : "The render \(id.shown) is not finished; ask for its status until it is completed.")
    }
    guard let file = try await file(of: blob) else {
      throw ServiceError(
        .notFound, "The film of \(id.shown) was removed; order it again under a new id.")
    }
    let title = (try? Draft.decode(export.draft))?.canvas.title
    let name = title.flatMap { Self.name($0, atMost: 80) } ?? export.id
    return OpenedFile(
      file: file, contentType: "video/mp4", entityTag: blob,
      filename: name.replacing("/", with: "-") + ".mp4")
  }

  /// Orders the film of a session's draft as the agent does; in another shape, where one is named.
  func order(
    film id: String, _ quality: Quality, _ aspect: Aspect?, found: [PreflightFinding]?,
    in session: String
  ) async throws {
    let identity = try await read { view in
      guard let owner = try view.owner(ofSession: session), let account = try view.account(owner)
      else { throw TurnEnded() }
      return Identity(of: account)
    }
    let desk = desk(for: identity)
    try desk.requireExport()
    let order = FilmDesk.Order(
      id: id, account: identity.account, session: session, draft: nil, quality: quality,
      aspect: aspect, findings: found)
    _ = try await place(order, at: desk)
  }

  private func desk(for identity: Identity) -> FilmDesk {
    FilmDesk(
      policy: accounts.policy(of: identity.plan), settings: settings,
      advice: advice(for: identity, TurnWords(.english)))
  }

  private func place(_ order: FilmDesk.Order, at desk: FilmDesk) async throws -> Export {
    let time = now()
    let finished = try await finishedFilm(order, at: desk)
    let queue = queue
    return try await write { transaction in
      if let earlier = try transaction.export(order.id, of: order.account) {
        return try desk.repeated(order, earlier, in: transaction)
      }
      var export = try desk.export(for: order, at: time, in: transaction)
      let exports = try transaction.exports(in: export.session)
      guard exports.count < desk.settings.exportsPerSession else {
        throw ServiceError(
          .badRequest,
          "The session has had \(exports.count) films, which is all it can; begin a new one.")
      }
      if let finished, finished.digest == export.digest {
        export.complete(like: finished, at: time)
        try transaction.insert(export)
        return export
      }
      let waiting = exports.count { !$0.status.isFinal }
      guard waiting < FilmDesk.mostWaiting else {
        throw ServiceError(
          .rateLimited, "\(waiting) films of this session wait already; wait until one is done.")
      }
      try transaction.insert(export)
      if var session = try transaction.session(export.session) {
        session.updatedAt = time
        try transaction.update(session)
      }
      try queue.enqueue(desk.work(on: export), in: transaction)
      return export
    }
  }

  /// A film of the same order that is there already.
  private func finishedFilm(
    _ order: FilmDesk.Order, at desk: FilmDesk
  ) async throws -> Export? {
    let time = now()
    let finished = try await read { view -> Export? in
      if let earlier = try view.export(order.id, of: order.account) {
        _ = try desk.repeated(order, earlier, in: view)
        return nil
      }
      let export = try desk.export(for: order, at: time, in: view)
      return try view.completedExport(digest: export.digest, session: export.session)
    }
    guard let blob = finished?.blob, try await file(of: blob) != nil else { return nil }
    return finished
  }

  private func export(_ id: String, of account: String) async throws -> Export {
    guard let export = try await read({ try $0.export(id, of: account) }) else {
      throw ServiceError(.notFound, "There is no render \(id.shown); order one first.")
    }
    return export
  }

  /// The language in which a session is spoken to.
  private func language(of export: Export) async throws -> SpokenLanguage {
    try await read { try $0.session(export.session)?.language } ?? .english
  }

  /// A job as the contract shows it.
  func describe(_ export: Export, in language: SpokenLanguage) -> RenderJob {
    let live = progress.share(of: export.subject)
    let share = export.status.isFinal ? export.progress : max(live ?? 0, export.progress)
    let film = export.status == .completed ? export.blob : nil
    let links = links(at: now())
    var job = RenderJob(
      id: export.id, status: RenderJob.Status(rawValue: export.status.rawValue) ?? .failed,
      progress: (share * 1000).rounded() / 10, url: film.map { links.link(to: Self.filmID($0)) },
      duration: export.duration.map { Double($0) / 1000 }, size: export.size,
      error: export.error, createdAt: export.createdAt.wireText,
      completedAt: export.completedAt?.wireText)
    job.measured = film == nil ? nil : export.receipt?.sentence(in: language)
    if let findings = export.findings, let draft = try? Draft.decode(export.draft) {
      job.findings = findings.map { finding in
        RenderJob.Finding(
          kind: finding.kind.rawValue, start: Double(finding.start.count) / 1000,
          sentence: finding.sentence(in: language, of: draft), fix: finding.remedy(in: language))
      }
    }
    return job
  }

  /// What links call a film.
  static func filmID(_ blob: String) -> String { "f_\(blob)" }

  /// Ends an export without a film.
  /// - Returns: the export; nil where there is none or it had ended.
  static func end(
    export id: String, of account: String, as status: Export.Status, because error: String? = nil,
    at time: Date, in transaction: any MetadataTransaction
  ) throws -> Export? {
    guard var export = try transaction.export(id, of: account), !export.status.isFinal
    else { return nil }
    export.status = status
    export.error = error
    export.completedAt = time
    try transaction.update(export)
    return export
  }
}

public import Accounts
import Foundation
import Records
import Timeline
import Wire

extension Studio {
  /// The body of `GET …/latest`, envelope included, as JSON. It is kept until something changes.
  ///
  /// A session without anything made yet has an empty draft, not null: the oldest clients read
  /// its tracks without asking whether there is one.
  /// - Throws: `ServiceError` with code 1002.
  public func latestState(of session: String, for identity: Identity) async throws -> String {
    let time = now()
    if let body = stateCache.body(of: session, for: identity.account, at: time) { return body }
    let ticket = stateCache.ticket(session)
    let links = links(at: time)
    let body = try await read { view in
      let session = try Self.session(session, of: identity.account, in: view)
      let media = try view.media(in: session.id)
      let reply = SessionState(
        sessionID: session.id, taskID: session.task, taskName: session.name,
        state: StateWriter(links: links).state(of: session, media: media))
      return Envelope.success(reply.json).text()
    }
    stateCache.keep(body, for: identity.account, at: time, ticket)
    return body
  }
}

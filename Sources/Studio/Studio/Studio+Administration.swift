import Accounts
import Foundation
import Records
import Wire

extension Studio {
  /// Does what an operator asks.
  /// - Throws: `ServiceError` with code 404 where there is no such account, 400 where the request
  ///   makes no sense.
  public func administer(_ request: AdminRequest) async throws -> AdminReply {
    do {
      switch request {
      case .grant(let user, let credits, let note):
        let account = try await accounts.account(named: user)
        _ = try await accounts.grant(
          credits, to: account.id, note: note.isEmpty ? "granted by the operator" : note)
        return .user(try await summary(of: account.id))
      case .setPlan(let user, let plan):
        return .user(try await summary(of: try await accounts.setPlan(plan, of: user).id))
      case .users(let after, let limit):
        return try await users(after: after, limit: limit)
      case .removeUser(let user):
        return .removed(user: try await removeUser(user))
      case .sweep(let isDry):
        return .swept(try await sweep(isDry: isDry))
      }
    } catch {
      throw Self.service(error)
    }
  }

  /// How many there are, by kind: accounts, sessions, media, turns, exports, and the work that
  /// waits or goes on as `queued_turns` and `queued_exports`.
  public func counts() async throws -> [String: Int] {
    var counts = try await read { try $0.counts() }
    do {
      counts["queued_turns"] = try await queue.count(.turn)
      counts["queued_exports"] = try await queue.count(.export)
    } catch { throw Self.service(error) }
    return counts
  }

  private func users(after: String?, limit: Int) async throws -> AdminReply {
    guard (1...500).contains(limit) else {
      throw ServiceError(.badRequest, "\(limit) accounts can't be listed; ask for 1 to 500.")
    }
    let users = try await read { view in
      try view.accounts(after: after, limit: limit).map { try Self.summary(of: $0, in: view) }
    }
    return .users(users, next: users.count == limit ? users.last?.id : nil)
  }

  private func summary(of id: String) async throws -> UserSummary {
    let summary = try await read { view in
      try view.account(id).map { try Self.summary(of: $0, in: view) }
    }
    guard let summary else {
      throw ServiceError(.notFound, "The account \(id.shown) was removed meanwhile.")
    }
    return summary
  }

  private static func summary(
    of account: Account, in view: any MetadataView
  ) throws -> UserSummary {
    let credits = try view.credits(of: account.id)
    let sessions = try view.sessions(of: account.id)
    let media = try sessions.flatMap { try view.media(in: $0.id) }
    return UserSummary(
      id: account.id, email: account.email, plan: account.plan, granted: credits.granted,
      available: credits.available, frozen: credits.frozen, spent: credits.spent,
      sessions: sessions.count, media: media.count, bytes: media.reduce(0) { $0 + $1.size },
      createdAt: account.createdAt, lastSeenAt: account.lastSeenAt)
  }

  private func removeUser(_ name: String) async throws -> String {
    let (account, remains) = try await accounts.removeAccount(name) { account, view in
      var remains = Remains()
      for session in try view.sessions(of: account.id) {
        remains.add(try Self.remains(of: session.id, in: view))
      }
      return remains
    }
    await clearAway(remains)
    // Parts of uploads that went with the account are nobody's now.
    var report = SweepReport(isDry: false)
    try await sweepUploads(&report)
    return account.id
  }
}

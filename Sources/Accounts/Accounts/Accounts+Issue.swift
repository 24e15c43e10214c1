import Foundation
import Records
public import Wire

extension Accounts {
  /// Makes an anonymous account with the plan's credits and gives its token, which is told once.
  ///
  /// Limits, account, token and credits are one transaction: of requests that come at once no more
  /// are granted than are allowed.
  /// - Parameters:
  ///   - client: what the client calls itself, any stable text of at most 64 characters.
  ///   - address: the network address that asks.
  /// - Throws: `ServiceError` with code 400 for a missing or too long client id, 429 with the time
  ///   to wait where the client or its address had as many tokens as are allowed.
  public func issueAnonymousToken(client: String?, address: String) async throws -> TokenReply {
    let client = client ?? ""
    guard client.contains(where: { !$0.isWhitespace }) else {
      throw ServiceError(
        .badRequest,
        "No client id came with the request; make one, such as a UUID, keep it, and send it as "
          + "X-Client-Id.")
    }
    guard client.count <= 64, client.utf8.count <= 256 else {
      throw ServiceError(
        .badRequest,
        "The client id is longer than 64 characters; make a shorter one, such as a UUID, and "
          + "keep it.")
    }
    let time = now()
    let issue = TokenIssue(
      client: Secret.hexadecimalDigest(client), address: AddressGroup.name(of: address),
      issuedAt: time)
    // Who is over the limit is told so without waiting for those who write.
    try await store.read { [self] in try refuseOverLimit(issue, in: $0) }
    return try await store.write { [self] transaction in
      try refuseOverLimit(issue, in: transaction)
      try transaction.insert(issue)
      try transaction.removeIssues(before: issueWindowStart(at: time).addingTimeInterval(-60))
      let account = Account(
        id: Secret.id("anon_"), plan: .anonymous, createdAt: time, lastSeenAt: time)
      try open(account, note: "anonymous account", at: time, in: transaction)
      return try giveToken(to: account, label: "anonymous", at: time, in: transaction)
    }
  }

  private func issueWindowStart(at time: Date) -> Date {
    time.addingTimeInterval(-settings.issueWindow.timeInterval)
  }

  private func refuseOverLimit(_ issue: TokenIssue, in view: any MetadataView) throws {
    let time = issue.issuedAt
    let client = try wait(
      limit: settings.issuesPerClient, at: time,
      count: { try view.countIssues(client: issue.client, since: $0) },
      first: { try view.firstIssue(client: issue.client, since: $0) })
    if let client {
      throw ServiceError(
        .rateLimited,
        "This client has had its anonymous token; go on with it, or ask again in "
          + "\(Wait.words(client)).", retryAfter: client)
    }
    let address = try wait(
      limit: settings.issuesPerAddress, at: time,
      count: { try view.countIssues(address: issue.address, since: $0) },
      first: { try view.firstIssue(address: issue.address, since: $0) })
    if let address {
      throw ServiceError(
        .rateLimited,
        "This network address has had as many anonymous tokens as it may; register, or ask again "
          + "in \(Wait.words(address)).", retryAfter: address)
    }
  }

  /// Seconds until fewer than `limit` issues are within the window; nil where they are now.
  private func wait(
    limit: Int, at time: Date, count: (Date) throws -> Int, first: (Date) throws -> Date?
  ) throws -> Int? {
    guard limit > 0 else { return nil }
    let window = settings.issueWindow.timeInterval
    var (start, wait): (Date, Int?) = (issueWindowStart(at: time).addingTimeInterval(0.001), nil)
    // One round, unless the limit was lowered since.
    for _ in 0..<1000 {
      guard try count(start) >= limit, let oldest = try first(start) else { break }
      let end = oldest.addingTimeInterval(window)
      wait = max(Int(end.timeIntervalSince(time).rounded(.up)), 1)
      start = oldest.addingTimeInterval(0.001)
    }
    return wait
  }
}

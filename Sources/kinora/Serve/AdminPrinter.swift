import Foundation
import Records
import Studio

/// Prints what the studio answers to an operator.
struct AdminPrinter {
  private let console: Console

  init(_ console: Console) { self.console = console }

  func show(_ reply: AdminReply) {
    switch reply {
    case .user(let user): show(user)
    case .users(let users, let next):
      for user in users { show(user) }
      if users.isEmpty { console.note("There are no users.") }
      if let next {
        console.note("There are more; go on with --after \(next).")
        console.object(Line(event: "next", content: ["after": next]))
      }
    case .removed(let user):
      console.result("\(user) and everything of theirs is gone.")
      console.object(Line(event: "removed", content: ["user": user]))
    case .swept(let report): show(report)
    }
  }

  private func show(_ user: UserSummary) {
    let name = user.email.map { "\(user.id) <\($0)>" } ?? user.id
    console.result(
      "\(name)  \(user.plan.rawValue)  \(user.available) of \(user.granted) credits, "
        + "\(user.spent) spent, \(user.frozen) held  \(Self.count(user.sessions, "session")), "
        + "\(Self.count(user.media, "file")), \(Self.size(user.bytes))")
    console.object(Line(event: "user", content: user))
  }

  private func show(_ report: SweepReport) {
    let verb = report.isDry ? "Would remove" : "Removed"
    console.result(
      "\(verb) \(Self.count(report.sessions.count, "session")), "
        + "\(Self.count(report.uploads.count, "unfinished upload")) and "
        + "\(Self.count(report.blobs.count, "file")) (\(Self.size(report.bytes))).")
    console.object(Line(event: "swept", content: report))
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private static func size(_ bytes: Int) -> String {
    bytes > 0 && bytes < 1_000_000 ? "\((bytes + 999) / 1000) kB" : "\(bytes / 1_000_000) MB"
  }

  /// An object with its kind among its members.
  private struct Line<Content: Encodable>: Encodable {
    let event: String
    let content: Content

    private enum Key: CodingKey { case event }

    func encode(to encoder: any Encoder) throws {
      try content.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(event, forKey: .event)
    }
  }
}

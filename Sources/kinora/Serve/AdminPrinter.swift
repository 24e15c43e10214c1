import Foundation
import Records
import Studio

/// Prints what the studio answers to an operator.
struct AdminPrinter {
  private let console: Console

  init(_ console: Console) { self.console = console }

  func show(_ reply: AdminReply) {
    console.object(reply)
    switch reply {
    case .user(let user): console.result(Self.line(user))
    case .users(let users, let next):
      for user in users { console.result(Self.line(user)) }
      if users.isEmpty { console.note("There are no users.") }
      if let next { console.note("There are more; go on with --after \(next).") }
    case .removed(let user): console.result("\(user) and everything of theirs is gone.")
    case .swept(let report): show(report)
    }
  }

  private static func line(_ user: UserSummary) -> String {
    let name = user.email.map { "\(user.id) <\($0)>" } ?? user.id
    return "\(name)  \(user.plan.rawValue)  \(user.available) of \(user.granted) credits, "
      + "\(user.spent) spent, \(user.frozen) held  \(user.sessions) sessions, "
      + "\(user.media) files, \(user.bytes / 1_000_000) MB"
  }

  private func show(_ report: SweepReport) {
    let verb = report.isDry ? "would be removed" : "removed"
    console.result(
      "\(report.sessions.count) sessions, \(report.uploads.count) unfinished uploads and "
        + "\(report.blobs.count) files (\(report.bytes / 1_000_000) MB) \(verb).")
  }
}

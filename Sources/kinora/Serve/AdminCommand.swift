import ArgumentParser
import Foundation
import Logging
import Records
import Studio

/// `kinora admin`: what an operator does about users and space, with or without a running server.
struct AdminCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "admin", abstract: "Grant credits, set plans, list and remove users, sweep.",
    subcommands: [Users.self, Grant.self, Plan.self, Remove.self, Sweep.self])

  struct Options: ParsableArguments {
    @OptionGroup var settings: SettingsOptions

    @Flag(help: "Print JSON, one object a line.")
    var json = false

    func perform(_ request: AdminRequest) async throws {
      try await runClient(json: json) { console in
        let reply = try await AdministratorDesk(options: settings).ask(request)
        AdminPrinter(console).show(reply)
      }
    }
  }

  struct Users: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List users.")

    @Option(help: ArgumentHelp("Those after this id.", valueName: "id"))
    var after: String?

    @Option(help: "At most so many.")
    var limit = 100

    @OptionGroup var options: Options

    func run() async throws {
      try await options.perform(.users(after: after, limit: limit))
    }
  }

  struct Grant: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Give a user credits.")

    @Argument(help: "The user's id or e-mail address.")
    var user: String

    @Argument(help: "How many credits.")
    var credits: Int

    @Option(help: "Why, for the ledger.")
    var note = "granted by the operator"

    @OptionGroup var options: Options

    func run() async throws {
      try await options.perform(.grant(user: user, credits: credits, note: note))
    }
  }

  struct Plan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Put a user on a plan.")

    @Argument(help: "The user's id or e-mail address.")
    var user: String

    @Argument(help: "anonymous, free or pro.", transform: Self.plan)
    var plan: PlanName

    private static func plan(_ name: String) throws -> PlanName {
      guard let plan = PlanName(rawValue: name) else {
        throw ValidationError("There is no plan \(name); use anonymous, free or pro.")
      }
      return plan
    }

    @OptionGroup var options: Options

    func run() async throws { try await options.perform(.setPlan(user: user, plan: plan)) }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Remove a user with sessions, media and films.")

    @Argument(help: "The user's id or e-mail address.")
    var user: String

    @OptionGroup var options: Options

    func run() async throws { try await options.perform(.removeUser(user: user)) }
  }

  struct Sweep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Remove what was idle for too long.")

    @Flag(help: "Only tell what would be removed.")
    var dryRun = false

    @OptionGroup var options: Options

    func run() async throws { try await options.perform(.sweep(isDry: dryRun)) }
  }
}

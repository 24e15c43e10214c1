import ArgumentParser

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Say what is installed, what is missing, how to get it.")

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let console = Console(json: json)
    let checks = Checkup.all()
    console.object(Result(checks: checks))
    for check in checks {
      console.result("\(check.isFine ? "✓" : "✗") \(check.name): \(check.finding)")
      if let remedy = check.remedy { console.result("    \(remedy)") }
    }
    if checks.contains(where: { !$0.isFine && $0.isNeeded }) {
      throw ExitStatus.unavailable.code
    }
  }

  private struct Result: Encodable {
    let event = "doctor"
    let checks: [Checkup]
  }
}

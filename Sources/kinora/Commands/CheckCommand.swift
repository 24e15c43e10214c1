import ArgumentParser
import Render

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look for faults in a film: what it holds, black or frozen runs, loudness.")

  @Argument(help: "The film.", completion: .file())
  var film: String

  @Flag(help: "Also measure how the picture moves, shot by shot.")
  var motion = false

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let console = Console(json: json)
    do {
      let reporter = ProgressReporter(console)
      let report = try FilmCheck(path: film).run(measuringMotion: motion) { progress in
        if !json { reporter.show(progress) }
      }
      reporter.finish()
      console.object(report)
      for line in report.lines { console.result(line) }
      if report.hasFaults { throw ExitStatus.faultsFound.code }
    } catch {
      throw console.failure(error)
    }
  }
}

import ArgumentParser
import enum Workshop.MediaWorker

/// `kinora media-worker`: what the server starts for each file and each film.
struct MediaWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: MediaWorker.command, abstract: "Do media work for a server.",
    shouldDisplay: false)

  func run() throws { throw ExitCode(MediaWorker.run()) }
}

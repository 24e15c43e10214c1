import Client
import Foundation
import Synchronization

/// Lines one after another, each said and answered before the next, until the input ends.
final class Talk: Sendable {
  private let conversation: Conversation
  private let printer: ConversationPrinter
  private let console: Console
  private let folder: URL
  private let isInteractive: Bool
  private let editor = LineEditor()
  private let turn = Mutex(Turn())

  private struct Turn {
    var task: Task<Void, any Error>?
    var isEnding = false
  }

  private static let farewells: Set = ["quit", "exit", "bye", "退出", "再见"]

  init(
    _ conversation: Conversation, _ printer: ConversationPrinter, _ console: Console,
    folder: URL, isInteractive: Bool
  ) {
    self.conversation = conversation
    self.printer = printer
    self.console = console
    self.folder = folder
    self.isInteractive = isInteractive
  }

  func run() async {
    let signals = Signals(onInterrupt: interrupt, onEnd: end)
    defer { withExtendedLifetime(signals) {} }
    var hasTold = false
    while !isEnding {
      switch await editor.line(prompt: isInteractive ? "> " : "") {
      case .end: return
      case .abandoned:
        if !hasTold, !isEnding { console.note("Ctrl-D ends.") }
        hasTold = true
      case .line(let line):
        let words = line.trimmingCharacters(in: .whitespaces)
        if Self.farewells.contains(words.lowercased()) { return }
        if !words.isEmpty { await say(words) }
      }
    }
  }

  private func say(_ words: String) async {
    let task = Task { [conversation, folder] in
      try await conversation.say(words, filesIn: folder)
    }
    turn.withLock { $0.task = task }
    defer { turn.withLock { $0.task = nil } }
    do {
      try await task.value
    } catch is CancellationError {
      await printer.tell(.text(conversation.wordsForStopping(words)))
    } catch {
      await printer.clear()
      _ = console.failure(error)
    }
    await printer.clear()
  }

  // MARK: Signals

  private var isEnding: Bool { turn.withLock(\.isEnding) }

  /// Stops waiting for the answer; where nothing is under way, the line is given up.
  private func interrupt() {
    if let task = turn.withLock(\.task) { return task.cancel() }
    guard isInteractive else { exit(ExitStatus.interrupted.rawValue) }
    editor.abandon()
  }

  private func end() {
    let task = turn.withLock { turn in
      turn.isEnding = true
      return turn.task
    }
    task?.cancel()
    guard isInteractive else { exit(ExitStatus.interrupted.rawValue) }
    editor.abandon()
  }
}

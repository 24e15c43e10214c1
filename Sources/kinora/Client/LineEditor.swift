import CEdit
import Foundation

/// Reads lines from a terminal, with history and completion; from anything else as they come.
final class LineEditor: Sendable {
  private let history: String
  private let isTerminal = isatty(STDIN_FILENO) == 1
  private let queue = DispatchQueue(label: "kinora.lines")

  /// Entries that are kept.
  private static let mostEntries: Int32 = 1000

  /// What came of waiting for a line.
  enum Entry: Hashable {
    /// A line, without its end.
    case line(String)
    /// It was given up before its end.
    case abandoned
    /// Nothing more will come.
    case end
  }

  /// An editor that keeps its history where the environment says.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let home = environment["HOME"] ?? NSHomeDirectory()
    let base = environment["XDG_STATE_HOME"] ?? home + "/.local/state"
    let folder = base + "/kinora"
    history = folder + "/history"
    guard isTerminal else { return }
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    kinora_edit_begin(
      { text, index in
        guard let text else { return nil }
        let found = LineEditor.completions(of: String(cString: text))
        return Int(index) < found.count ? strdup(found[Int(index)]) : nil
      }, { _ in Keyboard.shared.next() })
    stifle_history(Self.mostEntries)
    read_history(history)
  }

  /// The next line.
  func line(prompt: String) async -> Entry {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: self.read(prompt)) }
    }
  }

  /// Gives up the line that is being typed.
  func abandon() { Keyboard.shared.interrupt() }

  private func read(_ prompt: String) -> Entry {
    guard isTerminal else { return readLine().map(Entry.line) ?? .end }
    Keyboard.shared.begin()
    rl_resize_terminal()
    guard let bytes = readline(prompt) else {
      Console.write("\n", to: .standardOutput)
      return Keyboard.shared.isInterrupted ? .abandoned : .end
    }
    defer { free(bytes) }
    let line = String(cString: bytes)
    if !line.allSatisfy(\.isWhitespace) {
      add_history(line)
      write_history(history)
      chmod(history, 0o600)
    }
    return .line(line)
  }

  /// What `text`, the word before the cursor, can become: words of common requests, and files.
  static func completions(of text: String) -> [String] {
    let words = text.isEmpty ? [] : common.filter { $0.hasPrefix(text.lowercased()) }
    let folder = (text as NSString).deletingLastPathComponent
    let start = (text as NSString).lastPathComponent
    let place = folder.isEmpty ? "." : (folder as NSString).expandingTildeInPath
    let isInFolder = text.hasSuffix("/")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    let stem = isInFolder ? "" : start
    let files = names.filter { !$0.hasPrefix(".") && $0.hasPrefix(stem) && !text.isEmpty }
      .sorted()
      .map { folder.isEmpty ? $0 : (folder as NSString).appendingPathComponent($0) }
    return words + files
  }

  private static let common = [
    "animate", "boomerang", "captions", "cinematic", "credits", "dissolve", "export", "faster",
    "help", "landscape", "louder", "music", "pan", "portrait", "push", "quieter", "redo",
    "remove", "reverse", "seconds", "slower", "smaller", "square", "status", "tilt",
    "title", "transition", "trim", "undo", "upload", "vertical", "volume", "zoom",
  ]
}

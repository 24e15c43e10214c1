import Client
import Foundation

/// Prints what a conversation tells: words and films on standard output, progress on a line of
/// its own on the terminal.
actor ConversationPrinter {
  private let console: Console
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var drewProgress = false
  private var lastNote: ContinuousClock.Instant?

  /// Time between two lines of progress where there is no terminal.
  private static let noteInterval = Duration.seconds(5)

  init(_ console: Console) { self.console = console }

  func tell(_ telling: Telling) {
    switch telling {
    case .text(let text):
      clear()
      console.result(text)
      console.object(Line(event: "text", text: text))
    case .progress(let text):
      console.object(Line(event: "progress", text: text))
      guard !console.json else { return }
      if isTerminal {
        Console.write("\r\u{1B}[2K\(text)", to: .standardError)
        drewProgress = true
      } else if !text.hasSuffix("%") || isTimeForNote {
        console.note(text)
      }
    case .film(let film): show(film)
    }
  }

  /// Ends the line of progress.
  func clear() {
    if drewProgress { Console.write("\r\u{1B}[2K", to: .standardError) }
    drewProgress = false
  }

  private var isTimeForNote: Bool {
    let now = ContinuousClock.now
    if let lastNote, now - lastNote < Self.noteInterval { return false }
    lastNote = now
    return true
  }

  private func show(_ film: ExportedFilm) {
    clear()
    let size = String(format: "%.1f MB", Double(film.size) / 1e6)
    let length = film.duration.map { String(format: "%.4g s, ", $0) } ?? ""
    console.result("\(film.file.path): \(length)\(size)")
    if let link = film.link { console.result(link) }
    console.object(
      Film(film: film.file.path, bytes: film.size, duration: film.duration, link: film.link))
  }

  private struct Line: Encodable {
    let event: String
    let text: String
  }

  private struct Film: Encodable {
    let event = "film"
    let film: String
    let bytes: Int
    let duration: Double?
    let link: String?
  }
}

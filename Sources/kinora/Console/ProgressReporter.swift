import Foundation
import Render

/// Shows how far a film is: a bar on a terminal, a line now and then elsewhere, or JSON.
final class ProgressReporter {
  private let console: Console
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var lastShown = -Double.infinity
  private var drewBar = false

  /// Seconds between two lines where there is no terminal.
  private static let lineInterval = 5.0

  init(_ console: Console) { self.console = console }

  func show(_ progress: RenderProgress) {
    if console.json {
      guard progress.elapsed - lastShown >= 0.5 else { return }
      console.object(Update(progress))
    } else if isTerminal {
      drawBar(progress)
    } else {
      guard progress.elapsed - max(lastShown, 0) >= Self.lineInterval else { return }
      console.note(Self.line(progress))
    }
    lastShown = progress.elapsed
  }

  /// Clears the bar, so that the next line stands alone.
  func finish() {
    if drewBar { Console.write("\r\u{1B}[2K", to: .standardError) }
  }

  private func drawBar(_ progress: RenderProgress) {
    let width = 28
    let eighths = Int(progress.share * Double(width * 8))
    let partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    let full = String(repeating: "█", count: eighths / 8)
    let bar = (full + partial).padding(toLength: width, withPad: " ", startingAt: 0)
    Console.write("\r\u{1B}[2K▕\(bar)▏ \(Self.line(progress))", to: .standardError)
    drewBar = true
  }

  private static func line(_ progress: RenderProgress) -> String {
    var line = "\(progress.framesDone)/\(progress.frameCount) frames"
    line += String(format: ", %.0f a second", progress.framesPerSecond)
    if let left = progress.remaining { line += ", \(duration(left)) left" }
    return line
  }

  /// `4 s`, `1 min 20 s`.
  static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
  }

  private struct Update: Encodable {
    let event = "progress"
    let frame: Int
    let frames: Int
    let fps: Double
    let remaining: Double?

    init(_ progress: RenderProgress) {
      frame = progress.framesDone
      frames = progress.frameCount
      fps = (progress.framesPerSecond * 10).rounded() / 10
      remaining = progress.remaining.map { ($0 * 10).rounded() / 10 }
    }
  }
}

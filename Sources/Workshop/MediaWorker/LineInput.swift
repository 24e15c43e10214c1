internal import Foundation
internal import Glibc

/// Lines from standard input, with a look at whether there are more. Confined to one thread.
final class LineInput {
  private var splitter = LineSplitter(longest: LineInput.longestLine)
  /// Lines that were read and not asked for yet, the next one last.
  private var lines: [String] = []
  private var isClosed = false

  /// A question holds a draft.
  private static let longestLine = 64 << 20

  /// The next line, waited for; nil at the end of the input, or of patience with a line.
  func next() -> String? {
    while lines.isEmpty, !isClosed { read() }
    return lines.popLast()
  }

  /// Whether there is something to read, or nothing will come any more, within some time.
  func isReady(within milliseconds: Int32 = 0) -> Bool {
    if !lines.isEmpty || isClosed { return true }
    var file = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&file, 1, milliseconds) > 0
  }

  private func read() {
    let block = FileHandle.standardInput.availableData
    if let whole = try? splitter.take([UInt8](block).span), !block.isEmpty {
      lines = whole.reversed() + lines
    } else {
      isClosed = true
      if block.isEmpty, !splitter.remainder.isEmpty { lines.insert(splitter.remainder, at: 0) }
    }
  }
}

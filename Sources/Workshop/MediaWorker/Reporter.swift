internal import Foundation

/// Tells whoever started this process how far it has come. Confined to one thread.
final class Reporter {
  private var share = 0.0
  private var lastTold: ContinuousClock.Instant?

  /// At most five a second.
  private static let interval = Duration.milliseconds(200)

  /// Tells that `share` (0…1) is done, where that is news and not told too often. A share that
  /// doesn't grow is never told, so that silence means a standstill.
  func tell(_ share: Double) {
    let now = ContinuousClock.now
    guard share > self.share else { return }
    if let lastTold, now - lastTold < Self.interval { return }
    self.share = share
    lastTold = now
    say(.progress((share * 10_000).rounded(.down) / 10_000))
  }

  /// Says `message`, whatever was said before.
  func say(_ message: WorkerMessage) {
    guard let line = try? JSONLine.encode(message) else { return }
    try? FileHandle.standardOutput.write(contentsOf: Data(line))
  }
}

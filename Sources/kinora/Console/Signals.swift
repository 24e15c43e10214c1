import Dispatch
import Foundation

/// Ctrl-C, as often as it comes, and the wish that the program end, for as long as this lives.
final class Signals {
  private let sources: [any DispatchSourceSignal]

  /// - Parameters:
  ///   - onInterrupt: called on each Ctrl-C.
  ///   - onEnd: called where the terminal is gone or the program is asked to end.
  init(
    onInterrupt: @escaping @Sendable () -> Void, onEnd: @escaping @Sendable () -> Void
  ) {
    let queue = DispatchQueue(label: "kinora.signals")
    sources = [(SIGINT, onInterrupt), (SIGTERM, onEnd), (SIGHUP, onEnd)].map { number, act in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler(handler: act)
      source.resume()
      return source
    }
  }

  deinit { sources.forEach { $0.cancel() } }
}

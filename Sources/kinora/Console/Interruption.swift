import Dispatch
import Foundation

/// Ctrl-C and `kill`: the first asks the work to stop, the second ends the process.
final class Interruption {
  private var sources: [any DispatchSourceSignal] = []

  /// Calls `stop` on the first interrupt or termination signal.
  init(stop: @escaping @Sendable () -> Void) {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(
        signal: number, queue: DispatchQueue(label: "kinora.signals"))
      source.setEventHandler {
        signal(number, SIG_DFL)
        stop()
      }
      source.resume()
      sources.append(source)
    }
  }

  deinit { sources.forEach { $0.cancel() } }
}

internal import Foundation
internal import Glibc
internal import Render
internal import Synchronization

/// The wish of whoever started this process that it end: a signal, or a closed pipe.
///
/// A film in the making is given a moment to remove what it has written; all else ends at once.
final class Stop: Sendable {
  private struct State {
    var renderer: FilmRenderer?
    var isRaised = false
  }

  private let state = Mutex(State())

  /// Seconds that a film has to end by itself.
  private static let grace: UInt32 = 2
  /// The status of a process that ended because it was asked to, as shells count it.
  private static let status: Int32 = 128 + SIGTERM

  /// Waits for the wish on threads of its own. Called once, before there are other threads: all
  /// of them then leave the signals to the one that waits.
  /// - Parameter toInput: whether standard input tells nothing but that it is closed.
  func listen(toInput: Bool) {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let waiting = signals
    Thread.detachNewThread {
      var (signals, number) = (waiting, Int32(0))
      sigwait(&signals, &number)
      self.raise()
    }
    guard toInput else { return }
    Thread.detachNewThread {
      let pipe = FileHandle.standardInput
      while let rest = try? pipe.read(upToCount: 4096), !rest.isEmpty {}
      self.raise()
    }
  }

  /// Has the wish cancel `renderer`, at once where it came before.
  func cancels(_ renderer: FilmRenderer) {
    let isRaised = state.withLock { state in
      state.renderer = renderer
      return state.isRaised
    }
    if isRaised { renderer.cancel() }
  }

  private func raise() {
    let renderer = state.withLock { state in
      state.isRaised = true
      return state.renderer
    }
    guard let renderer else { _exit(Self.status) }
    renderer.cancel()
    sleep(Self.grace)
    _exit(Self.status)
  }
}

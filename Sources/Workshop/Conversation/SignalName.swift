internal import Glibc

/// A signal that ended a process, as a sentence calls it.
struct SignalName: Hashable, Sendable, CustomStringConvertible {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  /// The limit of processor time was reached.
  static let processorTime = SignalName(SIGXCPU)

  var description: String {
    switch number {
    case SIGSEGV, SIGBUS: "a bad memory access"
    case SIGILL, SIGTRAP, SIGABRT, SIGFPE: "a failed check"
    case SIGKILL: "being killed, as the system does when memory runs out"
    case SIGSYS: "a forbidden call"
    case SIGTERM: "being asked to end"
    default: "signal \(number)"
    }
  }
}

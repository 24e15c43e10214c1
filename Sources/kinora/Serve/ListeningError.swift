import Foundation
import NIOCore
import Server

/// Why a server can't listen where it was told to.
struct ListeningError: Error, CustomStringConvertible {
  /// One sentence: what is wrong and what to choose.
  let description: String

  /// What stands behind `error`; nil where it is about something else.
  init?(_ error: any Error, at place: KinoraServer.Configuration) {
    switch error {
    case is SocketAddressError.UnknownHost:
      description =
        "The host \(place.host) isn't known here; name an address of this machine with --host."
    case let error as IOError where error.errnoCode == EADDRINUSE:
      description =
        "Port \(place.port) is taken by another program; stop that one, or choose another port "
        + "with --port."
    case let error as IOError where error.errnoCode == EADDRNOTAVAIL:
      description =
        "This machine has no address \(place.host); name one that it has with --host."
    case let error as IOError where error.errnoCode == EACCES:
      description =
        "Port \(place.port) may not be used by this user; choose 1024 or more with --port."
    default: return nil
    }
  }
}

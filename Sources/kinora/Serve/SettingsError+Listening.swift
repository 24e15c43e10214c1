import Foundation
import NIOCore
import Server

extension SettingsError {
  /// Why a server can't listen where it was told to; nil where `error` is about something else.
  init?(_ error: any Error, listeningAt place: KinoraServer.Configuration) {
    let sentence: String
    switch error {
    case is SocketAddressError.UnknownHost:
      sentence =
        "The host \(place.host) isn't known here; name an address of this machine with --host."
    case let error as IOError where error.errnoCode == EADDRINUSE:
      sentence =
        "Port \(place.port) is taken by another program; stop that one, or choose another port "
        + "with --port."
    case let error as IOError where error.errnoCode == EADDRNOTAVAIL:
      sentence =
        "This machine has no address \(place.host); name one that it has with --host."
    case let error as IOError where error.errnoCode == EACCES:
      sentence =
        "Port \(place.port) may not be used by this user; choose 1024 or more with --port."
    default: return nil
    }
    self.init(sentence)
  }
}

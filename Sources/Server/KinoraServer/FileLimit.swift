import Foundation

/// How many files and connections this process may hold open.
enum FileLimit {
  /// Files that are not connections: the store, media, pipes to workers.
  private static let reserve = 512

  /// Takes as many as the system gives.
  static func raise() {
    var limit = rlimit()
    guard getrlimit(kind, &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    _ = setrlimit(kind, &limit)
  }

  /// Connections for which there is room, at least one.
  static var roomForConnections: Int {
    var limit = rlimit()
    guard getrlimit(kind, &limit) == 0 else { return 512 }
    let most = Int(clamping: limit.rlim_cur)
    return most > 2 * reserve ? most - reserve : max(1, most / 2)
  }

  #if canImport(Glibc)
    private static let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  #else
    private static let kind = RLIMIT_NOFILE
  #endif
}

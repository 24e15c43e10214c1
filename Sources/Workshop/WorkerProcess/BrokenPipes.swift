internal import Glibc

/// What happens when one writes to a process that is gone.
enum BrokenPipes {
  private static let isIgnored: Bool = {
    signal(SIGPIPE, SIG_IGN)
    return true
  }()

  /// Makes it an error of the call rather than the end of this process, as every server does.
  static func ignore() { _ = isIgnored }

  /// Makes it the end of this process again, for one that nobody listens to any more.
  static func heed() { signal(SIGPIPE, SIG_DFL) }
}

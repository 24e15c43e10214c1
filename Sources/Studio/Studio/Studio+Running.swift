extension Studio {
  /// Makes the store ready: the key that signs links, and what a crash left behind.
  public func prepare() async throws {}

  /// Does the work that waits and sweeps now and then, until the task is cancelled; then no new
  /// work is begun, running work is given back and every feed ends.
  public func run() async {}
}

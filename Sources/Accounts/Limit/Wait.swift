/// A time to wait, in words.
enum Wait {
  /// "40 seconds", "5 minutes", "6 hours", "2 days": rounded up, so that who waits that long waits
  /// long enough.
  static func words(_ seconds: Int) -> String {
    let units = [("day", 86_400), ("hour", 3600), ("minute", 60)]
    let (name, length) = units.first { seconds >= 2 * $0.1 } ?? ("second", 1)
    let count = (max(seconds, 1) + length - 1) / length
    return "\(count) \(name)\(count == 1 ? "" : "s")"
  }
}

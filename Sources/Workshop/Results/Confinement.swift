/// What keeps the processes that read strangers' files from doing anything else.
public struct Confinement: Hashable, Sendable, Codable {
  /// The version of Landlock that is in force; 0 where the kernel has none.
  public var landlock: Int
  /// Whether system calls are filtered (seccomp).
  public var filtersCalls: Bool

  /// A confinement.
  public init(landlock: Int, filtersCalls: Bool) {
    self.landlock = landlock
    self.filtersCalls = filtersCalls
  }

  /// No confinement but limits of time, memory and files.
  public static let none = Confinement(landlock: 0, filtersCalls: false)

  /// Whether both are in force.
  public var isWhole: Bool { landlock > 0 && filtersCalls }

  /// How much confinement is asked for.
  public enum Demand: String, Hashable, Sendable, Codable, CaseIterable {
    /// Without all of it nothing is done.
    case required
    /// As much as the kernel offers.
    case preferred
    /// None, but for limits.
    case off
  }
}

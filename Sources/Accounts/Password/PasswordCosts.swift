/// What scrypt costs (RFC 7914): time and memory grow with `2^logarithm × blockSize × lanes`.
public struct PasswordCosts: Hashable, Sendable {
  /// The logarithm of the rounds, to base 2.
  public var logarithm: Int
  /// The block size `r`.
  public var blockSize: Int
  /// The lanes `p`.
  public var lanes: Int

  /// Costs.
  public init(logarithm: Int, blockSize: Int, lanes: Int) {
    self.logarithm = logarithm
    self.blockSize = blockSize
    self.lanes = lanes
  }

  /// 2¹⁵ rounds in blocks of 8: 32 MB and about a tenth of a second.
  public static let standard = PasswordCosts(logarithm: 15, blockSize: 8, lanes: 1)

  /// Bytes that one digest takes while it is made.
  public var memory: Int { 128 * blockSize * lanes << logarithm }

  /// What is wrong with them, one sentence each; empty where nothing is.
  public func problems() -> [String] {
    var problems: [String] = []
    func require(_ value: Int, _ allowed: ClosedRange<Int>, _ name: String) {
      guard !allowed.contains(value) else { return }
      problems.append(
        "passwordCosts.\(name) is \(value); set \(allowed.lowerBound) to \(allowed.upperBound).")
    }
    require(logarithm, 1...20, "logarithm")
    require(blockSize, 1...16, "blockSize")
    require(lanes, 1...8, "lanes")
    if problems.isEmpty, memory > 256 << 20 {
      problems.append(
        "passwordCosts take \(memory >> 20) MB for each digest; lower them to at most 256 MB.")
    }
    return problems
  }
}

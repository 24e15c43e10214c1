/// The bytes that a request asks for (RFC 9110 §14).
enum ByteRange: Equatable, Sendable {
  /// All of them; also where the header can't be read or asks for several ranges.
  case whole
  /// Those, never empty.
  case part(Range<Int>)
  /// None of those that are there.
  case unsatisfiable

  /// Reads a `Range` header.
  init(header: String?, size: Int) {
    self = header.flatMap { Self.read($0, size: size) } ?? .whole
  }

  private static func read(_ header: String, size: Int) -> ByteRange? {
    let sides = header.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, trimmed(sides[0]).lowercased() == "bytes" else { return nil }
    let bounds = trimmed(sides[1])
      .split(separator: "-", omittingEmptySubsequences: false).map { trimmed($0) }
    guard bounds.count == 2, !(bounds[0].isEmpty && bounds[1].isEmpty),
      bounds.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    // A number too large for the machine is larger than any file.
    let numbers = bounds.map { Int($0) ?? Int.max }
    if bounds[0].isEmpty {
      guard numbers[1] > 0, size > 0 else { return .unsatisfiable }
      return .part(max(0, size - numbers[1])..<size)
    }
    let end = bounds[1].isEmpty ? size : min(size, numbers[1] == .max ? size : numbers[1] + 1)
    if !bounds[1].isEmpty, numbers[1] < numbers[0] { return nil }
    return numbers[0] < end ? .part(numbers[0]..<end) : .unsatisfiable
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    String(
      text.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }
        .reversed())
  }
}

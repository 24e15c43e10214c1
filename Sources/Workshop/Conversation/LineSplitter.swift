/// Cuts a stream of bytes into lines, none longer than is allowed.
struct LineSplitter: Sendable {
  /// A line went on beyond what is allowed.
  struct TooLong: Error {}

  private let longest: Int
  private var rest: [UInt8] = []

  /// A splitter of lines of at most `longest` bytes.
  init(longest: Int) { self.longest = longest }

  /// Takes in what came next; returns the lines that are whole now.
  mutating func take(_ bytes: Span<UInt8>) throws(TooLong) -> [String] {
    var lines: [String] = []
    rest.reserveCapacity(rest.count + bytes.count)
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") {
        lines.append(String(decoding: rest, as: UTF8.self))
        rest.removeAll(keepingCapacity: true)
      } else {
        rest.append(byte)
      }
    }
    if rest.count > longest { throw TooLong() }
    return lines
  }

  /// What comes after the last line's end.
  var remainder: String { String(decoding: rest, as: UTF8.self) }
}

/// Reads server-sent events (the HTML standard, §9.2) from bytes cut anywhere.
public struct EventStreamParser: Sendable {
  /// An event: its data, and the last id that the stream named.
  public struct Message: Hashable, Sendable {
    /// The last `id:` so far, nil where there was none.
    public var id: String?
    /// The `data:` lines, joined; empty for a heartbeat.
    public var data: String

    /// A message.
    public init(id: String? = nil, data: String) {
      self.id = id
      self.data = data
    }
  }

  /// More bytes in one line than this end the stream.
  public static let longestLine = 16 << 20

  private var line: [UInt8] = []
  private var isAfterReturn = false
  private var isFirstLine = true
  private var data: [String]?
  private var lastID: String?

  /// A parser at the start of a stream.
  public init() {}

  /// The messages that `bytes` complete.
  /// - Throws: `ServiceError` where a line is longer than ``longestLine``.
  public mutating func parse(_ bytes: some Sequence<UInt8>) throws(ServiceError) -> [Message] {
    var messages: [Message] = []
    for byte in bytes {
      switch byte {
      case 0x0A where isAfterReturn: isAfterReturn = false
      case 0x0A, 0x0D:
        isAfterReturn = byte == 0x0D
        if let message = endLine() { messages.append(message) }
      default:
        isAfterReturn = false
        guard line.count < Self.longestLine else {
          throw ServiceError(.internalError, "The stream has a line that is too long to be read.")
        }
        line.append(byte)
      }
    }
    return messages
  }

  private mutating func endLine() -> Message? {
    defer { line.removeAll(keepingCapacity: true) }
    if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    isFirstLine = false
    guard !line.isEmpty else {
      defer { data = nil }
      return data.map { Message(id: lastID, data: $0.joined(separator: "\n")) }
    }
    let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
    let name = String(decoding: line[..<colon], as: UTF8.self)
    var rest = colon < line.endIndex ? line[(colon + 1)...] : []
    if rest.first == 0x20 { rest.removeFirst() }
    let value = String(decoding: rest, as: UTF8.self)
    switch name {
    case "data": data = (data ?? []) + [value]
    case "id" where !value.utf8.contains(0): lastID = value
    default: break
    }
    return nil
  }
}

import NIOCore
import Wire

/// Takes a multipart body (RFC 7578, RFC 2046 §5.1) apart as it comes, in buffers cut anywhere.
///
/// It reads nothing and writes nothing: buffers go in, elements come out. Bodies of parts are
/// slices of the buffers that came; no more is kept from one buffer to the next than the headers
/// of a part and a few bytes after a boundary.
struct MultipartParser: Sendable {
  /// What a body consists of, in the order of the bytes.
  enum Element: Equatable, Sendable {
    /// A part begins.
    case part(PartHeaders)
    /// More bytes of the part; never empty.
    case bytes(ByteBuffer)
    /// The part is whole.
    case endOfPart
    /// The closing boundary came; what follows is not looked at.
    case end
  }

  /// Bytes of one part's headers that are read at most.
  static let headerLimit = 16 << 10
  /// Parts that are read at most.
  static let partLimit = 64
  /// Characters of a boundary, by RFC 2046.
  static let boundaryLimit = 70
  private static let paddingLimit = 128

  /// CR LF, two hyphens and the boundary. The only CR is the first byte: where the bytes stop
  /// matching, no later part of what matched can be the beginning of another match.
  private let delimiter: [UInt8]
  private var state = State.content
  /// Bytes of the delimiter that the end of the last buffer matched.
  private var matched = 2
  /// How many of those are only assumed: at the start of a body or of a part's content a boundary
  /// needs no CR LF of its own.
  private var assumed = 2
  private var tail: [UInt8] = []
  private var headers: [UInt8] = []
  private var lineStart = 0
  private var parts = 0

  private enum State: Sendable { case content, afterDelimiter, headers, epilogue }

  /// Whether content belongs to a part; else it is the preamble, which nobody wants.
  private var isInPart: Bool { parts > 0 }

  /// A parser of bodies with that boundary.
  /// - Throws: code 400 where the boundary is none.
  init(boundary: String) throws(ServiceError) {
    let bytes = Array(boundary.utf8)
    guard (1...Self.boundaryLimit).contains(bytes.count), bytes.last != 0x20,
      bytes.allSatisfy({ (0x20...0x7E).contains($0) })
    else {
      throw ServiceError(
        .badRequest,
        "The boundary of the multipart body must be 1 to 70 visible characters; send another.")
    }
    delimiter = [0x0D, 0x0A, 0x2D, 0x2D] + bytes
  }

  /// The elements that `buffer` completes.
  /// - Throws: code 400 where the body is malformed; nothing may be parsed after that.
  mutating func parse(_ buffer: ByteBuffer) throws(ServiceError) -> [Element] {
    var elements: [Element] = []
    let view = buffer.readableBytesView
    var position = view.startIndex
    while position < view.endIndex {
      switch state {
      case .content: position = scan(buffer, view, from: position, into: &elements)
      case .afterDelimiter:
        if try takeAfterDelimiter(view[position], into: &elements) { position += 1 }
      case .headers:
        position = try takeHeaders(view[position...], into: &elements)
      case .epilogue: return elements
      }
    }
    return elements
  }

  /// Says that nothing more comes.
  /// - Throws: code 400 where the closing boundary is missing.
  func finish() throws(ServiceError) {
    guard state != .epilogue else { return }
    throw ServiceError(
      .badRequest, "The multipart body ended before its closing boundary; send it whole again.")
  }

  /// Goes on to the next delimiter or the end of the buffer.
  private mutating func scan(
    _ buffer: ByteBuffer, _ view: ByteBufferView, from start: Int, into elements: inout [Element]
  ) -> Int {
    var search = start
    let held = matched
    if held > 0 {
      if match(view, &search) { return search }
      // What was held back of earlier buffers is no delimiter but content.
      if isInPart, held > assumed {
        elements.append(.bytes(ByteBuffer(bytes: delimiter[assumed..<held])))
      }
      assumed = 0
    }
    var end = view.endIndex
    if let next = nextDelimiter(buffer, from: search - view.startIndex) {
      end = view.startIndex + next
      search = end
      _ = match(view, &search)
    }
    if isInPart, start < end, let slice = buffer.getSlice(at: start, length: end - start) {
      elements.append(.bytes(slice))
    }
    return end == view.endIndex ? end : search
  }

  /// Where the delimiter comes next, whole or as far as the buffer goes.
  private func nextDelimiter(_ buffer: ByteBuffer, from start: Int) -> Int? {
    let (bytes, pattern) = (buffer.readableBytesUInt8Span, delimiter.span)
    let (count, length) = (bytes.count, pattern.count)
    var index = start
    while index < count {
      guard bytes[index] == 0x0D else {
        index += 1
        continue
      }
      var matched = 1
      while matched < length, index + matched < count, bytes[index + matched] == pattern[matched] {
        matched += 1
      }
      if matched == length || index + matched == count { return index }
      index += matched
    }
    return nil
  }

  /// Goes on matching the delimiter at `index`.
  /// - Returns: false where it doesn't match; then `index` is where to search on. True where it is
  ///   whole, or the buffer's end cuts it.
  private mutating func match(_ view: ByteBufferView, _ index: inout Int) -> Bool {
    while matched < delimiter.count {
      guard index < view.endIndex else { return true }
      guard view[index] == delimiter[matched] else {
        matched = 0
        return false
      }
      index += 1
      matched += 1
    }
    matched = 0
    tail.removeAll(keepingCapacity: true)
    state = .afterDelimiter
    return true
  }

  /// Looks at a byte after a delimiter: two hyphens close the body, white space and CR LF begin a
  /// part, and anything else shows that it was no delimiter.
  /// - Returns: whether the byte was used.
  private mutating func takeAfterDelimiter(
    _ byte: UInt8, into elements: inout [Element]
  ) throws(ServiceError) -> Bool {
    switch (tail.last, byte) {
    case (nil, 0x2D):
      tail.append(byte)
    case (0x2D, 0x2D):
      if isInPart { elements.append(.endOfPart) }
      elements.append(.end)
      state = .epilogue
    case (nil, 0x20), (nil, 0x09), (0x20, 0x20), (0x20, 0x09), (0x09, 0x20), (0x09, 0x09):
      guard tail.count < Self.paddingLimit else { return isNoDelimiter(into: &elements) }
      tail.append(byte)
    case (nil, 0x0D), (0x20, 0x0D), (0x09, 0x0D):
      tail.append(byte)
    case (0x0D, 0x0A):
      if isInPart { elements.append(.endOfPart) }
      try beginHeaders()
    case (nil, 0x0A) where !isInPart, (0x20, 0x0A) where !isInPart, (0x09, 0x0A) where !isInPart:
      throw Self.bareLineFeed
    default:
      return isNoDelimiter(into: &elements)
    }
    return true
  }

  private mutating func isNoDelimiter(into elements: inout [Element]) -> Bool {
    let endsWithReturn = tail.last == 0x0D
    if isInPart {
      let content = delimiter[assumed...] + tail.dropLast(endsWithReturn ? 1 : 0)
      elements.append(.bytes(ByteBuffer(bytes: content)))
    }
    state = .content
    matched = endsWithReturn ? 1 : 0
    assumed = 0
    return false
  }

  private mutating func beginHeaders() throws(ServiceError) {
    parts += 1
    guard parts <= Self.partLimit else {
      throw ServiceError(
        .badRequest,
        "The multipart body has more than \(Self.partLimit) parts; send fewer files at a time.")
    }
    headers.removeAll(keepingCapacity: true)
    lineStart = 0
    state = .headers
  }

  private mutating func takeHeaders(
    _ view: ByteBufferView, into elements: inout [Element]
  ) throws(ServiceError) -> Int {
    let lineFeed = view.firstIndex(of: 0x0A)
    let end = lineFeed.map { $0 + 1 } ?? view.endIndex
    guard headers.count + (end - view.startIndex) <= Self.headerLimit else {
      throw ServiceError(
        .badRequest, "The headers of a part are longer than 16 KB; shorten its file name.")
    }
    headers.append(contentsOf: view[..<end])
    guard lineFeed != nil else { return end }
    guard headers.count >= lineStart + 2, headers[headers.count - 2] == 0x0D else {
      throw Self.bareLineFeed
    }
    if headers.count == lineStart + 2 {
      elements.append(.part(try PartHeaders(block: headers[..<lineStart])))
      matched = 2
      assumed = 2
      state = .content
    }
    lineStart = headers.count
    return end
  }

  private static let bareLineFeed = ServiceError(
    .badRequest, "The lines of a multipart body end with CR LF; this one ends with LF alone.")
}

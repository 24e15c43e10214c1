/// The order of an ISO media file's top-level boxes (ISO/IEC 14496-12).
struct BoxScan {
  /// Whether `moov` comes before the first `mdat`; nil where either is missing.
  private(set) var isFaststart: Bool?
  /// Whether a box goes on past the file's end.
  private(set) var isCutOff = false

  init(_ file: SourceFile) throws(MediaError) {
    var offset = 0
    var order: [String] = []
    for _ in 0..<256 where offset + 8 <= file.bytes {
      let head = try SourceFile.read(file.path, at: offset, count: 16)
      guard head.count >= 8 else { break }
      var size = head[0..<4].reduce(0) { $0 << 8 | Int($1) }
      if size == 1, head.count == 16 {
        size = Int(truncatingIfNeeded: head[8..<16].reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
      }
      if size == 0 { size = file.bytes - offset }
      order.append(String(decoding: head[4..<8], as: UTF8.self))
      guard size >= 8, size <= file.bytes - offset else {
        isCutOff = size > file.bytes - offset
        break
      }
      offset += size
    }
    if let index = order.firstIndex(of: "moov"), let data = order.firstIndex(of: "mdat") {
      isFaststart = index < data
    }
  }
}

/// How long a container says it is, against what is on disk.
struct Extent {
  /// Whether the file goes on as long as its container says.
  let isWhole: Bool

  /// Reads the outermost lengths of MP4, Matroska and RIFF; other containers don't tell, and a
  /// length left open by a recorder tells nothing.
  init(of file: SourceFile) throws(MediaError) {
    let head = try SourceFile.read(file.path, at: 0, count: min(file.bytes, 128))
    if Self.text(head, at: 4, count: 4) == "ftyp" {
      let boxes = try BoxScan(file)
      isWhole = !boxes.isCutOff
    } else if Self.text(head, at: 0, count: 4) == "RIFF" {
      isWhole = !Self.isCutOffRIFF(head, bytes: file.bytes)
    } else {
      isWhole = !Self.isCutOffMatroska(head, bytes: file.bytes)
    }
  }

  private static func text(_ head: [UInt8], at offset: Int, count: Int) -> String? {
    head.count >= offset + count
      ? String(decoding: head[offset..<offset + count], as: UTF8.self) : nil
  }

  private static func isCutOffRIFF(_ head: [UInt8], bytes: Int) -> Bool {
    guard head.count >= 8 else { return true }
    let size = head[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
    let isOpen = size == 0 || size >= 0xFFFF_FF00
    return !isOpen && size + 8 > bytes + 1
  }

  /// EBML's header, then the segment (RFC 8794, RFC 9559).
  private static func isCutOffMatroska(_ head: [UInt8], bytes: Int) -> Bool {
    guard head.starts(with: [0x1A, 0x45, 0xDF, 0xA3]),
      let header = variableInteger(head, at: 4), let headerSize = header.value,
      headerSize < 128
    else { return false }
    let segment = 4 + header.count + headerSize
    guard head.count > segment + 4,
      Array(head[segment..<segment + 4]) == [0x18, 0x53, 0x80, 0x67],
      let size = variableInteger(head, at: segment + 4), let length = size.value
    else { return false }
    return length > bytes - (segment + 4 + size.count)
  }

  /// EBML's integer of one to eight bytes; no value where all its bits are set.
  private static func variableInteger(
    _ head: [UInt8], at offset: Int
  ) -> (value: Int?, count: Int)? {
    guard offset < head.count, head[offset] != 0 else { return nil }
    let count = head[offset].leadingZeroBitCount + 1
    guard offset + count <= head.count else { return nil }
    let mask = (1 << (7 * count)) - 1
    let value = head[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) } & mask
    return (value == mask ? nil : value, count)
  }
}

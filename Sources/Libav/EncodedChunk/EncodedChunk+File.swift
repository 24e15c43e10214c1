import CFFmpeg
import Glibc

extension EncodedChunk {
  /// `KNCH`, a version, then five counts, each eight bytes, little end first.
  private static let magic: UInt64 = 0x0001_4843_4E4B
  private static let headerCount = 4 * 8
  private static let packetCount = 5 * 8

  /// Bytes that the chunk takes in a file.
  public var storedCount: Int {
    EncodedChunk.headerCount + packets.count * EncodedChunk.packetCount + parameterSets.count
      + bytes.count
  }

  /// Writes the chunk to an open file from `offset` on; returns the first byte after it.
  ///
  /// Throws where the disk is full or cannot be written.
  @discardableResult
  public func write(toFile descriptor: Int32, at offset: Int) throws(MediaError) -> Int {
    var table: [UInt64] = [
      EncodedChunk.magic, UInt64(packets.count), UInt64(parameterSets.count), UInt64(bytes.count),
    ]
    for packet in packets {
      table.append(UInt64(packet.count) << 1 | (packet.isKey ? 1 : 0))
      table.append(UInt64(bitPattern: packet.presentation))
      table.append(UInt64(bitPattern: packet.decoding))
      table.append(UInt64(bitPattern: packet.duration))
      table.append(UInt64(packet.offset))
    }
    let header = table.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
    }
    var position = offset
    for part in [header, parameterSets, bytes] {
      try EncodedChunk.write(part, toFile: descriptor, at: position)
      position += part.count
    }
    return position
  }

  /// Reads a chunk that was written at `offset` of an open file.
  ///
  /// Throws where there is none or it is damaged.
  public init(fromFile descriptor: Int32, at offset: Int) throws(MediaError) {
    var reader = WordReader(
      try EncodedChunk.read(EncodedChunk.headerCount, fromFile: descriptor, at: offset))
    guard reader.next() == EncodedChunk.magic, let count = reader.count(below: 1 << 24),
      let parameterCount = reader.count(below: 1 << 20),
      let byteCount = reader.count(below: 1 << 34)
    else { throw EncodedChunk.damaged }
    var position = offset + EncodedChunk.headerCount
    let tableCount = count * EncodedChunk.packetCount
    var table = WordReader(
      try EncodedChunk.read(tableCount, fromFile: descriptor, at: position))
    position += tableCount
    let parameterSets = try EncodedChunk.read(
      parameterCount, fromFile: descriptor, at: position)
    let bytes = try EncodedChunk.read(
      byteCount, fromFile: descriptor, at: position + parameterCount)
    var packets: [EncodedPacket] = []
    packets.reserveCapacity(count)
    for _ in 0..<count {
      guard let packet = table.packet(), packet.offset + packet.count <= byteCount else {
        throw EncodedChunk.damaged
      }
      packets.append(packet)
    }
    self.init(bytes: bytes, packets: packets, parameterSets: parameterSets)
  }

  private static var damaged: MediaError {
    MediaError(.corrupt, "A stored chunk of the film is damaged; render it again.")
  }

  private static func write(
    _ bytes: [UInt8], toFile descriptor: Int32, at offset: Int
  ) throws(MediaError) {
    var done = 0
    while done < bytes.count {
      let wrote = bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map {
          pwrite(descriptor, $0 + done, bytes.count - done, off_t(offset + done))
        } ?? 0
      }
      if wrote < 0 && errno == EINTR { continue }
      guard wrote > 0 else {
        throw .writing("the file of finished chunks", shim_error_from_errno(errno))
      }
      done += wrote
    }
  }

  private static func read(
    _ count: Int, fromFile descriptor: Int32, at offset: Int
  ) throws(MediaError) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0, offset >= 0, offset + count <= Int(status.st_size)
    else { throw damaged }
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let base = buffer.baseAddress {
        let got = pread(descriptor, base + filled, count - filled, off_t(offset + filled))
        if got < 0 && errno == EINTR { continue }
        if got <= 0 { return }
        filled += got
      }
    }
    guard bytes.count == count else { throw damaged }
    return bytes
  }
}

/// Words of eight bytes, little end first.
private struct WordReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> UInt64? {
    guard position + 8 <= bytes.count else { return nil }
    defer { position += 8 }
    return bytes[position..<position + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func count(below limit: Int) -> Int? {
    guard let word = next(), word < UInt64(limit) else { return nil }
    return Int(word)
  }

  mutating func packet() -> EncodedPacket? {
    guard let size = count(below: 1 << 33), let presentation = next(), let decoding = next(),
      let duration = next(), let offset = count(below: 1 << 34)
    else { return nil }
    return EncodedPacket(
      offset: offset, count: size >> 1, presentation: Int64(bitPattern: presentation),
      decoding: Int64(bitPattern: decoding), duration: Int64(bitPattern: duration),
      isKey: size & 1 == 1)
  }
}

import CFFmpeg

/// An `AVPacket` with one owner.
struct Packet: ~Copyable {
  let pointer: UnsafeMutablePointer<AVPacket>

  private init(owning pointer: UnsafeMutablePointer<AVPacket>) { self.pointer = pointer }

  deinit {
    var pointer: UnsafeMutablePointer<AVPacket>? = pointer
    av_packet_free(&pointer)
  }

  /// An empty packet.
  static func allocate() throws(MediaError) -> Packet {
    guard let pointer = av_packet_alloc() else {
      throw .unavailable("There was no memory for a packet")
    }
    return Packet(owning: pointer)
  }

  /// Lets go of the data.
  func clear() { av_packet_unref(pointer) }

  /// A packet that holds a copy of `bytes`.
  static func copying(_ bytes: [UInt8]) throws(MediaError) -> Packet {
    let packet = try Packet.allocate()
    guard bytes.count <= Int(Int32.max) - 64,
      av_new_packet(packet.pointer, Int32(bytes.count)) >= 0
    else { throw .unavailable("There was no memory for a packet") }
    packet.pointer.pointee.data?.update(from: bytes, count: bytes.count)
    return packet
  }

  var isKey: Bool { pointer.pointee.flags & AV_PKT_FLAG_KEY != 0 }

  var isEncrypted: Bool { shim_packet_is_encrypted(pointer) != 0 }

  /// The bytes, for as long as the packet lives and is not cleared.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: pointer.pointee.data, count: Int(pointer.pointee.size))
  }
}

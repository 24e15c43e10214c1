import Foundation

/// An IP address, to tell whether it belongs to the public internet.
struct PublicAddress: Equatable, Sendable, CustomStringConvertible {
  /// The address as 16 bytes, IPv4 mapped into IPv6.
  private let bytes: [UInt8]
  private let isFour: Bool

  /// Reads an address of either family in its usual form; a zone (`%eth0`) makes it none.
  init?(_ text: String) {
    if let four = Self.four(text) {
      bytes = Self.mappedPrefix + four
      isFour = true
    } else if let six = Self.six(text) {
      bytes = six
      isFour = false
    } else {
      return nil
    }
  }

  /// The address in a form that everything reads.
  var description: String {
    if isFour { return bytes.suffix(4).map(String.init).joined(separator: ".") }
    return stride(from: 0, to: 16, by: 2).map {
      String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16)
    }.joined(separator: ":")
  }

  /// Whether it can belong to anyone on the internet: no address of this machine, of a private or
  /// shared network, for documentation or tests, for many receivers, or one that carries an
  /// address of the other family through a gateway (IANA's special-purpose registries, RFC 6890).
  var isPublic: Bool {
    let ranges = isFour ? Self.specialFour : Self.specialSix
    if ranges.contains(where: { $0.contains(bytes) }) { return false }
    return isFour || Self.globalSix.contains(bytes)
  }

  private struct Range: Sendable {
    let prefix: [UInt8]
    let bits: Int

    func contains(_ address: [UInt8]) -> Bool {
      let whole = bits / 8
      guard address[..<whole] == prefix[..<whole] else { return false }
      let rest = bits % 8
      return rest == 0 || (address[whole] ^ prefix[whole]) >> (8 - rest) == 0
    }
  }

  private static let mappedPrefix: [UInt8] = Array(repeating: 0, count: 10) + [0xFF, 0xFF]

  private static let specialFour: [Range] = [
    ("0.0.0.0", 8), ("10.0.0.0", 8), ("100.64.0.0", 10), ("127.0.0.0", 8), ("169.254.0.0", 16),
    ("172.16.0.0", 12), ("192.0.0.0", 24), ("192.0.2.0", 24), ("192.31.196.0", 24),
    ("192.52.193.0", 24), ("192.88.99.0", 24), ("192.168.0.0", 16), ("192.175.48.0", 24),
    ("198.18.0.0", 15), ("198.51.100.0", 24), ("203.0.113.0", 24), ("224.0.0.0", 4),
    ("240.0.0.0", 4),
  ].map { Range(prefix: mappedPrefix + (four($0.0) ?? []), bits: 96 + $0.1) }

  /// All that is given out so far; what lies outside is no one's yet, or special.
  private static let globalSix = Range(prefix: six("2000::") ?? [], bits: 3)

  private static let specialSix: [Range] = [
    // Teredo, benchmarking, ORCHID, documentation, 6to4, AS112, documentation again.
    ("2001::", 23), ("2001:db8::", 32), ("2002::", 16), ("2620:4f:8000::", 48), ("3fff::", 20),
  ].map { Range(prefix: six($0.0) ?? [], bits: $0.1) }

  private static func four(_ text: String) -> [UInt8]? {
    let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
    guard pieces.count == 4 else { return nil }
    var bytes: [UInt8] = []
    for piece in pieces {
      guard !piece.isEmpty, piece.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        piece.count == 1 || piece.first != "0", let byte = UInt8(piece)
      else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  private static func six(_ text: String) -> [UInt8]? {
    let halves = text.components(separatedBy: "::")
    guard halves.count <= 2, let head = groups(halves[0]) else { return nil }
    guard halves.count == 2 else { return head.count == 16 ? head : nil }
    guard let tail = groups(halves[1]), head.count + tail.count <= 14 else { return nil }
    return head + Array(repeating: 0, count: 16 - head.count - tail.count) + tail
  }

  private static func groups(_ text: String) -> [UInt8]? {
    guard !text.isEmpty else { return [] }
    let pieces = text.split(separator: ":", omittingEmptySubsequences: false)
    var bytes: [UInt8] = []
    for (index, piece) in pieces.enumerated() {
      if index == pieces.count - 1, piece.contains(".") {
        guard let four = four(String(piece)) else { return nil }
        bytes += four
      } else {
        guard (1...4).contains(piece.count), piece.allSatisfy(\.isHexDigit),
          let group = UInt16(piece, radix: 16)
        else { return nil }
        bytes += [UInt8(group >> 8), UInt8(group & 0xFF)]
      }
    }
    return bytes
  }
}

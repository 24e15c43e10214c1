import Foundation

/// A TrueType font made by code (ISO/IEC 14496-22): it draws A as a full square, and nothing else.
struct TinyFont {
  let data: Data

  init(family: String) {
    let square: [UInt8] =
      Self.words([1, 0, 0, 1000, 1000, 3, 0]) + [1, 1, 1, 1]
      + Self.words([0, 0, 1000, 0]) + Self.words([0, 1000, 0, 64536]) + [0, 0]
    let tables: [(String, [UInt8])] = [
      ("OS/2", Self.style), ("cmap", Self.map), ("glyf", square),
      ("head", Self.head),
      (
        "hhea",
        Self.words([1, 0, 1000, 0, 0, 1000, 0, 0, 1000, 1, 0, 0])
          + Self.words([0, 0, 0, 0, 0, 2])
      ),
      ("hmtx", Self.words([1000, 0, 1000, 0])),
      ("loca", Self.words([0, 0, UInt16(square.count / 2)])),
      ("maxp", Self.words([1, 0, 2, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0])),
      ("name", Self.names(family)), ("post", Self.words([3] + [UInt16](repeating: 0, count: 15))),
    ]
    var directory = Self.words([1, 0, UInt16(tables.count), 128, 3, 32])
    var body: [UInt8] = []
    let start = 12 + 16 * tables.count
    for (tag, bytes) in tables {
      directory += Array(tag.utf8) + [0, 0, 0, 0] + Self.long(start + body.count)
      directory += Self.long(bytes.count)
      body += bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
    }
    data = Data(directory + body)
  }

  /// Writes the font into a new file of the temporary folder.
  func write() throws -> URL {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("tiny-\(UUID().uuidString).ttf")
    try data.write(to: url)
    return url
  }

  private static func words(_ values: [UInt16]) -> [UInt8] {
    values.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
  }

  private static func long(_ value: Int) -> [UInt8] {
    words([UInt16(value >> 16), UInt16(value & 65535)])
  }

  private static let head =
    words([1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 3, 1000]) + [UInt8](repeating: 0, count: 16)
    + words([0, 0, 1000, 1000, 0, 8, 2, 0, 0])

  /// One segment: A is the glyph 1.
  private static let map = words(
    [0, 1, 3, 1, 0, 12, 4, 32, 0, 4, 4, 1, 0, 65, 65535, 0, 65, 65535, UInt16(65536 - 64), 1, 0, 0]
  )

  private static let style =
    words([4, 1000, 400, 5, 0]) + [UInt8](repeating: 0, count: 52)
    + words([64, 65, 65, 1000, 0, 0, 1000, 0]) + [UInt8](repeating: 0, count: 18)

  private static func names(_ family: String) -> [UInt8] {
    let text = words(Array(family.utf16))
    let records: [UInt16] = [1, 4].flatMap { [3, 1, 0x409, $0, UInt16(text.count), 0] }
    return words([0, 2, 30]) + words(records) + text
  }
}

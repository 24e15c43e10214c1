extension StringProtocol {
  /// Without the spaces and tabs at its ends, as headers are read.
  var trimmed: String {
    let bytes = utf8
    guard let start = bytes.firstIndex(where: { !Self.isBlank($0) }) else { return "" }
    var end = start
    var index = start
    while index != bytes.endIndex {
      let isBlank = Self.isBlank(bytes[index])
      bytes.formIndex(after: &index)
      if !isBlank { end = index }
    }
    return String(self[start..<end])
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

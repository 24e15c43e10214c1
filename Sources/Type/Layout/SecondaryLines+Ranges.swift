extension SecondaryLines {
  /// The bytes of a text that belong to the lesser lines, in order, line breaks included.
  func ranges(in text: String) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (index, byte) in text.utf8.enumerated() where byte == 10 {
      lines.append(start..<index + 1)
      start = index + 1
    }
    let end = text.utf8.count
    lines.append(start..<end)
    switch selection {
    case .afterFirstBreak:
      return lines.count > 1 ? [lines[1].lowerBound..<end] : []
    case .groupHeads:
      let isBlank = lines.map { $0.count <= 1 }
      return lines.indices.filter { line in
        let isFirst = line == 0 || isBlank[line - 1]
        let heads = line + 1 < lines.count && !isBlank[line + 1]
        return !isBlank[line] && isFirst && heads
      }.map { lines[$0] }
    }
  }
}

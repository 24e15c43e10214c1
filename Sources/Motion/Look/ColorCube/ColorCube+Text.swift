extension ColorCube {
  /// Reads the text of a `.cube` file: one- or three-dimensional, or curves before a cube;
  /// curves of 2…65 536 rows, cubes of 2…129 a side. Throws what is wrong and where.
  public init(cube text: String) throws(MotionError) {
    var reader = CubeReader()
    var number = 0
    for line in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      number += 1
      try reader.read(String(Substring(line)), number)
    }
    reader.settleDomain()
    try self.init(reader)
  }

  private init(_ reader: CubeReader) throws(MotionError) {
    guard reader.curves != nil || reader.cube != nil else {
      throw .cube("has neither LUT_1D_SIZE nor LUT_3D_SIZE")
    }
    let missing = reader.expected - reader.rows.count
    guard missing == 0 else {
      throw .cube("has \(reader.rows.count) rows of numbers where \(reader.expected) belong")
    }
    var (curves, cube) = (reader.curves, reader.cube)
    let first = curves?.size ?? 0
    curves?.colors = Array(reader.rows[..<first])
    cube?.colors = Array(reader.rows[first...])
    self.init(title: reader.title, curves: curves, cube: cube)
  }
}

/// What has been read of a file so far.
private struct CubeReader {
  var title = ""
  var curves: ColorCube.Table?
  var cube: ColorCube.Table?
  var rows: [SIMD3<Float>] = []

  var expected: Int {
    (curves?.size ?? 0) + (cube.map { $0.size * $0.size * $0.size } ?? 0)
  }

  mutating func read(_ line: String, _ number: Int) throws(MotionError) {
    let words = line.split { $0 == " " || $0 == "\t" || $0.isNewline || $0 == "\u{FEFF}" }
    guard let first = words.first, !first.hasPrefix("#") else { return }
    if first.first?.isLetter == true, Float(first) == nil {
      guard rows.isEmpty else {
        throw .cube("has “\(first.prefix(24))” among its numbers, on line \(number)")
      }
      try readKeyword(first, words.dropFirst(), line, number)
    } else {
      try readRow(words, number)
    }
  }

  private mutating func readRow(_ words: [Substring], _ number: Int) throws(MotionError) {
    guard expected > 0 else {
      throw .cube("has numbers before its size, on line \(number)")
    }
    guard rows.count < expected else {
      throw .cube("has more than the \(expected) rows its size asks for, on line \(number)")
    }
    rows.append(try triple(words, number))
  }

  private mutating func readKeyword(
    _ word: Substring, _ rest: ArraySlice<Substring>, _ line: String, _ number: Int
  ) throws(MotionError) {
    switch word {
    case "TITLE":
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
      title = parts.count > 1 ? String(parts[1]) : rest.joined(separator: " ")
    case "LUT_1D_SIZE":
      guard curves == nil else { throw .cube("gives LUT_1D_SIZE twice, on line \(number)") }
      curves = ColorCube.Table(size: try size(rest, upTo: 65536, number))
    case "LUT_3D_SIZE":
      guard cube == nil else { throw .cube("gives LUT_3D_SIZE twice, on line \(number)") }
      cube = ColorCube.Table(size: try size(rest, upTo: 129, number))
    case "DOMAIN_MIN": try setDomain(lowest: try triple(Array(rest), number), number)
    case "DOMAIN_MAX": try setDomain(highest: try triple(Array(rest), number), number)
    case "LUT_1D_INPUT_RANGE", "LUT_3D_INPUT_RANGE":
      let range = try pair(rest, number)
      let isCurves = word.hasPrefix("LUT_1D")
      guard isCurves ? curves != nil : cube != nil else {
        throw .cube("gives \(word) before its size, on line \(number)")
      }
      if isCurves {
        curves?.lowest = SIMD3(repeating: range.0)
        curves?.highest = SIMD3(repeating: range.1)
      } else {
        cube?.lowest = SIMD3(repeating: range.0)
        cube?.highest = SIMD3(repeating: range.1)
      }
    default:
      throw .cube("has the unknown word “\(word.prefix(24))” on line \(number)")
    }
  }

  private var domain: (lowest: SIMD3<Float>, highest: SIMD3<Float>) = (
    .zero, SIMD3(repeating: 1)
  )

  private mutating func setDomain(
    lowest: SIMD3<Float>? = nil, highest: SIMD3<Float>? = nil, _ number: Int
  ) throws(MotionError) {
    if let lowest { domain.lowest = lowest }
    if let highest { domain.highest = highest }
    guard !any(domain.lowest .>= domain.highest) else {
      throw .cube("has a DOMAIN_MIN that is not below its DOMAIN_MAX, on line \(number)")
    }
  }

  private func size(
    _ words: ArraySlice<Substring>, upTo limit: Int, _ number: Int
  ) throws(MotionError) -> Int {
    guard words.count == 1, let word = words.first, let size = Int(word) else {
      throw .cube("has a size that is no whole number, on line \(number)")
    }
    guard (2...limit).contains(size) else {
      throw .cube("has the size \(size) where 2 to \(limit) are possible, on line \(number)")
    }
    return size
  }

  private func pair(
    _ words: ArraySlice<Substring>, _ number: Int
  ) throws(MotionError) -> (Float, Float) {
    let values = words.compactMap { Float($0) }
    guard words.count == 2, values.count == 2, values.allSatisfy(\.isFinite),
      values[0] < values[1]
    else { throw .cube("has a range that is not two rising numbers, on line \(number)") }
    return (values[0], values[1])
  }

  private func triple(_ words: [Substring], _ number: Int) throws(MotionError) -> SIMD3<Float> {
    let values = words.prefix { !$0.hasPrefix("#") }.map { Float($0) }
    guard values.count == 3, let x = values[0], let y = values[1], let z = values[2] else {
      throw .cube("does not have three numbers on line \(number)")
    }
    guard x.isFinite && y.isFinite && z.isFinite else {
      throw .cube("has a number that is not finite on line \(number)")
    }
    return SIMD3(x, y, z)
  }

  /// Both tables with the domain, where their own range did not say otherwise.
  mutating func settleDomain() {
    func settled(_ table: ColorCube.Table?) -> ColorCube.Table? {
      guard var table, table.lowest == .zero, table.highest == SIMD3(repeating: 1) else {
        return table
      }
      (table.lowest, table.highest) = domain
      return table
    }
    curves = settled(curves)
    cube = settled(cube)
  }
}

extension MotionError {
  fileprivate static func cube(_ what: String) -> MotionError {
    MotionError(.badColorCube, "The colour table \(what).")
  }
}

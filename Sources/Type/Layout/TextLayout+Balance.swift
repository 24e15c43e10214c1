import CPango

extension TextLayout {
  /// Breaks each paragraph anew, in as many lines as it has, so that they are of like length and
  /// end well; leaves the lines as they are where that can't be.
  mutating func balance(width: Double) {
    let counts = linesOfParagraphs
    guard lineCount > counts.count, counts.allSatisfy({ $0 <= 8 }) else { return }
    let insideWords = pango_layout_get_wrap(pointer) == PANGO_WRAP_WORD_CHAR
    let before = (wrap: pango_layout_get_width(pointer), lines: lineCount)
    pango_layout_set_width(pointer, -1)
    let rules = BreakRules(text.text)
    var lines: [Range<Int>] = []
    var widest = 0.0
    for (paragraph, count) in zip(paragraphs, counts) {
      let breaker = LineBreaker(places: places(in: paragraph, rules: rules), width: width)
      guard let chosen = breaker.breaks(count: count) else {
        return wrap(at: width, insideWords: insideWords)
      }
      var (start, position) = (paragraph.lowerBound, 0.0)
      for index in chosen {
        let place = breaker.places[index]
        lines.append(start..<place.byte)
        widest = max(widest, place.end - position)
        (start, position) = (place.byte, place.next)
      }
    }
    let glued = unbroken
    setUnbroken(lines)
    wrap(at: min(widest + 1, width), insideWords: insideWords)
    guard lineCount == before.lines, TextBlock(self).width <= width + 0.5 else {
      setUnbroken(glued)
      return restoreWrap(width: before.wrap, insideWords: insideWords)
    }
  }

  /// The bytes of the paragraphs, without the line feeds between them.
  private var paragraphs: [Range<Int>] {
    var start = 0
    return text.text.split(separator: "\n", omittingEmptySubsequences: false).map { part in
      defer { start += part.utf8.count + 1 }
      return start..<start + part.utf8.count
    }
  }

  private var linesOfParagraphs: [Int] {
    let starts = (0..<lineCount).compactMap { index in
      pango_layout_get_line_readonly(pointer, Int32(index)).map { Int($0.pointee.start_index) }
    }
    return paragraphs.map { paragraph in
      starts.count { $0 >= paragraph.lowerBound && $0 <= paragraph.upperBound }
    }
  }

  /// Where a paragraph may break, in an unwrapped layout.
  private func places(in paragraph: Range<Int>, rules: BreakRules) -> [LineBreaker.Place] {
    let advances = self.advances
    var count: Int32 = 0
    guard let attributes = pango_layout_get_log_attrs_readonly(pointer, &count) else { return [] }
    var places: [LineBreaker.Place] = []
    var (byte, position, end) = (0, 0.0, 0.0)
    for (index, scalar) in text.text.unicodeScalars.enumerated() {
      defer { byte += scalar.utf8.count }
      guard paragraph.contains(byte) else { continue }
      if byte > paragraph.lowerBound, index < Int(count), attributes[index].is_line_break != 0 {
        places.append(
          LineBreaker.Place(
            byte: byte, end: end, next: position, penalty: rules.penalty(at: byte),
            leavesOrphan: rules.isOrphan(from: byte, to: paragraph.upperBound)))
      }
      position += advances[byte]
      if !scalar.properties.isWhitespace { end = position }
    }
    places.append(
      LineBreaker.Place(
        byte: paragraph.upperBound, end: end, next: position, penalty: 0, leavesOrphan: false))
    return places
  }

  /// How far each cluster takes the line, in pixels, by the byte at which it begins.
  private var advances: [Double] {
    var advances = [Double](repeating: 0, count: text.text.utf8.count + 1)
    for index in 0..<lineCount {
      let line = pango_layout_get_line_readonly(pointer, Int32(index))
      for run in GlyphRuns(line?.pointee.runs) {
        guard let item = run.pointee.item, let glyphs = run.pointee.glyphs else { continue }
        for glyph in 0..<Int(glyphs.pointee.num_glyphs) {
          let byte = Int(item.pointee.offset + glyphs.pointee.log_clusters[glyph])
          advances[byte] +=
            Double(glyphs.pointee.glyphs[glyph].geometry.width) / Double(PANGO_SCALE)
        }
      }
    }
    return advances
  }
}

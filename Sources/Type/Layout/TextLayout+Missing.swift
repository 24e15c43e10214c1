import CPango

extension TextLayout {
  /// The characters for which no font has a glyph.
  var missing: Set<Unicode.Scalar> {
    guard pango_layout_get_unknown_glyphs_count(pointer) > 0 else { return [] }
    var found = Set<Unicode.Scalar>()
    for index in 0..<lineCount {
      let line = pango_layout_get_line_readonly(pointer, Int32(index))
      for run in GlyphRuns(line?.pointee.runs) {
        guard let string = run.pointee.glyphs else { continue }
        for index in 0..<Int(string.pointee.num_glyphs) {
          let glyph = string.pointee.glyphs[index].glyph
          guard kinora_glyph_is_unknown(glyph) != 0 else { continue }
          if let scalar = Unicode.Scalar(glyph & 0x0FFF_FFFF) { found.insert(scalar) }
        }
      }
    }
    return found
  }
}

/// The runs of a line, in the order in which they are drawn, left to right.
struct GlyphRuns: Sequence, IteratorProtocol {
  private var node: UnsafeMutablePointer<GSList>?

  init(_ first: UnsafeMutablePointer<GSList>?) { node = first }

  mutating func next() -> UnsafeMutablePointer<PangoLayoutRun>? {
    guard let current = node else { return nil }
    node = current.pointee.next
    return kinora_run(current)
  }
}

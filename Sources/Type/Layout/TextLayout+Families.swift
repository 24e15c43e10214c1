import CPango

extension TextLayout {
  /// The families that the text is drawn with, in its order.
  var drawnFamilies: [String] {
    var families: [String] = []
    for index in 0..<lineCount {
      let line = pango_layout_get_line_readonly(pointer, Int32(index))
      for run in GlyphRuns(line?.pointee.runs) {
        guard let font = run.pointee.item?.pointee.analysis.font,
          let description = pango_font_describe(font)
        else { continue }
        defer { pango_font_description_free(description) }
        guard let name = pango_font_description_get_family(description) else { continue }
        let family = String(cString: name)
        if !families.contains(family) { families.append(family) }
      }
    }
    return families
  }
}

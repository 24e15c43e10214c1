import CPango

/// Draws a block of lines with everything around it.
struct TextPainter {
  let layout: TextLayout
  let block: TextBlock
  let geometry: TextGeometry
  /// Glyphs of clusters that begin at another byte are left out; so is the plate where the first
  /// are.
  let visibleBytes: Range<Int>

  private var look: TextSpecification { layout.specification }
  private var em: Double { layout.em(isSecondary: false) }

  /// Draws plate, shadows, outline and letters onto a surface of the geometry's size.
  func draw(on surface: borrowing Surface) throws(TypeError) {
    let context = surface.context
    drawPlate(on: context)
    for shadow in look.shadows { try draw(shadow, on: context) }
    cairo_translate(context, -geometry.picture.left, -geometry.picture.top)
    drawLetters(isSecondary: false, opacity: look.opacity, on: context)
    if let secondary = look.secondary {
      drawLetters(isSecondary: true, opacity: look.opacity * secondary.opacity, on: context)
    }
  }

  private func drawPlate(on context: OpaquePointer) {
    guard visibleBytes.lowerBound == 0, let plate = look.plate, let bounds = geometry.plate else {
      return
    }
    cairo_save(context)
    cairo_translate(context, -geometry.picture.left, -geometry.picture.top)
    let radius = min(plate.cornerRadius * em, bounds.width / 2, bounds.height / 2)
    let corners = [
      (bounds.right - radius, bounds.top + radius, -Double.pi / 2),
      (bounds.right - radius, bounds.bottom - radius, 0),
      (bounds.left + radius, bounds.bottom - radius, Double.pi / 2),
      (bounds.left + radius, bounds.top + radius, Double.pi),
    ]
    for (x, y, angle) in corners { cairo_arc(context, x, y, radius, angle, angle + .pi / 2) }
    cairo_close_path(context)
    plate.color.setSource(of: context, opacity: plate.opacity)
    if let accent = plate.accent, accent.width > 0 {
      cairo_clip(context)
      cairo_paint(context)
      let width = (accent.width * em).rounded()
      let left = look.alignment == .right ? bounds.right - width : bounds.left
      cairo_rectangle(context, left, bounds.top, width, bounds.height)
      accent.color.setSource(of: context)
    }
    cairo_fill(context)
    cairo_restore(context)
  }

  /// A shadow is soft, so it is drawn and blurred small, then enlarged.
  private func draw(_ shadow: TextShadow, on context: OpaquePointer) throws(TypeError) {
    let deviation = shadow.blur * em
    guard shadow.opacity > 0 else { return }
    let factor = max((deviation / 1.6).rounded(.down), 1)
    let mask = try Surface.make(
      .coverage, width: Int((geometry.picture.width / factor).rounded(.up)),
      height: Int((geometry.picture.height / factor).rounded(.up)))
    cairo_scale(mask.context, 1 / factor, 1 / factor)
    cairo_translate(
      mask.context, shadow.dx * em - geometry.picture.left,
      shadow.dy * em - geometry.picture.top)
    for isSecondary in [false, true] {
      cairo_set_source_rgba(mask.context, 0, 0, 0, look.opacity)
      addPath(isSecondary: isSecondary, to: mask.context)
      if let outline = look.outline, outline.width > 0 {
        strokeAround(outline, on: mask.context)
      }
      cairo_fill(mask.context)
      drawColorGlyphs(isSecondary: isSecondary, on: mask.context)
    }
    mask.blur(deviation: deviation / factor)
    let tinted = try Surface.make(.color, width: mask.width, height: mask.height)
    mask.tint(shadow.color, opacity: shadow.opacity, into: tinted)
    tinted.paint(onto: context, enlargedBy: factor)
  }

  private func drawLetters(isSecondary: Bool, opacity: Double, on context: OpaquePointer) {
    guard opacity > 0, block.lines.contains(where: { $0.isSecondary == isSecondary }) else {
      return
    }
    if opacity < 1 { cairo_push_group(context) }
    addPath(isSecondary: isSecondary, to: context)
    if let outline = look.outline, outline.width > 0, outline.opacity > 0 {
      outline.color.setSource(of: context, opacity: outline.opacity)
      strokeAround(outline, on: context)
    }
    look.color.setSource(of: context)
    cairo_fill(context)
    drawColorGlyphs(isSecondary: isSecondary, on: context)
    if opacity < 1 {
      cairo_pop_group_to_source(context)
      cairo_paint_with_alpha(context, opacity)
    }
  }

  /// Strokes the current path and keeps it.
  private func strokeAround(_ outline: TextOutline, on context: OpaquePointer) {
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    cairo_set_line_width(context, 2 * outline.width * em)
    cairo_stroke_preserve(context)
  }

  private func addPath(isSecondary: Bool, to context: OpaquePointer) {
    cairo_new_path(context)
    forEachRun(isSecondary: isSecondary) { font, glyphs, x, y in
      guard kinora_font_has_color(font) == 0 else { return }
      cairo_move_to(context, x, y)
      pango_cairo_glyph_string_path(context, font, glyphs)
    }
  }

  private func drawColorGlyphs(isSecondary: Bool, on context: OpaquePointer) {
    forEachRun(isSecondary: isSecondary) { font, glyphs, x, y in
      guard kinora_font_has_color(font) != 0 else { return }
      cairo_move_to(context, x, y)
      pango_cairo_show_glyph_string(context, font, glyphs)
    }
    cairo_new_path(context)
  }

  private typealias DrawRun = (
    UnsafeMutablePointer<PangoFont>?, UnsafeMutablePointer<PangoGlyphString>, Double, Double
  ) -> Void

  /// Calls `body` with every run and where it starts; hidden and missing glyphs are empty.
  private func forEachRun(isSecondary: Bool, _ body: DrawRun) {
    for line in block.lines where line.isSecondary == isSecondary {
      var x = line.x
      for run in GlyphRuns(line.pointer.pointee.runs) {
        guard let item = run.pointee.item, let glyphs = pango_glyph_string_copy(run.pointee.glyphs)
        else { continue }
        defer { pango_glyph_string_free(glyphs) }
        for index in 0..<Int(glyphs.pointee.num_glyphs) {
          let byte = Int(item.pointee.offset + glyphs.pointee.log_clusters[index])
          let glyph = glyphs.pointee.glyphs[index].glyph
          if !visibleBytes.contains(byte) || kinora_glyph_is_unknown(glyph) != 0 {
            glyphs.pointee.glyphs[index].glyph = kinora_glyph_empty()
          }
        }
        body(item.pointee.analysis.font, glyphs, x, line.baseline)
        x += Double(pango_glyph_string_get_width(glyphs)) / Double(PANGO_SCALE)
      }
    }
  }
}

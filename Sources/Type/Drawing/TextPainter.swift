import CPango

/// Draws a block of lines with everything around it.
struct TextPainter {
  let layout: TextLayout
  let block: TextBlock
  let geometry: TextGeometry
  /// Glyphs of clusters that begin at another byte are left out; so is the plate where the first
  /// are.
  let visibleBytes: Range<Int>
  /// The colour of letters that are drawn alone, without plate and shadows; nil draws all.
  let lit: TextColor?
  /// What is drawn of the geometry's picture, in whole pixels; nil draws all of it.
  var part: Bounds?

  private var look: TextSpecification { layout.specification }
  private var em: Double { layout.em(isSecondary: false) }

  /// What the surface shows.
  private var view: Bounds { part ?? geometry.picture }

  /// Draws plate, shadows, outline and letters onto a surface of the size of what is drawn.
  func draw(on surface: borrowing Surface) throws(TypeError) {
    let context = surface.context
    if lit == nil {
      drawPlate(on: context)
      for shadow in look.shadows { try draw(shadow, on: context) }
    }
    cairo_translate(context, -view.left, -view.top)
    drawLetters(isSecondary: false, opacity: look.opacity, on: context)
    if let secondary = look.secondary {
      drawLetters(isSecondary: true, opacity: look.opacity * secondary.opacity, on: context)
    }
  }

  /// Draws the fill of the letters, without colour glyphs, onto a surface of coverage.
  func drawCoverage(on surface: borrowing Surface) {
    let context = surface.context
    cairo_translate(context, -view.left, -view.top)
    cairo_set_source_rgba(context, 0, 0, 0, 1)
    for isSecondary in [false, true] {
      addPath(isSecondary: isSecondary, to: context)
      cairo_fill(context)
    }
  }

  private func drawPlate(on context: OpaquePointer) {
    guard visibleBytes.lowerBound == 0, let plate = look.plate, let bounds = geometry.plate else {
      return
    }
    cairo_save(context)
    cairo_translate(context, -view.left, -view.top)
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
    let field = field(of: shadow, factor: factor)
    let mask = try Surface.make(
      .coverage, width: Int((field.width / factor).rounded(.up)),
      height: Int((field.height / factor).rounded(.up)))
    let fall = shadow.fall(em: em, isVertical: look.isVertical)
    cairo_scale(mask.context, 1 / factor, 1 / factor)
    cairo_translate(mask.context, fall.x - field.left, fall.y - field.top)
    for isSecondary in [false, true] {
      cairo_set_source_rgba(mask.context, 0, 0, 0, look.opacity)
      addPath(isSecondary: isSecondary, to: mask.context)
      cairo_fill(mask.context)
      drawColorGlyphs(isSecondary: isSecondary, on: mask.context)
    }
    let outline = look.outline.map { $0.opacity > 0 ? $0.width : 0 } ?? 0
    mask.grow(by: (outline + shadow.spread) * em / factor)
    mask.blur(deviation: deviation / factor)
    let tinted = try Surface.make(.color, width: mask.width, height: mask.height)
    mask.tint(shadow.color, opacity: shadow.opacity, into: tinted)
    cairo_save(context)
    cairo_translate(context, field.left - view.left, field.top - view.top)
    tinted.paint(onto: context, enlargedBy: factor)
    cairo_restore(context)
  }

  /// What of the picture a shadow in view is made of, on the same small pixels as the whole one.
  private func field(of shadow: TextShadow, factor: Double) -> Bounds {
    guard let part else { return geometry.picture }
    let (all, near) = (geometry.picture, part.grown(by: shadow.reach(em: em) + 3 * factor))
    return Bounds(
      left: all.left + max(((near.left - all.left) / factor).rounded(.down), 0) * factor,
      top: all.top + max(((near.top - all.top) / factor).rounded(.down), 0) * factor,
      right: min(near.right, all.right), bottom: min(near.bottom, all.bottom))
  }

  private func drawLetters(isSecondary: Bool, opacity: Double, on context: OpaquePointer) {
    guard opacity > 0, block.lines.contains(where: { $0.isSecondary == isSecondary }) else {
      return
    }
    if opacity < 1 { cairo_push_group(context) }
    addPath(isSecondary: isSecondary, to: context)
    if let outline = look.outline, outline.width > 0, outline.opacity > 0 {
      outline.color.setSource(of: context, opacity: outline.opacity)
      strokeAround(by: outline.width, on: context)
    }
    (lit ?? look.color).setSource(of: context)
    cairo_fill(context)
    drawColorGlyphs(isSecondary: isSecondary, on: context)
    if opacity < 1 {
      cairo_pop_group_to_source(context)
      cairo_paint_with_alpha(context, opacity)
    }
  }

  /// Strokes the current path and keeps it.
  private func strokeAround(by width: Double, on context: OpaquePointer) {
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    cairo_set_line_width(context, 2 * width * em)
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

  /// What the visible letters cover, without outline and shadows.
  var visibleInk: Bounds {
    var ink = Bounds.empty
    for isSecondary in [false, true] {
      forEachRun(isSecondary: isSecondary) { font, glyphs, x, y in
        var extents = PangoRectangle()
        pango_glyph_string_extents(glyphs, font, &extents, nil)
        guard extents.width > 0, extents.height > 0 else { return }
        ink.formUnion(Bounds(extents).offset(x: x, y: y))
      }
    }
    return ink
  }

  /// Letters outside leave nothing in view, neither of themselves nor of their shadows.
  private var reach: Bounds? {
    let shadows = look.shadows.map { shadow in
      let fall = shadow.fall(em: em, isVertical: look.isVertical)
      return shadow.reach(em: em) + max(abs(fall.x), abs(fall.y))
    }
    return part?.grown(by: 2 * em + (shadows.max() ?? 0))
  }

  /// Calls `body` with every run and where it starts; hidden and missing glyphs are empty.
  private func forEachRun(isSecondary: Bool, _ body: DrawRun) {
    let reach = reach
    for line in block.lines where line.isSecondary == isSecondary {
      if let reach, line.baseline < reach.top || line.baseline > reach.bottom { continue }
      var x = line.x
      for run in GlyphRuns(line.pointer.pointee.runs) {
        guard let item = run.pointee.item, let glyphs = pango_glyph_string_copy(run.pointee.glyphs)
        else { continue }
        defer { pango_glyph_string_free(glyphs) }
        var pen = x
        for index in 0..<Int(glyphs.pointee.num_glyphs) {
          let byte = Int(item.pointee.offset + glyphs.pointee.log_clusters[index])
          let glyph = glyphs.pointee.glyphs[index].glyph
          let isNear = reach.map { pen > $0.left && pen < $0.right } ?? true
          pen += Double(glyphs.pointee.glyphs[index].geometry.width) / Double(PANGO_SCALE)
          if !isNear || !visibleBytes.contains(byte) || kinora_glyph_is_unknown(glyph) != 0 {
            glyphs.pointee.glyphs[index].glyph = kinora_glyph_empty()
          }
        }
        // Words on their side stand with the middle of their capitals on the column's.
        let isOnItsSide = look.isVertical && item.pointee.analysis.gravity == 0
        let sink = isOnItsSide ? 0.36 * layout.em(isSecondary: isSecondary) : 0
        body(item.pointee.analysis.font, glyphs, x, line.baseline + sink)
        x += Double(pango_glyph_string_get_width(glyphs)) / Double(PANGO_SCALE)
      }
    }
  }
}

import CPango
import Synchronization

/// One font map behind one lock: Pango's objects are used by a single thread at a time.
///
/// A title takes a few milliseconds and renderers keep what they drew, so that a lock costs
/// less than a font map for every thread, each with caches of its own.
final class Typesetter: @unchecked Sendable {
  private let lock = Mutex<Void>(())
  private let fontMap: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  let fonts: FontInventory

  private static let current = Mutex<Typesetter?>(nil)

  /// The typesetter of the fonts that the machine has.
  static func shared() throws(TypeError) -> Typesetter {
    let result = current.withLock { kept -> Result<Typesetter, TypeError> in
      if let kept { return .success(kept) }
      return Result { () throws(TypeError) in
        let made = try Typesetter(fonts: FontInventory())
        kept = made
        return made
      }
    }
    return try result.get()
  }

  /// Lets the next text be set with the fonts that are there then. What is drawn keeps its own.
  static func renew() { current.withLock { $0 = nil } }

  /// A typesetter of these fonts. Pango aborts where there are none, so that is seen first.
  init(fonts: FontInventory) throws(TypeError) {
    guard fonts.count > 0 else { throw .noFonts }
    guard let fontMap = kinora_font_map_new() else { throw .outOfMemory }
    if let configuration = fonts.configuration {
      kinora_font_map_set_config(fontMap, configuration.pointer)
    }
    guard let context = pango_font_map_create_context(fontMap) else {
      kinora_font_map_release(fontMap)
      throw .outOfMemory
    }
    self.fontMap = fontMap
    self.context = context
    self.fonts = fonts
    Self.prepare(context)
  }

  deinit {
    kinora_context_release(context)
    kinora_font_map_release(fontMap)
  }

  /// Glyphs as they are drawn, not as a screen would hint them: the same on every machine.
  private static func prepare(_ context: OpaquePointer) {
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    pango_cairo_context_set_resolution(context, 96)
    pango_context_set_round_glyph_positions(context, 0)
    pango_context_set_base_dir(context, PANGO_DIRECTION_WEAK_LTR)
    cairo_font_options_destroy(options)
  }

  /// Calls `body` with an empty layout for text of this language; nothing of it may escape.
  func withLayout<Value: Sendable>(
    language: String, isVertical: Bool = false,
    _ body: (OpaquePointer) throws(TypeError) -> Value
  ) throws(TypeError) -> Value {
    let result = lock.withLock { _ -> Result<Value, TypeError> in
      Result { () throws(TypeError) in
        pango_context_set_language(context, pango_language_from_string(language))
        pango_context_set_base_gravity(
          context, isVertical ? PANGO_GRAVITY_EAST : PANGO_GRAVITY_SOUTH)
        guard let layout = pango_layout_new(context) else { throw .outOfMemory }
        defer { kinora_layout_release(layout) }
        return try body(layout)
      }
    }
    return try result.get()
  }
}

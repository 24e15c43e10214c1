import CPango

/// Pixels that Cairo draws on.
struct Surface: ~Copyable {
  enum Format {
    /// Premultiplied colour, a native 32-bit integer a pixel.
    case color
    /// Coverage alone, a byte a pixel.
    case coverage
  }

  let width: Int
  let height: Int
  let context: OpaquePointer
  private let surface: OpaquePointer

  /// A transparent surface.
  static func make(
    _ format: Format, width: Int, height: Int
  ) throws(TypeError) -> Surface {
    guard width > 0, height > 0, width <= 32_000, height <= 32_000 else {
      throw .tooLarge(width: width, height: height)
    }
    let kind = format == .color ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_A8
    guard let surface = cairo_image_surface_create(kind, Int32(width), Int32(height)) else {
      throw .outOfMemory
    }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      let context = cairo_create(surface)
    else {
      cairo_surface_destroy(surface)
      throw .outOfMemory
    }
    return Surface(width: width, height: height, context: context, surface: surface)
  }

  private init(width: Int, height: Int, context: OpaquePointer, surface: OpaquePointer) {
    self.width = width
    self.height = height
    self.context = context
    self.surface = surface
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  var stride: Int { Int(cairo_image_surface_get_stride(surface)) }

  /// Calls `body` with the drawn bytes, then lets Cairo know that they may have changed.
  borrowing func withBytes<Value>(_ body: (UnsafeMutablePointer<UInt8>) -> Value) -> Value? {
    cairo_surface_flush(surface)
    guard let bytes = cairo_image_surface_get_data(surface) else { return nil }
    defer { cairo_surface_mark_dirty(surface) }
    return body(bytes)
  }

  /// Paints this surface, enlarged `factor` times, over what the target has.
  borrowing func paint(onto target: OpaquePointer, enlargedBy factor: Double) {
    cairo_save(target)
    cairo_scale(target, factor, factor)
    cairo_set_source_surface(target, surface, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(target), CAIRO_FILTER_BILINEAR)
    cairo_paint(target)
    cairo_restore(target)
  }

  /// Fills a surface of the same size with a colour where this one has coverage.
  borrowing func tint(
    _ color: TextColor, opacity: Double, into target: borrowing Surface
  ) {
    color.setSource(of: target.context, opacity: opacity)
    cairo_mask_surface(target.context, surface, 0, 0)
  }
}

extension TextColor {
  /// Makes this the colour that a context draws with.
  func setSource(of context: OpaquePointer, opacity: Double = 1) {
    cairo_set_source_rgba(
      context, Double(red) / 255, Double(green) / 255, Double(blue) / 255, opacity)
  }
}

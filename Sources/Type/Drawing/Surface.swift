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

  /// Uses this surface, enlarged `factor` times, as a mask for the target's source.
  borrowing func mask(into target: OpaquePointer, enlargedBy factor: Double) {
    guard let pattern = cairo_pattern_create_for_surface(surface) else { return }
    defer { cairo_pattern_destroy(pattern) }
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_BILINEAR)
    cairo_save(target)
    cairo_scale(target, factor, factor)
    cairo_mask(target, pattern)
    cairo_restore(target)
  }
}

extension TextColor {
  /// Makes this the colour that a context draws with.
  func setSource(of context: OpaquePointer, opacity: Double = 1) {
    cairo_set_source_rgba(
      context, Double(red) / 255, Double(green) / 255, Double(blue) / 255,
      opacity.isFinite ? min(max(opacity, 0), 1) : 1)
  }
}

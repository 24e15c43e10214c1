import CPango

/// Lines of a layout in their places; the block's upper left corner is (0, 0).
///
/// The block reaches from the top of the first line's capitals to the last baseline (for
/// Chinese, Japanese and Korean: of the characters' body), so that what the eye takes for its
/// middle is its middle. Descenders and accents hang out of it.
struct TextBlock {
  struct Line {
    let pointer: UnsafeMutablePointer<PangoLayoutLine>
    let x: Double
    let baseline: Double
    let isSecondary: Bool
  }

  private(set) var lines: [Line] = []
  private(set) var width = 0.0
  private(set) var height = 0.0
  /// What the letters cover: left, top, right, bottom.
  private(set) var ink = Bounds.empty

  init(_ layout: TextLayout) {
    let measured = Self.measure(layout)
    width = measured.map(\.width).max() ?? 0
    let alignment = layout.specification.alignment.leading
    var baseline = 0.0
    for (index, line) in measured.enumerated() {
      let em = layout.em(isSecondary: line.isSecondary)
      if index == 0 {
        baseline = em * layout.ascent
      } else {
        baseline += Self.advance(from: measured[index - 1], to: line, in: layout)
      }
      let x = (width - line.width) * alignment
      lines.append(
        Line(pointer: line.pointer, x: x, baseline: baseline, isSecondary: line.isSecondary))
      if line.ink.width > 0, line.ink.height > 0 {
        ink.formUnion(line.ink.offset(x: x, y: baseline))
      }
      height = baseline + em * layout.descent
    }
  }

  private struct Measured {
    let pointer: UnsafeMutablePointer<PangoLayoutLine>
    let width: Double
    /// Relative to the line's start on its baseline.
    let ink: Bounds
    let isSecondary: Bool
  }

  private static func measure(_ layout: TextLayout) -> [Measured] {
    let ranges = layout.secondaryRanges
    var result: [Measured] = []
    for index in 0..<layout.lineCount {
      guard let line = pango_layout_get_line_readonly(layout.pointer, Int32(index)) else {
        continue
      }
      var (ink, logical) = (PangoRectangle(), PangoRectangle())
      pango_layout_line_get_extents(line, &ink, &logical)
      result.append(
        Measured(
          pointer: line, width: Double(logical.width) / Double(PANGO_SCALE),
          ink: Bounds(ink),
          isSecondary: ranges.contains { $0.contains(Int(line.pointee.start_index)) }))
    }
    return result
  }

  /// From one baseline to the next; more than the specification asks where letters would meet.
  private static func advance(
    from upper: Measured, to lower: Measured, in layout: TextLayout
  ) -> Double {
    let em = layout.em(isSecondary: lower.isSecondary)
    let wanted = em * layout.specification.lineSpacing
    let needed = max(upper.ink.bottom, 0) + max(-lower.ink.top, 0) + 0.06 * em
    var advance = max(wanted, min(needed, 2.5 * em))
    if lower.isSecondary, !upper.isSecondary {
      advance += (layout.specification.secondary?.gap ?? 0) * layout.em(isSecondary: false)
    }
    return advance
  }
}

/// A rectangle by its edges, in pixels.
struct Bounds: Equatable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  static let empty = Bounds(left: .infinity, top: .infinity, right: -.infinity, bottom: -.infinity)

  var isEmpty: Bool { left >= right || top >= bottom }
  var width: Double { right - left }
  var height: Double { bottom - top }

  mutating func formUnion(_ other: Bounds) {
    left = min(left, other.left)
    top = min(top, other.top)
    right = max(right, other.right)
    bottom = max(bottom, other.bottom)
  }

  func offset(x: Double, y: Double) -> Bounds {
    Bounds(left: left + x, top: top + y, right: right + x, bottom: bottom + y)
  }

  func inset(x: Double, y: Double) -> Bounds {
    Bounds(left: left + x, top: top + y, right: right - x, bottom: bottom - y)
  }

  func intersection(_ other: Bounds) -> Bounds {
    Bounds(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
  }
}

extension Bounds {
  init(_ rectangle: PangoRectangle) {
    let scale = Double(PANGO_SCALE)
    left = Double(rectangle.x) / scale
    top = Double(rectangle.y) / scale
    right = Double(rectangle.x + rectangle.width) / scale
    bottom = Double(rectangle.y + rectangle.height) / scale
  }
}

extension TextLayout {
  /// From the top of a line's body to its baseline, as a share of the letters' size; columns are
  /// set about their middle.
  fileprivate var ascent: Double {
    specification.isVertical ? 0.5 : profile.isFullEm ? 0.86 : 0.72
  }

  /// From the last baseline to the block's end, as a share of the letters' size.
  fileprivate var descent: Double {
    specification.isVertical ? 0.5 : profile.isFullEm ? 0.1 : 0
  }
}

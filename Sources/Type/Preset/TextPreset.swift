public import Pixels

/// Looks of text, by their names in a draft (`style`).
public enum TextPreset: String, Hashable, Sendable, CaseIterable {
  /// A few large words in the middle; a second line reads as a subtitle.
  case title
  /// A name and a role on a plate, at the lower left.
  case lowerThird = "lower_third"
  /// A short remark on a rounded plate, low in the middle.
  case caption
  /// What is said, at the very bottom, outlined.
  case subtitle
  /// A small half-transparent mark in the lower right corner.
  case watermark
  /// A column of names in the middle.
  case credits

  /// The look and the place of `text` in this preset on a canvas.
  ///
  /// Sizes follow the canvas's shorter side, so that portrait and square canvases get letters
  /// that suit them; a size among the overrides is a share of the height, as a draft has it.
  /// Overrides that make no sense (not finite, a canvas away) are brought into range.
  public func design(
    _ text: String, on canvas: PixelSize, overrides: TextOverrides = TextOverrides()
  ) -> TextDesign {
    let frame = PresetFrame(canvas: canvas)
    let isRightToLeft = ScriptProfile(text).isRightToLeft
    var design: TextDesign
    switch self {
    case .title: design = frame.title(text)
    case .lowerThird: design = frame.lowerThird(text, isMirrored: isRightToLeft)
    case .caption: design = frame.caption(text)
    case .subtitle: design = frame.subtitle(text)
    case .watermark: design = frame.watermark(text)
    case .credits: design = frame.credits(text)
    }
    design.apply(overrides)
    return design
  }
}

extension TextDesign {
  /// Takes over what the overrides say, and what follows from it.
  mutating func apply(_ overrides: TextOverrides) {
    let (width, height) = (
      Double(placement.canvas.width), Double(placement.canvas.height)
    )
    if let font = overrides.font, !font.isEmpty { specification.family = font }
    if let size = overrides.size, size.isFinite {
      let smallest = specification.letterHeight * specification.minimumScale
      specification.letterHeight = min(max(size, 0.005), 1) * height
      specification.minimumScale = min(
        specification.minimumScale, smallest / max(specification.letterHeight, 1))
    }
    if let color = overrides.color { specification.setColor(color) }
    if let alignment = overrides.alignment {
      specification.alignment = alignment
      placement.anchorX = alignment.leading
      let margin = max(placement.margin, 0.06) * width
      placement.x = margin + alignment.leading * (width - 2 * margin)
    }
    if let x = overrides.x, x.isFinite {
      placement.x = min(max(x, 0), 1) * width
      placement.anchorX = 0.5
    }
    if let y = overrides.y, y.isFinite {
      placement.y = min(max(y, 0), 1) * height
      placement.anchorY = 0.5
    }
  }
}

extension TextSpecification {
  /// Changes the letters' colour; dark letters get a light surrounding instead of a dark one.
  mutating func setColor(_ color: TextColor) {
    self.color = color
    guard color.luma < 0.4 else { return }
    for index in shadows.indices {
      shadows[index].color = .white
      shadows[index].dx = 0
      shadows[index].dy = 0
      shadows[index].opacity = min(shadows[index].opacity * 1.3, 1)
    }
    outline?.color = .white
    plate?.color = .white
    if let opacity = plate?.opacity { plate?.opacity = max(opacity, 0.78) }
  }
}

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
  /// A small translucent mark in the lower right corner.
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
    let frame = PresetFrame(
      canvas: canvas, safeArea: overrides.safeArea ?? SafeArea(for: canvas))
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

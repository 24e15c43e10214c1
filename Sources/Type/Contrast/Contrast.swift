public import Pixels

/// How well drawn text stands out from what surrounds its letters, by the ratio of relative
/// luminances, 1 (none) to 21 (Web Content Accessibility Guidelines 2.2, W3C 2023).
public struct Contrast: Hashable, Sendable {
  /// The ratio that nine of ten places of the text reach or exceed.
  public let ratio: Double
  /// The ratio that half of its places reach or exceed.
  public let median: Double

  /// The contrast of an artwork over the frame it is laid on, or nil where no letter lies on it.
  ///
  /// Letters are compared, in cells of half their size, with what lies within a sixteenth of
  /// their size around them, shadows, outline and plate included. Colour glyphs (emoji) don't
  /// count. The picture has the size of the canvas; takes some ten milliseconds for a title.
  ///
  /// - Throws: `TypeError` where memory runs out.
  public init?(of artwork: TextArtwork, over picture: Picture) throws(TypeError) {
    guard let letters = try artwork.recipe.letters() else { return nil }
    let ratios = ContrastMap(artwork, letters: letters, over: picture).ratios.sorted()
    guard !ratios.isEmpty else { return nil }
    ratio = ratios[ratios.count / 10]
    median = ratios[ratios.count / 2]
  }

  /// The ratio of two relative luminances, the order doesn't matter.
  public static func ratio(_ one: Double, _ other: Double) -> Double {
    (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  /// Relative luminance of a colour, 0 (black) to 1 (white).
  public static func luminance(of color: TextColor) -> Double {
    0.2126 * Luminance.linear(Double(color.red) / 255)
      + 0.7152 * Luminance.linear(Double(color.green) / 255)
      + 0.0722 * Luminance.linear(Double(color.blue) / 255)
  }

  /// The least ratio that text should have: 3 for large letters, 4.5 for others.
  ///
  /// WCAG calls 24 CSS pixels large, 18.7 where bold; a film is taken to be watched 540 of them
  /// high (or wide, in portrait), so that large is 4.4 % of the shorter side, 3.5 % where bold.
  public static func required(
    letterHeight: Double, weight: TextWeight, on canvas: PixelSize
  ) -> Double {
    let share = letterHeight / Double(max(min(canvas.width, canvas.height), 1))
    return share >= (weight.value >= 700 ? 18.7 : 24) / 540 ? 3 : 4.5
  }
}

extension TextArtwork {
  /// The least contrast that this text should have, by the size and weight of its smallest letters.
  public var requiredContrast: Double {
    let design = recipe.design
    let (size, weight, _) = design.specification.smallest
    return Contrast.required(
      letterHeight: size * scale, weight: weight, on: design.placement.canvas)
  }
}

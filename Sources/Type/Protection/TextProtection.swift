import Pixels

/// What keeps letters apart from the picture beneath, from the least to the most.
public enum TextProtection: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Letters alone.
  case none
  /// A soft shadow.
  case shadow
  /// A shadow that is denser and reaches further.
  case strongShadow = "strong_shadow"
  /// A plate.
  case plate

  /// Less protects less.
  public static func < (left: TextProtection, right: TextProtection) -> Bool {
    left.cover < right.cover
  }

  /// How much of the picture right beside a letter it hides, 0 to 1, at nine of ten places of a
  /// text: what `Contrast` measures over flat pictures, for the preset that is worst off.
  var cover: Double {
    switch self {
    case .none: 0
    case .shadow: 0.24
    case .strongShadow: 0.5
    case .plate: 0.7
    }
  }

  static let plateOpacity = 0.78

  /// Busy pictures get a shadow even where contrast would do without.
  private static let detailForShadow = 0.09
  private static let detailForStrongShadow = 0.2

  /// The least protection with which a text reads over a picture of these statistics.
  ///
  /// Decided once for a text, over the statistics of several moments of its life, so that
  /// nothing changes while it is on. The measure is `Contrast.required` for its letters.
  public static func needed(
    for design: TextDesign, over moments: [LumaStatistics]
  ) -> TextProtection {
    guard let beneath = LumaStatistics(worstOf: moments) else { return .shadow }
    let look = design.specification
    let (size, weight, _) = look.smallest
    let required = Contrast.required(
      letterHeight: size, weight: weight, on: design.placement.canvas)
    let least: TextProtection =
      beneath.detail > detailForStrongShadow
      ? .strongShadow : beneath.detail > detailForShadow ? .shadow : .none
    return allCases.first { protection in
      guard protection >= least else { return false }
      return [beneath.darkest, beneath.lightest].allSatisfy { light in
        look.contrast(over: light, hiddenBy: protection.cover) >= required
      }
    } ?? .plate
  }
}

extension TextDesign {
  /// The design with the protection that it needs over a picture; looks that have a plate of
  /// their own keep it, outlined ones keep their outline unless a plate is needed.
  public func protected(over moments: [LumaStatistics]) -> TextDesign {
    let needed = TextProtection.needed(for: self, over: moments)
    guard specification.plate == nil, specification.outline == nil || needed == .plate else {
      return self
    }
    var design = self
    design.specification.protect(by: needed)
    return design
  }
}

extension TextSpecification {
  /// Replaces shadows, plate and outline by a protection, dark around light letters and light
  /// around dark ones. A plate that is there stays as it is where a plate is asked for.
  public mutating func protect(by protection: TextProtection) {
    let shade: TextColor = color.isDark ? .white : .black
    let own = plate
    (shadows, plate, outline) = ([], nil, nil)
    switch protection {
    case .none: break
    case .shadow:
      shadows = TextShadow.soft(shade)
    case .strongShadow:
      shadows = TextShadow.strong(shade)
    case .plate:
      plate =
        own
        ?? TextPlate(
          color: color.isDark ? .white : TextPlate.ink, opacity: TextProtection.plateOpacity,
          horizontalPadding: 0.6, verticalPadding: 0.52, cornerRadius: 0.1)
    }
  }

  /// Contrast of the letters over a place of this relative luminance, `cover` of which is hidden.
  func contrast(over light: Double, hiddenBy cover: Double) -> Double {
    let shade = color.isDark ? 1.0 : 0
    // A shadow is laid in gamma; a square is near enough to sRGB's curve here.
    let hidden = cover * opacity
    let opacity = opacity * smallest.opacity
    let ground = light.squareRoot() * (1 - hidden) + shade * hidden
    let letters = Contrast.luminance(of: color).squareRoot() * opacity + ground * (1 - opacity)
    return Contrast.ratio(letters * letters, ground * ground)
  }

  /// Size, weight and relative opacity of its smallest letters.
  var smallest: (size: Double, weight: TextWeight, opacity: Double) {
    guard let secondary, text.contains(where: \.isNewline) else {
      return (letterHeight, weight, 1)
    }
    return (letterHeight * min(secondary.scale, 1), secondary.weight, secondary.opacity)
  }
}

extension TextColor {
  /// Whether white stands out more from it than black does.
  var isDark: Bool { Contrast.luminance(of: self) < 0.179 }
}

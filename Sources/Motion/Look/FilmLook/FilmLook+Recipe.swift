extension FilmLook {
  /// What the parts of a look come to.
  struct Recipe {
    var grade = Grade()
    var vignette = 0.0
    var grain = 0.0
    var bloom = 0.0
    var halation = 0.0
    var leak = 0.0

    init(_ parts: [Part]) {
      for part in parts {
        let amount = max(0, min(1, part.amount))
        if amount > 0 { add(part.kind, amount, part.cube) }
      }
      vignette = min(vignette, 1)
      grain = min(grain, 1.3)
    }

    private mutating func add(_ kind: Kind, _ amount: Double, _ cube: ColorCube?) {
      switch kind {
      case .warm: grade.mireds += 62 * amount
      case .cool: grade.mireds -= 52 * amount
      case .bright: grade.stops += 1.3 * amount
      case .dark: grade.stops -= 1.7 * amount
      case .contrast: grade.contrast *= 1 + 0.75 * amount
      case .soft: soften(amount)
      case .saturated:
        grade.saturation *= 1 + 0.45 * amount
        grade.vibrance += 0.3 * amount
      case .muted: grade.saturation *= 1 - 0.68 * amount
      case .vintage: age(amount)
      case .blackAndWhite:
        grade.monochrome = max(grade.monochrome, min(1, amount * 2.5))
        grade.contrast *= 1 + 0.35 * amount
      case .tealOrange:
        grade.tealOrange = min(1, grade.tealOrange + amount)
        grade.contrast *= 1 + 0.16 * amount
      case .vignette: vignette += amount
      case .grain: grain += amount
      case .bloom: bloom += 1.5 * amount
      case .lightLeak: leak += 0.45 * amount
      case .film: shootOnFilm(amount)
      case .lut: if let cube { grade.cubes.append((cube, min(1, 2 * amount))) }
      }
    }

    private mutating func soften(_ amount: Double) {
      grade.contrast *= 1 - 0.22 * amount
      grade.lift += 0.06 * amount
      grade.fade += 0.05 * amount
      grade.saturation *= 1 - 0.12 * amount
      bloom += 0.7 * amount
    }

    private mutating func age(_ amount: Double) {
      grade.mireds += 12 * amount
      grade.stops += 0.3 * amount
      grade.lift += 0.13 * amount
      grade.fade += 0.09 * amount
      grade.contrast *= 1 + 0.2 * amount
      grade.saturation *= 1 - 0.42 * amount
      grade.shadows += SIMD2(-0.010, -0.028) * amount
      grade.highlights += SIMD2(0.010, 0.044) * amount
      vignette += 0.5 * amount
      grain += 0.4 * amount
    }

    /// A print of a negative: gentle S-curve, blacks a little above black, paler and warmer
    /// lights, cooler shadows, red halation, fine grain.
    private mutating func shootOnFilm(_ amount: Double) {
      grade.contrast *= 1 + 0.34 * amount
      grade.lift += 0.05 * amount
      grade.fade += 0.03 * amount
      grade.saturation *= 1 - 0.04 * amount
      grade.vibrance += 0.12 * amount
      grade.paleHighlights = max(grade.paleHighlights, 0.5 * amount)
      grade.shadows += SIMD2(-0.014, -0.022) * amount
      grade.highlights += SIMD2(0.007, 0.024) * amount
      vignette += 0.4 * amount
      grain += 0.5 * amount
      bloom += 0.4 * amount
      halation += 0.4 * amount
    }
  }
}

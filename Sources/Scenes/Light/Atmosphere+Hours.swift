extension Atmosphere {
  /// Clear weather at an hour.
  init(hour: SceneGraph.Hour) {
    switch hour {
    case .dawn: self = .dawn
    case .sunrise: self = .sunrise
    case .morning: self = .morning
    case .noon: self = .noon
    case .afternoon: self = .afternoon
    case .goldenHour: self = .goldenHour
    case .sunset: self = .sunset
    case .dusk: self = .dusk
    case .night: self = .night
    }
  }

  private init(
    _ sky: [UInt32], antisolar: UInt32, key: Light, ambient: Light, haze: UInt32,
    hazeAmount: Float, glow: Light, clouds: (lit: Light, shade: Light), stars: Float = 0,
    lamps: Float = 0, sunHeight: Float, frontal: Float
  ) {
    self.init(
      sky: Gradient(sky), antisolar: Light(antisolar), key: key, ambient: ambient,
      haze: Light(haze), hazeAmount: hazeAmount, glow: glow, cloudLit: clouds.lit,
      cloudShade: clouds.shade, cloudCover: 0.38, starlight: stars, lamps: lamps,
      sunHeight: sunHeight, frontal: frontal)
  }

  private static let dawn = Atmosphere(
    [0xFFDDAF, 0xF9BD98, 0xDE9C9E, 0xA58AAF, 0x6A73A8, 0x42548E, 0x2B3C72], antisolar: 0xC08FA9,
    key: Light(0xFFAE8A) * 1.0, ambient: Light(0x6478BC) * 0.5, haze: 0xBE9BB0, hazeAmount: 0.62,
    glow: Light(0xFFB070) * 0.75, clouds: (Light(0xFFAE8C), Light(0x776A97)), stars: 0.12,
    lamps: 0.8, sunHeight: 0.01, frontal: 0.12)

  private static let sunrise = Atmosphere(
    [0xFFE9B8, 0xFFCF95, 0xF7B294, 0xC9A0AE, 0x8C9AC4, 0x5C82B8, 0x3E66A0], antisolar: 0xC9A3B4,
    key: Light(0xFFC28A) * 1.4, ambient: Light(0x7F8CC0) * 0.55, haze: 0xE3B6A4, hazeAmount: 0.66,
    glow: Light(0xFFC070) * 1.0, clouds: (Light(0xFFCFA4), Light(0x8E7FA6)), lamps: 0.35,
    sunHeight: 0.09, frontal: 0.25)

  private static let morning = Atmosphere(
    [0xF3F2E6, 0xDCE9EA, 0xB4D6EA, 0x84B9E2, 0x5A9BD3, 0x3C82C2, 0x2C6DAF], antisolar: 0xD5E3EA,
    key: Light(0xFFF0D0) * 1.75, ambient: Light(0xA9C8E8) * 0.62, haze: 0xCFE0EA,
    hazeAmount: 0.66, glow: Light(0xFFF0C8) * 0.7, clouds: (Light(0xFFFDF8), Light(0x9DB2CB)),
    sunHeight: 0.52, frontal: 0.62)

  private static let noon = Atmosphere(
    [0xDDEEF6, 0xBFDFF3, 0x93C6EC, 0x65AAE2, 0x3F8DD3, 0x2775C2, 0x1B61AE], antisolar: 0xCFE5F3,
    key: Light(0xFFF9EC) * 1.95, ambient: Light(0xA5C9EE) * 0.7, haze: 0xB4D2EA, hazeAmount: 0.60,
    glow: Light(0xFFFBEF) * 0.5, clouds: (Light(0xFFFFFF), Light(0x9FB7D2)), sunHeight: 1.25,
    frontal: 0.7)

  private static let afternoon = Atmosphere(
    [0xF7EFDC, 0xE5E6DD, 0xBDD5E0, 0x8AB9DA, 0x5F9BCB, 0x4282B8, 0x2F6BA4], antisolar: 0xD6DEE2,
    key: Light(0xFFE9C0) * 1.7, ambient: Light(0xA3C0E0) * 0.6, haze: 0xD8DEDD, hazeAmount: 0.74,
    glow: Light(0xFFE8B4) * 0.8, clouds: (Light(0xFFF8EA), Light(0x9AAAC4)), sunHeight: 0.48,
    frontal: 0.6)

  private static let goldenHour = Atmosphere(
    [0xFFEDB4, 0xFFD690, 0xF9C08E, 0xDDB3A0, 0xA7A9BE, 0x7196BF, 0x4A78AA], antisolar: 0xD9B7A6,
    key: Light(0xFFC878) * 1.75, ambient: Light(0x94A0C4) * 0.55, haze: 0xF6CB96,
    hazeAmount: 0.78, glow: Light(0xFFC868) * 1.25, clouds: (Light(0xFFE0AE), Light(0x9887A0)),
    sunHeight: 0.22, frontal: 0.35)

  private static let sunset = Atmosphere(
    [0xFFD27A, 0xFFAB5E, 0xF98560, 0xD7676E, 0x95548A, 0x57437F, 0x30325F], antisolar: 0xA8607F,
    key: Light(0xFF9A5A) * 1.25, ambient: Light(0x6F689F) * 0.5, haze: 0xD07A70, hazeAmount: 0.66,
    glow: Light(0xFF9A45) * 1.25, clouds: (Light(0xFF9A5E), Light(0x6A4A74)), stars: 0.04,
    lamps: 0.6, sunHeight: 0.075, frontal: 0.14)

  private static let dusk = Atmosphere(
    [0xF7AE7E, 0xE08A82, 0xA96F93, 0x6E5C99, 0x42498A, 0x27356D, 0x17234F], antisolar: 0x6A5B8E,
    key: Light(0xD98A80) * 0.30, ambient: Light(0x5A64A4) * 0.42, haze: 0x9A6C8C,
    hazeAmount: 0.72, glow: Light(0xFF9060) * 0.6, clouds: (Light(0xE58A80), Light(0x49477C)),
    stars: 0.3, lamps: 1, sunHeight: -0.06, frontal: 0.12)

  private static let night = Atmosphere(
    [0x35507C, 0x27406F, 0x1B315E, 0x12244C, 0x0B183A, 0x07102A, 0x050B1E], antisolar: 0x22365F,
    key: Light(0xA9C4F0) * 0.20, ambient: Light(0x4C6CA8) * 0.16, haze: 0x29416C, hazeAmount: 0.70,
    glow: Light(0x9DB8E8) * 0.20, clouds: (Light(0x4A6290), Light(0x18264A)), stars: 1, lamps: 1,
    sunHeight: -0.5, frontal: 0.5)
}

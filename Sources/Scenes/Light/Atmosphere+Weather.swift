extension Atmosphere {
  /// The light of a scene's hour in its weather, in the colours asked for.
  init(_ scene: SceneGraph) {
    self.init(hour: scene.hour)
    apply(scene.weather, isNight: scene.hour == .night)
    if scene.hour == .night, scene.has(.moon) {
      key *= 1.5
      ambient *= 1.25
    }
    if scene.hour == .night, scene.season == .winter { ambient *= 1.5 }
    if scene.has(.clouds) { cloudCover = max(cloudCover, 0.6) }
    tint(scene.palette)
  }

  private mutating func apply(_ weather: SceneGraph.Weather, isNight: Bool) {
    switch weather {
    case .clear: cloudCover = isNight ? 0.16 : 0.32
    case .cloudy: cloudCover = 0.62
    case .overcast: cover(Light(0xC3CAD2), share: 0.62, dim: 0.86, cloud: 0.95, key: 0.25)
    case .rain: cover(Light(0x8E9BAA), share: 0.66, dim: 0.66, cloud: 1, key: 0.16)
    case .storm: cover(Light(0x5B6B7D), share: 0.72, dim: 0.46, cloud: 1, key: 0.14)
    case .snow: cover(Light(0xD3DAE4), share: 0.60, dim: 0.92, cloud: 0.8, key: 0.3)
    case .fog: cover(Light(0xD5DADD), share: 0.58, dim: 0.94, cloud: 0.2, key: 0.3)
    }
    switch weather {
    case .fog: hazeAmount = 1.05
    case .rain, .storm, .snow: hazeAmount = min(hazeAmount + 0.14, 0.95)
    case .overcast: hazeAmount = min(hazeAmount + 0.06, 0.9)
    case .clear, .cloudy: break
    }
  }

  /// Draws a grey cover over everything, as bright as the hour lets it be.
  private mutating func cover(
    _ grey: Light, share: Float, dim: Float, cloud: Float, key sunlight: Float
  ) {
    let level = (sky[0.15].luminance + sky[0.6].luminance) / 2
    let tone = grey * (level / max(grey.luminance, 0.01)) * dim
    sky = sky.map { ($0 * dim).mixed(tone * (0.7 + 0.6 * $0.luminance / max(level, 0.01)), share) }
    antisolar = (antisolar * dim).mixed(tone, share)
    haze = (haze * dim).mixed(tone * 1.15, share)
    cloudLit = (cloudLit * dim).mixed(tone * 1.5, share)
    cloudShade = (cloudShade * dim).mixed(tone * 0.62, share)
    cloudCover = cloud
    ambient = (ambient * (0.65 + 0.5 * dim)).mixed(tone * 0.8, 0.4)
    key *= sunlight
    glow *= sunlight
    starlight *= 0.1
    if dim < 0.7 { lamps = max(lamps, 0.7) }
  }

  /// Moves the sky and its light towards the first colour asked for, the low sky towards the
  /// second.
  private mutating func tint(_ palette: [SceneGraph.Hue]) {
    guard let first = palette.first else { return }
    let high = first.light
    let low = (palette.count > 1 ? palette[1] : first).light
    func toned(_ light: Light, _ hue: Light, _ share: Float) -> Light {
      light.mixed(hue * (light.luminance / max(hue.luminance, 0.02)), share)
    }
    let old = sky
    sky = Gradient(
      (0...8).map { index in
        let place = Float(index) / 8
        return (place, toned(old[place], low.mixed(high, place), 0.55))
      })
    antisolar = toned(antisolar, low, 0.5)
    haze = toned(haze, low, 0.5)
    ambient = toned(ambient, high, 0.4)
    glow = toned(glow, low, 0.4)
    cloudLit = toned(cloudLit, low, 0.4)
    cloudShade = toned(cloudShade, high, 0.45)
  }
}

extension SceneGraph.Hue {
  /// The light of the named colour.
  var light: Light {
    switch self {
    case .red: Light(0xD8343A)
    case .orange: Light(0xF28A2E)
    case .gold: Light(0xF0B63C)
    case .yellow: Light(0xF7DA4A)
    case .green: Light(0x3FA35B)
    case .teal: Light(0x2AA6A0)
    case .blue: Light(0x2E6FD0)
    case .purple: Light(0x7A4CC2)
    case .pink: Light(0xF08AB4)
    case .white: Light(0xEFF1F4)
    case .black: Light(0x1C1F26)
    case .grey: Light(0x9098A0)
    case .pastel: Light(0xF3C6D6)
    }
  }
}

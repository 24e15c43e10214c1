/// The light of an hour in a weather: the sky's colours, the sun's or moon's, and what the air
/// between does to them.
///
/// The colours were chosen by eye after what single scattering gives (Preetham, Shirley & Smits
/// 1999): pale and warm low towards the sun, deep and blue high up; reddened as the sun sinks.
struct Atmosphere: Sendable {
  /// From the horizon (0) to overhead (1).
  var sky: Gradient
  /// The low sky turned away from the sun.
  var antisolar: Light
  /// The sun's own light on things, or the moon's.
  var key: Light
  /// What comes from all the sky.
  var ambient: Light
  /// What far things fade to.
  var haze: Light
  /// How much of it lies before the farthest, 0…1.
  var hazeAmount: Float
  /// The glow around the sun.
  var glow: Light
  /// Lit sides of clouds.
  var cloudLit: Light
  /// Their shaded sides.
  var cloudShade: Light
  /// How much of the sky they cover, 0…1.
  var cloudCover: Float
  /// How well stars are seen, 0…1.
  var starlight: Float
  /// Whether lamps burn and windows are lit, 0…1.
  var lamps: Float
  /// How high the sun stands above the horizon, in heights of the sky; below 0 it has set.
  var sunHeight: Float
  /// The light of sunlit, upright surfaces that face the viewer, 0…1: 0 against the light.
  var frontal: Float

  /// The light of a matt surface: `sun` is the cosine towards the key light, `up` how much of
  /// the sky it sees, `distance` 0 near to 1 farthest.
  func surface(_ albedo: Light, sun: Float, up: Float = 0.6, distance: Float = 0) -> Light {
    let lit = albedo * (key * max(sun, 0) + ambient * (0.35 + 0.65 * up))
    return veiled(lit, distance)
  }

  /// A light seen through the air (aerial perspective).
  func veiled(_ light: Light, _ distance: Float) -> Light {
    light.mixed(haze, unit(hazeAmount * distance))
  }
}

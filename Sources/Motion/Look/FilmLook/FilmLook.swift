public import Pixels

/// How a film looks: its grade, its lens and its stock, settled once and applied to each frame.
///
/// Parts add up: warmth and contrast meet in one grade, two vignettes darken more than one. The
/// grade is a table from Y′CbCr to Y′CbCr; light that strays is added in linear light; the
/// vignette, grain and dither follow in the same sweep over the rows.
public struct FilmLook: Sendable {
  /// One ingredient of a look.
  public struct Part: Hashable, Sendable {
    /// What it is.
    public var kind: Kind
    /// How much of it, 0…1; 0.5 is usual.
    public var amount: Double
    /// The table of a `lut`, which other kinds do without.
    public var cube: ColorCube?

    /// An ingredient of this kind and amount.
    public init(_ kind: Kind, amount: Double = 0.5, cube: ColorCube? = nil) {
      self.kind = kind
      self.amount = amount
      self.cube = cube
    }
  }

  /// What an ingredient does.
  public enum Kind: String, CaseIterable, Sendable {
    /// Light of a later hour (Bradford adaptation between daylights of CIE 15).
    case warm
    /// Light of shade and snow.
    case cool
    /// More exposure; highlights roll off.
    case bright
    /// Less exposure.
    case dark
    /// A steeper S-curve.
    case contrast
    /// A flatter curve with lifted blacks and a little bloom.
    case soft
    /// Richer colours, the pale ones more.
    case saturated
    /// Poorer colours.
    case muted
    /// A faded print: lifted blacks, yellowed lights, cool shadows.
    case vintage
    /// No colour from an amount of 0.4 on; more contrast beyond.
    case blackAndWhite = "black_and_white"
    /// Colours gathered about teal and orange; skin stays skin.
    case tealOrange = "teal_orange"
    /// Darker towards the corners.
    case vignette
    /// Grain of film, new in every frame.
    case grain
    /// Bright parts glow.
    case bloom
    /// Daylight in the camera, wandering in from the edges.
    case lightLeak = "light_leak"
    /// All that film does, with measure.
    case film
    /// A table of the user's, wholly from an amount of 0.5 on.
    case lut
  }

  /// The size of the frames it is for.
  public let size: PixelSize
  let table: GradeTable?
  let vignette: Vignette?
  let grain: Grain?
  let glow: Glow?
  let leak: LightLeak?
  let dither: Dither
  /// Whether grain has colour: not where the picture has none.
  let hasColorGrain: Bool

  /// Grain and its strength, 0…255 for `kn_finish`.
  struct Grain: Sendable {
    let tile: GrainTile
    let strength: Int
  }

  /// A look of `parts` for frames of `size`; `seed` chooses the grain and the leaks.
  ///
  /// Amounts are brought into 0…1; parts of amount 0 do nothing.
  public init(_ parts: [Part], size: PixelSize, seed: UInt64) {
    self.init(Recipe(parts), size: size, seed: seed)
  }

  init(_ recipe: Recipe, size: PixelSize, seed: UInt64) {
    self.size = size
    table = recipe.grade.isIdentity ? nil : GradeTable(recipe.grade)
    vignette =
      recipe.vignette > 0 ? Vignette(strength: recipe.vignette, size: size) : nil
    grain =
      recipe.grain > 0
      ? Grain(
        tile: GrainTile(pictureHeight: size.height, seed: seed),
        strength: Int(min(255, (recipe.grain * 190).rounded()))) : nil
    glow =
      recipe.bloom > 0 || recipe.halation > 0
      ? Glow(bloom: recipe.bloom, halation: recipe.halation) : nil
    leak = recipe.leak > 0 ? LightLeak(strength: recipe.leak, seed: seed) : nil
    hasColorGrain = recipe.grade.monochrome < 1
    dither = Dither(width: isNothing(recipe) ? 0 : size.width)
  }

  /// Whether it leaves every picture as it is.
  public var isIdentity: Bool {
    table == nil && vignette == nil && grain == nil && glow == nil && leak == nil
  }
}

private func isNothing(_ recipe: FilmLook.Recipe) -> Bool {
  recipe.grade.isIdentity && recipe.vignette == 0 && recipe.grain == 0 && recipe.bloom == 0
    && recipe.halation == 0 && recipe.leak == 0
}

/// How clips are to look beyond the camera: a look, an atmosphere, a part that moves, an effect.
public struct Treatment: Hashable, Sendable, Codable {
  /// Which sort it is.
  public var kind: Kind
  /// Its name in a draft, such as `warm` or `snow`; nil with `isRemoved` takes away all of the
  /// sort.
  public var name: String?
  /// How much of it, in a word.
  public var strength: CameraRequest.Strength?
  /// How much of it, 0 to 1.
  public var amount: Double?
  /// The medium that it is made of, as a `lut` is of a colour table.
  public var source: String?
  /// Whether it is to go.
  public var isRemoved: Bool

  /// A treatment called `name`.
  public init(
    _ kind: Kind, _ name: String?, strength: CameraRequest.Strength? = nil,
    amount: Double? = nil, isRemoved: Bool = false
  ) {
    self.kind = kind
    self.name = name
    self.strength = strength
    self.amount = amount
    self.isRemoved = isRemoved
  }

  /// Sorts of treatment; each raw value is the key under a clip's `m`.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Colour and film: `warm`, `vintage`, `black_and_white`, ….
    case look
    /// What floats in the air: `snow`, `fog`, ….
    case atmosphere
    /// The part of a still that moves: `sky`, `water`, ….
    case region
    /// What happens to the subject: `explode`, `melt`, ….
    case effect
  }

  /// The names of a sort, as drafts have them.
  public static func names(_ kind: Kind) -> [String] {
    switch kind {
    case .look:
      [
        "warm", "cool", "bright", "dark", "contrast", "soft", "saturated", "muted", "vintage",
        "black_and_white", "teal_orange", "vignette", "grain", "bloom", "light_leak", "film", "lut",
        "letterbox",
      ]
    case .atmosphere:
      ["snow", "rain", "dust", "embers", "fog", "bokeh", "god_rays", "petals", "fireworks"]
    case .region: ["sky", "water", "fire", "foliage", "hair", "cloth", "smoke"]
    case .effect:
      ["dissolve", "explode", "melt", "squish", "inflate", "levitate", "tear", "crumble"]
    }
  }
}

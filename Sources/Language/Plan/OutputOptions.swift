/// What an utterance asks of the making of the film and not of the draft.
public struct OutputOptions: Hashable, Sendable, Codable {
  /// How much time the picture is worth; nil where nothing was said.
  public var quality: Quality?
  /// The seed of everything random; nil where nothing was said.
  public var seed: Int?
  /// How closely a model follows its prompt.
  public var guidance: Double?
  /// What a model should leave out.
  public var avoid: String?
  /// Whether the film is to look like cinema.
  public var isCinematic: Bool

  /// Options; what is left out was not spoken of.
  public init(
    quality: Quality? = nil, seed: Int? = nil, guidance: Double? = nil, avoid: String? = nil,
    isCinematic: Bool = false
  ) {
    self.quality = quality
    self.seed = seed
    self.guidance = guidance
    self.avoid = avoid
    self.isCinematic = isCinematic
  }
}

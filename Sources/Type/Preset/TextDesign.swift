/// A text's look and its place together: what a preset makes of words and a canvas.
public struct TextDesign: Hashable, Sendable {
  /// How it looks.
  public var specification: TextSpecification
  /// Where it stands.
  public var placement: TextPlacement

  /// A look in a place.
  public init(specification: TextSpecification, placement: TextPlacement) {
    self.specification = specification
    self.placement = placement
  }
}

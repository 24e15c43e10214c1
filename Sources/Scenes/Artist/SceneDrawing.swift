public import Motion

/// A scene as it was drawn: sheets in depth, and what a film needs to know to move them.
public struct SceneDrawing: Sendable {
  /// The sheets, the farthest opaque; ground slopes from far to near.
  public let picture: LayeredPicture
  /// Parts that move of themselves, as they are seen in the flat picture.
  public let regions: [MovingRegion]
  /// What drifts through the air.
  public let airs: [Air]
  /// The horizon, 0…1 from the top.
  public let horizon: Double
  /// Where the eye should go.
  public let focus: UnitPoint

  /// Something that drifts through the air before the camera.
  public struct Air: Sendable, Hashable, Codable {
    /// What drifts.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      case snow, rain, dust, embers, fog, bokeh, godRays, petals, fireworks
    }

    /// What drifts.
    public let kind: Kind
    /// How much of it, 0…1.
    public let amount: Double

    /// An amount of a kind.
    public init(_ kind: Kind, amount: Double) {
      self.kind = kind
      self.amount = amount
    }
  }
}

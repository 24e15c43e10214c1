public import Motion
public import Pixels

/// A scene as it was drawn: sheets in depth, and what a film needs to know to move them.
public struct SceneDrawing: Sendable {
  /// The sheets, the farthest opaque; ground slopes from far to near.
  public let picture: LayeredPicture
  /// Parts that move of themselves, as they are seen in the flat picture.
  public let regions: [MovingArea]
  /// What drifts through the air.
  public let airs: [Air]
  /// The horizon, 0…1 from the top.
  public let horizon: Double
  /// Where the eye should go.
  public let focus: Focus

  /// A part of the picture that moves of itself.
  public struct MovingArea: Sendable, Hashable {
    /// What it is, from which follows how it moves.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      case sky, water, fire, foliage, smoke
    }

    /// What it is.
    public let kind: Kind
    /// 1 where it is, 0 where it isn't; stretched over the picture.
    public let mask: Field

    /// An area of a kind.
    public init(_ kind: Kind, mask: Field) {
      self.kind = kind
      self.mask = mask
    }
  }

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

  /// A place in the picture, 0…1 from the left and the top.
  public struct Focus: Sendable, Hashable, Codable {
    /// From the left.
    public let x: Double
    /// From the top.
    public let y: Double

    /// A place.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }
}

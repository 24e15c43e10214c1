internal import Foundation

/// A change of a picture on the screen: bigger or smaller, turned, moved.
///
/// A point at `p` from the frame's centre (right and down positive) goes to
/// `scale · R(rotation) · p + (x, y)`.
public struct Similarity: Hashable, Sendable {
  /// How many times larger.
  public var scale: Double
  /// Degrees, clockwise on the screen.
  public var rotation: Double
  /// How far what was at the centre went to the right, in pixels.
  public var x: Double
  /// How far what was at the centre went down, in pixels.
  public var y: Double

  /// A change of these amounts.
  public init(scale: Double = 1, rotation: Double = 0, x: Double = 0, y: Double = 0) {
    self.scale = scale
    self.rotation = rotation
    self.x = x
    self.y = y
  }

  /// No change.
  public static let identity = Similarity()

  /// Where a point goes, both counted from the frame's centre.
  public func apply(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let (c, s) = linear
    return (c * x - s * y + self.x, s * x + c * y + self.y)
  }

  /// First `other`, then `self`.
  public func after(_ other: Similarity) -> Similarity {
    let center = apply(other.x, other.y)
    return Similarity(
      scale: scale * other.scale, rotation: rotation + other.rotation, x: center.x, y: center.y)
  }

  /// The change back.
  public var inverse: Similarity {
    let turn = Similarity(scale: 1 / scale, rotation: -rotation)
    let center = turn.apply(x, y)
    return Similarity(scale: 1 / scale, rotation: -rotation, x: -center.x, y: -center.y)
  }

  /// `scale` times the cosine and the sine of the rotation.
  var linear: (cosine: Double, sine: Double) {
    let angle = rotation * .pi / 180
    return (scale * cos(angle), scale * sin(angle))
  }

  /// The change whose linear part is `(cosine, sine)`.
  init(cosine: Double, sine: Double, x: Double, y: Double) {
    self.init(
      scale: (cosine * cosine + sine * sine).squareRoot(),
      rotation: atan2(sine, cosine) * 180 / .pi, x: x, y: y)
  }

  /// The farthest that any corner of a frame whose half-diagonal is `radius` can move.
  func reach(radius: Double) -> Double {
    let (c, s) = linear
    return ((c - 1) * (c - 1) + s * s).squareRoot() * radius + (x * x + y * y).squareRoot()
  }
}

internal import Foundation
internal import Pixels

/// Where the camera stands at one moment.
public struct CameraPose: Hashable, Sendable {
  /// Scale of the picture on the screen; 1 shows as much as covers the frame.
  public var zoom = 1.0
  /// Shift of the view, in shares of the frame as seen at `zoom`.
  public var x = 0.0
  /// Shift of the view, in shares of the frame as seen at `zoom`.
  public var y = 0.0
  /// Degrees, clockwise.
  public var roll = 0.0
  /// Degrees, to the right.
  public var yaw = 0.0
  /// Degrees, upward.
  public var pitch = 0.0
  /// What of the way the camera itself went, which nearer things answer more to: sideways and
  /// down in shares of the frame, and ahead as the logarithm of the scale.
  public var advance = Advance()
  /// What of the picture the frame is centred on before the camera moves, as far as the picture
  /// reaches.
  public var aim = UnitPoint.center
  /// Where the lens is focused, as a disparity 0…1, and how open it is; nil is sharp throughout.
  public var focus: Focus?

  /// How far the camera went, as parallax has it.
  public struct Advance: Hashable, Sendable {
    /// To the right.
    public var x = 0.0
    /// Downward.
    public var y = 0.0
    /// Ahead, the logarithm of the change of scale.
    public var ahead = 0.0
  }

  /// A lens with depth of field.
  public struct Focus: Hashable, Sendable {
    /// The disparity that is sharp.
    public var disparity: Double
    /// Blur of what is a whole range of disparity away: the radius as a share of the frame's
    /// height.
    public var aperture: Double
  }

  /// Focal length of the lens, in frame widths, that an orbit is seen through.
  static let focalLength = 1.4

  /// The map from a frame to a picture that covers it, for this pose.
  func projection(frame: PixelSize, picture: PixelSize) -> Projection {
    let (width, height) = (Double(frame.width), Double(frame.height))
    let cover = min(
      Double(picture.width) / width, Double(picture.height) / height)
    var view = Projection.translation(-width / 2, -height / 2)
    if yaw != 0 || pitch != 0 { view = tilted(focal: Self.focalLength * width).after(view) }
    if roll != 0 {
      let (s, c) = (sin(roll * .pi / 180), cos(roll * .pi / 180))
      view = Projection((c, -s, 0), (s, c, 0)).after(view)
    }
    let scale = cover / zoom
    let center = aim.center(of: cover, frame: frame, picture: picture)
    return Projection(
      (scale, 0, center.x + x * width * scale), (0, scale, center.y + y * height * scale)
    ).after(view)
  }

  /// How much further than the plane of disparity ½ a place of the frame reads for each unit of
  /// disparity more, in picture pixels, at parallax of strength 1.
  func drift(
    _ x: Double, _ y: Double, frame: PixelSize, picture: PixelSize
  ) -> (x: Double, y: Double) {
    let (width, height) = (Double(frame.width), Double(frame.height))
    let scale = min(Double(picture.width) / width, Double(picture.height) / height) / zoom
    return (
      scale * (width * advance.x - (x - width / 2) * advance.ahead),
      scale * (height * advance.y - (y - height / 2) * advance.ahead)
    )
  }

  /// The picture's plane seen after circling its centre.
  private func tilted(focal: Double) -> Projection {
    let (a, b) = (yaw * .pi / 180, pitch * .pi / 180)
    let across = Projection((1 / cos(a), 0, 0), (0, 1, 0), (tan(a) / focal, 0, 1))
    let down = Projection((1, 0, 0), (0, 1 / cos(b), 0), (0, -tan(b) / focal, 1))
    return across.after(down)
  }
}

extension UnitPoint {
  /// The place of the picture nearest to this one that a frame covered by it can be centred on.
  func center(
    of cover: Double, frame: PixelSize, picture: PixelSize
  ) -> (x: Double, y: Double) {
    func place(_ wish: Double, _ length: Int, _ shown: Int) -> Double {
      let half = Double(shown) * cover / 2
      return max(half, min(Double(length) - half, wish * Double(length)))
    }
    return (place(x, picture.width, frame.width), place(y, picture.height, frame.height))
  }
}

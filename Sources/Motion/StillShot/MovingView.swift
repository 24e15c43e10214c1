public import MediaTime
public import Pixels

/// One moment of a camera path over footage.
public struct MovingView: Sendable {
  private let source: Picture
  private let map: Projection

  /// The view of `source` at `time` of `path`, counted from the shot's start.
  public init(_ path: CameraPath, of source: Picture, at time: MediaTime) {
    let pose = path.pose(at: time)
    let direct = pose.projection(frame: path.frame, picture: source.size)
    guard !direct.isSeparable else {
      self.source = source
      map = direct
      return
    }
    // A map that turns does not filter for shrinking: bring the source near its final size.
    let scale = min(
      1,
      max(
        Double(path.frame.width) / Double(source.size.width),
        Double(path.frame.height) / Double(source.size.height)) * pose.zoom)
    let near =
      scale < 0.8
      ? source.resized(
        to: PixelSize(
          width: max(2, Int(Double(source.size.width) * scale)),
          height: max(2, Int(Double(source.size.height) * scale))))
      : source
    self.source = near.bordered()
    map = pose.projection(frame: path.frame, picture: near.size)
  }

  /// Draws the view into `rect` of `target`; the rectangle has the size of the path's frame and
  /// its corner on even pixels.
  public func draw(onto target: Picture, in rect: PixelRect) {
    target.draw(
      source, through: map.after(.translation(-Double(rect.x), -Double(rect.y))), in: rect)
  }
}

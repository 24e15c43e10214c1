public import MediaTime
public import Pixels

/// A still picture made ready for one camera path: reduced once to what the path's nearest view
/// needs, chroma halved from full size, and then sampled for each frame.
public final class StillShot: Sendable {
  /// The way of the camera.
  public let path: CameraPath
  private let levels: [Picture]
  private let turns: Bool

  /// Prepares `picture` for `path`, whose picture size is this one's shape.
  public init(_ picture: Picture, path: CameraPath) {
    self.path = path
    let nearest = path.projectedScale(of: picture.size, zoom: path.zoomRange.upperBound)
    let size = picture.size.scaled(by: min(1, 1 / nearest))
    turns = path.moves.contains { $0.change.turns }
    var levels = [picture.resized(to: size)]
    if turns {
      let farthest = path.projectedScale(of: size, zoom: path.zoomRange.lowerBound)
      var reduction = Self.levelRatio
      while farthest / reduction > 1 {
        levels.append(picture.resized(to: size.scaled(by: 1 / reduction)))
        reduction *= Self.levelRatio
      }
      levels = levels.map { $0.bordered() }
    }
    self.levels = levels
  }

  /// Whether any of it lets what lies below show through.
  public var hasAlpha: Bool { levels[0].alpha != nil }

  /// Draws the view at `time`, counted from the shot's start, into `rect` of `target`; the
  /// rectangle has the size of the path's frame and its corner on even pixels.
  public func draw(at time: MediaTime, onto target: Picture, in rect: PixelRect) {
    let pose = path.pose(at: time)
    let level = level(for: pose)
    let map = pose.projection(frame: path.frame, picture: level.size)
      .after(.translation(-Double(rect.x), -Double(rect.y)))
    target.draw(level, through: map, in: rect)
  }

  /// Steps between levels: small enough that Catmull-Rom alone does not alias.
  private static let levelRatio = 1.4

  private func level(for pose: CameraPose) -> Picture {
    levels.first { path.projectedScale(of: $0.size, zoom: pose.zoom) <= Self.levelRatio }
      ?? levels[levels.count - 1]
  }
}

extension CameraMotion.Change {
  /// Whether it needs more than scale and shift.
  fileprivate var turns: Bool {
    switch self {
    case .zoom, .travel: false
    case .roll, .orbit: true
    case .tremble(_, let roll, _, _): roll != 0
    }
  }
}

extension CameraPath {
  /// Picture samples to a frame pixel where a picture of `size` covers the frame at `zoom`.
  fileprivate func projectedScale(of size: PixelSize, zoom: Double) -> Double {
    min(
      Double(size.width) / Double(frame.width), Double(size.height) / Double(frame.height))
      / zoom
  }
}

extension PixelSize {
  fileprivate func scaled(by factor: Double) -> PixelSize {
    factor == 1
      ? self
      : PixelSize(
        width: max(2, Int((Double(width) * factor).rounded(.up))),
        height: max(2, Int((Double(height) * factor).rounded(.up))))
  }
}

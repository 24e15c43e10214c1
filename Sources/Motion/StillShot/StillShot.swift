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
    let sizes = path.levelSizes(of: picture.size)
    turns = path.moves.contains { $0.change.turns }
    let kept = turns ? sizes : Array(sizes.prefix(1))
    let levels = kept.map { picture.resized(to: $0) }
    self.levels = turns ? levels.map { $0.bordered() } : levels
  }

  /// Whether any of it lets what lies below show through.
  public var hasAlpha: Bool { levels[0].alpha != nil }

  /// Draws the view at `time`, counted from the shot's start, into `rect` of `target`; the
  /// rectangle has the size of the path's frame and its corner on even pixels.
  public func draw(at time: MediaTime, onto target: Picture, in rect: PixelRect) {
    let pose = path.pose(at: time)
    let level = levels[path.level(for: pose, among: levels.map(\.size))]
    let map = pose.projection(frame: path.frame, picture: level.size)
      .after(.translation(-Double(rect.x), -Double(rect.y)))
    target.draw(level, through: map, in: rect)
  }
}

extension CameraMotion.Change {
  /// Whether it needs more than scale and shift.
  fileprivate var turns: Bool {
    switch self {
    case .zoom, .travel, .slide, .dolly, .rackFocus: false
    case .roll, .orbit: true
    case .tremble(_, let roll, _, _): roll != 0
    }
  }
}

extension CameraPath {
  /// Steps between levels: small enough that Catmull-Rom alone does not alias.
  private static let levelRatio = 1.4

  /// The sizes that a picture of `size` is needed at, the largest first: what the nearest view
  /// needs, and smaller ones for views too far away to sample that without aliasing.
  func levelSizes(of size: PixelSize) -> [PixelSize] {
    let nearest = projectedScale(of: size, zoom: zoomRange.upperBound)
    let largest = size.scaled(by: min(1, 1 / nearest))
    var sizes = [largest]
    let farthest = projectedScale(of: largest, zoom: zoomRange.lowerBound)
    var reduction = Self.levelRatio
    while farthest / reduction > 1 {
      sizes.append(largest.scaled(by: 1 / reduction))
      reduction *= Self.levelRatio
    }
    return sizes
  }

  /// Which of `sizes` to sample for `pose`.
  func level(for pose: CameraPose, among sizes: [PixelSize]) -> Int {
    sizes.firstIndex { projectedScale(of: $0, zoom: pose.zoom) <= Self.levelRatio }
      ?? sizes.count - 1
  }

  /// Picture samples to a frame pixel where a picture of `size` covers the frame at `zoom`.
  private func projectedScale(of size: PixelSize, zoom: Double) -> Double {
    min(
      Double(size.width) / Double(frame.width), Double(size.height) / Double(frame.height))
      / zoom
  }
}

extension PixelSize {
  /// A single pixel becomes four: its chroma, halved, would be as large as its luma.
  fileprivate func scaled(by factor: Double) -> PixelSize {
    factor == 1 && area > 1
      ? self
      : PixelSize(
        width: max(2, Int((Double(width) * factor).rounded(.up))),
        height: max(2, Int((Double(height) * factor).rounded(.up))))
  }
}

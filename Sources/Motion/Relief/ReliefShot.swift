public import MediaTime
public import Pixels

/// A picture in depth made ready for one camera path: nearer places answer the camera more.
///
/// Each layer is drawn through a mesh whose nodes are found by fixed-point search on the layer's
/// relief (Policarpo, Oliveira & Comba 2005), the farthest first.
public final class ReliefShot: Sendable {
  /// The way of the camera.
  public let path: CameraPath
  private let levels: [[ReliefLayer]]

  /// Prepares `picture` for `path`, whose picture size is this one's shape.
  public init(_ picture: LayeredPicture, path: CameraPath) {
    self.path = path
    let aperture = path.moves.map(\.change.aperture).max() ?? 0
    levels = path.levelSizes(of: picture.size).map { size in
      picture.layers.map {
        ReliefLayer($0, size: size, aperture: aperture, seconds: path.duration.seconds)
      }
    }
  }

  /// Whether every frame shows the same.
  public var isStatic: Bool { path.isStatic && !levels[0].contains(where: \.moves) }

  /// Draws the view at `time`, counted from the shot's start, into `rect` of the 4:2:0 `target`;
  /// the rectangle has the size of the path's frame and its corner on even pixels.
  public func draw(at time: MediaTime, onto target: Picture, in rect: PixelRect) {
    let pose = path.pose(at: time)
    let layers = levels[path.level(for: pose, among: levels.map { $0[0].size })]
    let search = ReliefSearch(
      pose, parallax: path.parallax, frame: path.frame, picture: layers[0].size)
    var hidden = HiddenBlocks(rect)
    let sheets = layers.reversed().map {
      $0.sheet(by: search, at: time.seconds, in: rect, &hidden)
    }
    for (layer, sheet) in zip(layers, sheets.reversed()) {
      guard let sheet else { continue }
      let source = layer.source(pose.focus)
      guard let second = sheet.second else {
        target.draw(source, through: sheet.mesh, blocks: sheet.blocks)
        continue
      }
      let later = Picture(size: target.size)
      later.copy(target, in: sheet.mesh.rect)
      target.draw(source, through: sheet.mesh, blocks: sheet.blocks)
      later.draw(source, through: second, blocks: sheet.streaming)
      target.mix(later, blocks: sheet.streaming, of: second, weight: sheet.weight)
    }
    target.alpha?.fill(rect, with: 255)
  }

  /// How near each place of the frame is at `time`, for what passes behind and before it; every
  /// `cell` pixels.
  public func disparity(at time: MediaTime, cell: Int) -> Field {
    let pose = path.pose(at: time)
    let frame = path.frame
    let size = PixelSize(
      width: max(1, frame.width / cell), height: max(1, frame.height / cell))
    let layers = levels[levels.count - 1]
    let search = ReliefSearch(
      pose, parallax: path.parallax, frame: frame, picture: layers[0].size)
    return Field(size: size) { x, y in
      let place = (
        (Double(x) + 0.5) * Double(frame.width) / Double(size.width),
        (Double(y) + 0.5) * Double(frame.height) / Double(size.height)
      )
      for layer in layers.reversed() {
        let source = search.place(place.0, place.1, on: layer.disparity)
        if layer.covers(source) { return search.disparity(source, of: layer.sharpDisparity) }
      }
      return 0
    }
  }
}

extension CameraMotion.Change {
  fileprivate var aperture: Double {
    if case .rackFocus(_, _, let aperture) = self { aperture } else { 0 }
  }
}

internal import Foundation
public import MediaTime
public import Pixels

/// A picture whose subject melts, explodes or floats before what lies behind it, for one camera
/// path.
public final class EffectShot: Sendable {
  /// The way of the camera.
  public let path: CameraPath
  private let effect: SubjectEffect
  private let background: ReliefShot
  private let subject: ReliefLayer
  private let bounds: PixelRect
  private let fragments: [Fragment]

  /// Pieces across the longer side of a subject.
  private static let pieces = 26

  /// Prepares `picture`, 4:2:0, for `path`; what is named in `moving` moves by itself behind the
  /// subject. Where no subject stands out the whole picture is the subject, before black.
  public init(
    _ picture: Picture, _ analysis: PictureAnalysis, effect: SubjectEffect, path: CameraPath,
    moving: [MovingRegion] = []
  ) {
    self.path = path
    self.effect = effect
    let whole = picture.resized(to: path.levelSizes(of: picture.size)[0])
    let parts = Background(of: whole, subjectOf: analysis)
    background = ReliefShot(
      LayeredPicture([
        LayeredPicture.Layer(
          parts.picture, sharpDisparity: analysis.disparity.behind(analysis.subject))
      ]).moving(moving), path: path)
    let flat = Field(size: PixelSize(width: 1, height: 1), repeating: 0.5)
    subject = ReliefLayer(
      LayeredPicture.Layer(parts.foreground, disparity: flat), size: whole.size, aperture: 0,
      seconds: 1)
    bounds = subject.bounds
    fragments =
      effect.breaks ? Self.fragments(of: parts.foreground, in: bounds, effect) : []
  }

  private static func fragments(
    of subject: Picture, in bounds: PixelRect, _ effect: SubjectEffect
  ) -> [Fragment] {
    let isFine = effect.kind == .dissolve || effect.kind == .tear
    let across = isFine ? 2 * pieces : pieces
    let side = max(8, max(bounds.width, bounds.height) / across / 2 * 2)
    var fragments: [Fragment] = []
    for y in stride(from: bounds.y / 2 * 2, to: bounds.maxY, by: side) {
      for x in stride(from: bounds.x / 2 * 2, to: bounds.maxX, by: side) {
        let cell = PixelRect(x: x, y: y, width: side, height: side)
          .intersection(PixelRect(subject.size))
        guard !cell.isEmpty, subject.alpha?.holds(cell) ?? true else { continue }
        fragments.append(Fragment(subject, cell: cell, of: bounds, seed: effect.seed))
      }
    }
    return fragments
  }

  /// Draws the view at `time`, counted from the shot's start, into `rect` of the 4:2:0 `target`;
  /// the rectangle has the size of the path's frame and its corner on even pixels.
  public func draw(at time: MediaTime, onto target: Picture, in rect: PixelRect) {
    let pose = path.pose(at: time)
    let progress = effect.progress((time / path.duration).seconds)
    let search = ReliefSearch(pose, parallax: 0, frame: path.frame, picture: subject.size)
    background.draw(at: time, onto: target, in: rect)
    if effect.breaks, progress > 0 {
      for fragment in fragments { draw(fragment, progress, search, onto: target, in: rect) }
      return
    }
    let shape = Deformation(
      effect: effect, bounds: bounds, progress: progress, seconds: time.seconds)
    let mesh = Mesh(rect: rect) { x, y in
      let place = search.map.apply(x - Double(rect.x), y - Double(rect.y))
      return shape.source(place.x, place.y)
    }
    target.draw(subject.source, through: mesh, blocks: subject.blocks(read: mesh))
  }

  /// How far what is seen travels over the screen between two moments, in pixels of a frame whose
  /// shorter side has 1080: pieces that fly may go farther than the camera.
  public func travel(from start: MediaTime, to end: MediaTime) -> Double {
    let camera = path.travel(from: start, to: end)
    guard effect.breaks, start != end else { return camera }
    let size = PixelSize(width: bounds.width, height: bounds.height)
    func place(_ fragment: Fragment, _ time: MediaTime) -> Fragment.Pose? {
      let progress = effect.progress((time / path.duration).seconds)
      return fragment.pose(effect, progress: progress, size: size)
    }
    let ways = stride(from: 0, to: fragments.count, by: max(1, fragments.count / 64)).compactMap {
      let (first, last) = (place(fragments[$0], start), place(fragments[$0], end))
      guard let first, let last else { return Double?.none }
      return hypot(last.dx - first.dx, last.dy - first.dy)
    }.sorted()
    guard !ways.isEmpty else { return camera }
    let scale =
      path.projection(at: start).m00 * Double(subject.size.width)
      / Double(path.picture.width)
    let shorter = Double(min(path.frame.width, path.frame.height))
    return max(camera, ways[ways.count * 3 / 4] / scale * 1080 / shorter)
  }

  private func draw(
    _ fragment: Fragment, _ progress: Double, _ search: ReliefSearch, onto target: Picture,
    in rect: PixelRect
  ) {
    let size = PixelSize(width: bounds.width, height: bounds.height)
    guard let pose = fragment.pose(effect, progress: progress, size: size), pose.scale > 0.02,
      let camera = search.map.inverse
    else { return }
    let piece = fragment.source.picture.size
    let (halfWidth, halfHeight) = (Double(piece.width) / 2, Double(piece.height) / 2)
    let center = (
      x: Double(fragment.x) + halfWidth + pose.dx, y: Double(fragment.y) + halfHeight + pose.dy
    )
    let (s, c) = (sin(pose.turn) / pose.scale, cos(pose.turn) / pose.scale)
    let back = Projection(
      (c, s, halfWidth - c * center.x - s * center.y),
      (-s, c, halfHeight + s * center.x - c * center.y))
    guard let forth = back.inverse else { return }
    let view = camera.after(forth)
    let corners = [(0.0, 0.0), (1, 0), (0, 1), (1, 1)].map {
      view.apply($0.0 * Double(piece.width), $0.1 * Double(piece.height))
    }
    let left = Int(corners.map(\.x).min()!.rounded(.down)) & ~1
    let top = Int(corners.map(\.y).min()!.rounded(.down)) & ~1
    let box = PixelRect(
      x: rect.x + left, y: rect.y + top, width: Int(corners.map(\.x).max()!.rounded(.up)) - left,
      height: Int(corners.map(\.y).max()!.rounded(.up)) - top
    ).intersection(rect)
    guard !box.isEmpty else { return }
    let map = back.after(search.map)
    let mesh = Mesh(rect: box) { map.apply($0 - Double(rect.x), $1 - Double(rect.y)) }
    target.draw(
      fragment.source, through: mesh,
      blocks: [MeshBlock](repeating: .blend, count: mesh.blocksAcross * (mesh.rows - 1)))
  }
}

extension Plane {
  fileprivate func holds(_ cell: PixelRect) -> Bool {
    (cell.y..<cell.maxY).contains { y in
      let row = row(y)
      return (cell.x..<cell.maxX).contains { row[$0] > 8 }
    }
  }
}

extension Background {
  /// Outlines less sure than this aren't worth cutting along, even where someone asks for it.
  private static let leastSure = 0.2

  /// The subject of `whole` before what lies behind it.
  fileprivate init(of whole: Picture, subjectOf analysis: PictureAnalysis) {
    if analysis.subjectConfidence >= Self.leastSure {
      self.init(of: whole, behind: analysis.subject.refined(by: whole.luma))
    } else {
      let solid = Picture(
        luma: whole.luma, cb: whole.cb, cr: whole.cr,
        alpha: Plane(size: whole.size, filledWith: 255))
      self.init(picture: Picture(size: whole.size, filledWith: .black), foreground: solid)
    }
  }
}

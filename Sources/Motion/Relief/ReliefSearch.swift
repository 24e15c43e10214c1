internal import Pixels

/// Where places of a frame read in a relief, for one pose.
struct ReliefSearch {
  private let pose: CameraPose
  private let parallax: Double
  private let frame: PixelSize
  private let picture: PixelSize
  /// The flat map from the frame to the picture.
  let map: Projection
  private static let steps = 6

  init(_ pose: CameraPose, parallax: Double, frame: PixelSize, picture: PixelSize) {
    self.pose = pose
    self.parallax = parallax
    self.frame = frame
    self.picture = picture
    map = pose.projection(frame: frame, picture: picture)
  }

  /// The place in the picture, in luma pixels, that shows at (x, y) of the frame.
  func place(_ x: Double, _ y: Double, on disparity: Field) -> (x: Double, y: Double) {
    let base = map.apply(x, y)
    var drift = pose.drift(x, y, frame: frame, picture: picture)
    drift.x *= parallax
    drift.y *= parallax
    guard drift.x != 0 || drift.y != 0 else { return base }
    var place = base
    for _ in 0..<Self.steps {
      let offset = Double(self.disparity(place, of: disparity)) - 0.5
      place = (base.x + offset * drift.x, base.y + offset * drift.y)
    }
    return place
  }

  /// How near a place of the picture is.
  func disparity(_ place: (x: Double, y: Double), of field: Field) -> Float {
    field.value(
      atX: place.x / Double(picture.width), y: place.y / Double(picture.height))
  }

  /// The part of the frame that may show `bounds` of the picture, with even corners.
  func coverage(of bounds: PixelRect) -> PixelRect {
    let whole = PixelRect(frame)
    guard bounds != PixelRect(picture), let inverse = map.inverse else { return whole }
    let reach = CameraPath.largestDrift * Double(frame.width) * 2 + 4
    let corners = [
      (bounds.x, bounds.y), (bounds.maxX, bounds.y), (bounds.x, bounds.maxY),
      (bounds.maxX, bounds.maxY),
    ].map { inverse.apply(Double($0.0), Double($0.1)) }
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    guard (xs + ys).allSatisfy(\.isFinite) else { return whole }
    func even(_ value: Double, limit: Int) -> Int {
      Int(max(0, min(Double(limit), value)) / 2) * 2
    }
    let left = even(xs.min()! - reach, limit: frame.width)
    let top = even(ys.min()! - reach, limit: frame.height)
    let right = min(frame.width, Int(max(0, min(1e6, xs.max()! + reach))))
    let bottom = min(frame.height, Int(max(0, min(1e6, ys.max()! + reach))))
    return PixelRect(x: left, y: top, width: right - left, height: bottom - top)
  }
}

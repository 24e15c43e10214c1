internal import Foundation
public import MediaTime
internal import Pixels

extension CameraPath {
  /// How far what is seen travels over the screen between two moments, in pixels of a frame whose
  /// shorter side has 1080: the mean over the frame, with what depth adds to it.
  public func travel(from start: MediaTime, to end: MediaTime) -> Double {
    guard !isStatic, start != end else { return 0 }
    let (first, last) = (pose(at: start), pose(at: end))
    guard let back = last.projection(frame: frame, picture: picture).inverse else { return 0 }
    let way = back.after(first.projection(frame: frame, picture: picture))
    let (width, height) = (Double(frame.width), Double(frame.height))
    let scale = min(Double(picture.width) / width, Double(picture.height) / height) / last.zoom
    var sum = 0.0
    for v in Self.places {
      for u in Self.places {
        let (x, y) = (u * width, v * height)
        let place = way.apply(x, y)
        let before = first.drift(x, y, frame: frame, picture: picture)
        let after = last.drift(x, y, frame: frame, picture: picture)
        sum += hypot(place.x - x, place.y - y)
        sum += hypot(after.x - before.x, after.y - before.y) * parallax / 2 / scale
      }
    }
    return sum / Double(Self.places.count * Self.places.count) * 1080 / min(width, height)
  }

  /// Where travel is looked at, as shares of the frame.
  private static let places = [1.0 / 6, 0.5, 5.0 / 6]
}

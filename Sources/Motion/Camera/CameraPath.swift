internal import Foundation
public import MediaTime
public import Pixels

/// A camera's way over a flat picture, in floating point, that never looks past its edges.
///
/// Where the moves would leave the picture, the whole path is drawn nearer by the least zoom
/// that keeps it inside; what moves relative to what stays as asked.
public struct CameraPath: Sendable {
  /// The moves, acting together.
  public let moves: [CameraMotion]
  /// How long the shot lasts.
  public let duration: MediaTime
  /// Size of the frame it fills.
  public let frame: PixelSize
  /// Size of the picture it looks at.
  public let picture: PixelSize
  /// The zoom that keeps the whole path inside the picture, at least 1.
  public let margin: Double

  /// Nearer than this no path is drawn: what needs more shows the picture's edge.
  static let largestMargin = 4.0

  /// A path of `moves` over a shot of `duration`.
  public init(
    moves: [CameraMotion], duration: MediaTime, frame: PixelSize, picture: PixelSize
  ) {
    precondition(duration > .zero, "a shot lasts some time")
    self.moves = moves
    self.duration = duration
    self.frame = frame
    self.picture = picture
    margin = Self.margin(moves, seconds: duration.seconds, frame: frame, picture: picture)
  }

  /// Whether every frame shows the same.
  public var isStatic: Bool { moves.isEmpty }

  /// The camera at `time`, counted from the shot's start.
  public func pose(at time: MediaTime) -> CameraPose {
    let share = (time / duration).seconds
    var pose = Self.pose(moves, share: share, seconds: duration.seconds)
    pose.zoom *= margin
    return pose
  }

  /// The map from the frame to the picture at `time`, both in luma pixels.
  public func projection(at time: MediaTime) -> Projection {
    pose(at: time).projection(frame: frame, picture: picture)
  }

  /// The largest and smallest zoom on the way.
  public var zoomRange: ClosedRange<Double> {
    let zooms = Self.samples.map { share in
      Self.pose(moves, share: share, seconds: duration.seconds).zoom * margin
    }
    return (zooms.min() ?? 1)...(zooms.max() ?? 1)
  }

  private static let samples = (0...240).map { Double($0) / 240 }

  private static func pose(
    _ moves: [CameraMotion], share: Double, seconds: Double
  ) -> CameraPose {
    var pose = CameraPose()
    for move in moves { move.apply(to: &pose, share: share, seconds: seconds) }
    return pose
  }

  private static func margin(
    _ moves: [CameraMotion], seconds: Double, frame: PixelSize, picture: PixelSize
  ) -> Double {
    let poses = samples.map { pose(moves, share: $0, seconds: seconds) }
    func isInside(_ margin: Double) -> Bool {
      poses.allSatisfy { pose in
        var near = pose
        near.zoom *= margin
        return near.projection(frame: frame, picture: picture)
          .keeps(frame, inside: picture)
      }
    }
    guard !isInside(1) else { return 1 }
    var (outside, inside) = (1.0, largestMargin)
    for _ in 0..<24 {
      let middle = (outside + inside) / 2
      if isInside(middle) { inside = middle } else { outside = middle }
    }
    return inside
  }
}

extension CameraMotion {
  /// Adds this move's part to `pose` when `share` of the shot has passed.
  func apply(to pose: inout CameraPose, share: Double, seconds: Double) {
    let length = span.upperBound - span.lowerBound
    let done = ease.progress((share - span.lowerBound) / length)
    switch change {
    case .zoom(let from, let to, let point):
      let zoom = interpolateZoom(from, to, done)
      pose.zoom *= zoom
      pose.x += (point.x - 0.5) * (zoom - 1)
      pose.y += (point.y - 0.5) * (zoom - 1)
    case .travel(let x, let y):
      pose.x += x * (done - 0.5)
      pose.y += y * (done - 0.5)
    case .roll(let from, let to):
      pose.roll += from + (to - from) * done
    case .orbit(let yaw, let pitch):
      pose.yaw += yaw * (done - 0.5)
      pose.pitch += pitch * (done - 0.5)
    case .tremble(let amplitude, let roll, let frequency, let seed):
      tremble(&pose, amplitude, roll, frequency, seed, at: share * seconds)
    }
  }

  private func tremble(
    _ pose: inout CameraPose, _ amplitude: Double, _ roll: Double, _ frequency: Double,
    _ seed: UInt64, at second: Double
  ) {
    func noise(_ channel: UInt64) -> Double {
      let low = Noise(seed: seed &+ channel).value(at: second * frequency)
      let high = Noise(seed: seed &+ channel &+ 16).value(at: second * frequency * 2.3)
      return (low + 0.35 * high) / 1.35
    }
    pose.x += amplitude * noise(1)
    pose.y += amplitude * noise(2)
    pose.roll += roll * noise(3)
  }
}

/// Even to the eye: each moment multiplies the scale by the same factor.
private func interpolateZoom(_ from: Double, _ to: Double, _ done: Double) -> Double {
  from * exp(log(to / from) * done)
}

extension Projection {
  /// Whether the whole frame lands inside the picture, to a hundred-thousandth of a pixel.
  fileprivate func keeps(_ frame: PixelSize, inside picture: PixelSize) -> Bool {
    let (width, height) = (Double(frame.width), Double(frame.height))
    let slack = 1e-5
    return [(0, 0), (width, 0), (0, height), (width, height)].allSatisfy { corner in
      let place = apply(corner.0, corner.1)
      return place.x >= -slack && place.x <= Double(picture.width) + slack
        && place.y >= -slack && place.y <= Double(picture.height) + slack
    }
  }
}

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
  /// How much more than the middle the nearest places move, and how much less the farthest: 0 is a
  /// flat picture, 1 a usual depth.
  public let parallax: Double
  /// What of the picture the frame is centred on before the camera moves.
  public let aim: UnitPoint
  /// The zoom that keeps the whole path inside the picture, at least 1.
  public let margin: Double

  /// Nearer than this no path is drawn: what needs more shows the picture's edge.
  static let largestMargin = 4.0
  /// Shares of the picture's width by which near and far part from the middle at most.
  static let largestDrift = 0.03

  /// A path of `moves` over a shot of `duration`; `parallax` 0 for a flat picture. Where the
  /// picture is of another shape than the frame, the frame is laid over `aim`.
  public init(
    moves: [CameraMotion], duration: MediaTime, frame: PixelSize, picture: PixelSize,
    parallax: Double = 0, aim: UnitPoint = .center
  ) {
    precondition(duration > .zero, "a shot lasts some time")
    self.moves = moves
    self.duration = duration
    self.frame = frame
    self.picture = picture
    self.aim = aim
    let poses = Self.samples.map {
      Self.pose(moves, aim, share: $0, seconds: duration.seconds)
    }
    let strength = Self.bounded(parallax, poses, frame: frame, picture: picture)
    self.parallax = strength
    margin = Self.margin(poses, parallax: strength, frame: frame, picture: picture)
  }

  /// Whether a good part of the picture lies outside the frame: more than a twentieth.
  public var isCropped: Bool {
    let ratio =
      Double(frame.width) * Double(picture.height)
      / (Double(frame.height) * Double(picture.width))
    return max(ratio, 1 / ratio) > 1.05
  }

  /// Whether every frame shows the same.
  public var isStatic: Bool { moves.isEmpty }

  /// The same way with the frame laid over `subject`, a place of the picture, and the moves that
  /// are aimed at the subject going there.
  public func aimed(at subject: UnitPoint) -> CameraPath {
    let (width, height) = (Double(frame.width), Double(frame.height))
    let cover = min(Double(picture.width) / width, Double(picture.height) / height)
    let center = subject.center(of: cover, frame: frame, picture: picture)
    let place = UnitPoint(
      x: 0.5 + (subject.x * Double(picture.width) - center.x) / (width * cover),
      y: 0.5 + (subject.y * Double(picture.height) - center.y) / (height * cover))
    return CameraPath(
      moves: moves.map { $0.aimed(at: place) }, duration: duration, frame: frame,
      picture: picture, parallax: parallax, aim: subject)
  }

  /// The camera at `time`, counted from the shot's start.
  public func pose(at time: MediaTime) -> CameraPose {
    let share = (time / duration).seconds
    var pose = Self.pose(moves, aim, share: share, seconds: duration.seconds)
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
      Self.pose(moves, aim, share: share, seconds: duration.seconds).zoom * margin
    }
    return (zooms.min() ?? 1)...(zooms.max() ?? 1)
  }

  private static let samples = (0...240).map { Double($0) / 240 }

  private static func pose(
    _ moves: [CameraMotion], _ aim: UnitPoint, share: Double, seconds: Double
  ) -> CameraPose {
    var pose = CameraPose()
    pose.aim = aim
    for move in moves { move.apply(to: &pose, share: share, seconds: seconds) }
    return pose
  }

  /// Kept so small that no place of disparity 0 or 1 leaves its plane by more than
  /// `largestDrift`, so that reliefs bend and don't tear.
  private static func bounded(
    _ parallax: Double, _ poses: [CameraPose], frame: PixelSize, picture: PixelSize
  ) -> Double {
    guard parallax > 0 else { return 0 }
    let largest =
      poses.map { pose in
        frame.corners.map { corner in
          let drift = pose.drift(corner.x, corner.y, frame: frame, picture: picture)
          return (drift.x * drift.x + drift.y * drift.y).squareRoot() / 2
        }.max() ?? 0
      }.max() ?? 0
    let limit = largestDrift * Double(picture.width)
    return largest * parallax > limit ? limit / largest : parallax
  }

  private static func margin(
    _ poses: [CameraPose], parallax: Double, frame: PixelSize, picture: PixelSize
  ) -> Double {
    func isInside(_ margin: Double) -> Bool {
      poses.allSatisfy { pose in
        var near = pose
        near.zoom *= margin
        return near.keeps(frame, inside: picture, parallax: parallax)
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
  /// The same move towards `place` of the frame, where it is aimed at the subject.
  fileprivate func aimed(at place: UnitPoint) -> CameraMotion {
    guard isAimedAtSubject, case .zoom(let from, let to, _) = change else { return self }
    var move = self
    move.change = .zoom(from: from, to: to, about: place)
    return move
  }

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
      pose.advance.ahead += log(zoom)
      pose.advance.x += (point.x - 0.5) * log(zoom)
      pose.advance.y += (point.y - 0.5) * log(zoom)
    case .travel(let x, let y):
      pose.x += x * (done - 0.5)
      pose.y += y * (done - 0.5)
      pose.advance.x += x * (done - 0.5)
      pose.advance.y += y * (done - 0.5)
    case .roll(let from, let to):
      pose.roll += from + (to - from) * done
    case .orbit(let yaw, let pitch):
      pose.yaw += yaw * (done - 0.5)
      pose.pitch += pitch * (done - 0.5)
      pose.advance.x += tan(yaw * (done - 0.5) * .pi / 180) * Self.orbitAdvance
      pose.advance.y -= tan(pitch * (done - 0.5) * .pi / 180) * Self.orbitAdvance
    case .slide(let x, let y):
      pose.advance.x += x * (done - 0.5)
      pose.advance.y += y * (done - 0.5)
    case .dolly(let scale):
      pose.advance.ahead += log(scale) * (done - 0.5)
    case .rackFocus(let from, let to, let aperture):
      pose.focus = CameraPose.Focus(disparity: from + (to - from) * done, aperture: aperture)
    case .tremble(let amplitude, let roll, let frequency, let seed):
      tremble(&pose, amplitude, roll, frequency, seed, at: share * seconds)
    }
  }

  /// How far to the side, in frame widths, circling by 45° takes the camera as parallax has it:
  /// a subject about as far away as it is wide.
  private static let orbitAdvance = 0.5

  private func tremble(
    _ pose: inout CameraPose, _ amplitude: Double, _ roll: Double, _ frequency: Double,
    _ seed: UInt64, at second: Double
  ) {
    func noise(_ channel: UInt64) -> Double {
      let low = ValueNoise(seed: seed &+ channel).value(at: second * frequency)
      let high = ValueNoise(seed: seed &+ channel &+ 16).value(at: second * frequency * 2.3)
      return (low + 0.35 * high) / 1.35
    }
    let (x, y) = (amplitude * noise(1), amplitude * noise(2))
    pose.x += x
    pose.y += y
    pose.advance.x += x
    pose.advance.y += y
    pose.roll += roll * noise(3)
  }
}

/// Even to the eye: each moment multiplies the scale by the same factor.
private func interpolateZoom(_ from: Double, _ to: Double, _ done: Double) -> Double {
  from * exp(log(to / from) * done)
}

extension CameraPose {
  /// Whether the whole frame lands inside the picture, to a hundred-thousandth of a pixel,
  /// whatever the depth of its edge.
  fileprivate func keeps(
    _ frame: PixelSize, inside picture: PixelSize, parallax: Double
  ) -> Bool {
    let slack = 1e-5
    let map = projection(frame: frame, picture: picture)
    return frame.corners.allSatisfy { corner in
      let place = map.apply(corner.x, corner.y)
      let drift = drift(corner.x, corner.y, frame: frame, picture: picture)
      let across = drift.x.magnitude * parallax / 2 - slack
      let down = drift.y.magnitude * parallax / 2 - slack
      return place.x >= across && place.x <= Double(picture.width) - across
        && place.y >= down && place.y <= Double(picture.height) - down
    }
  }
}

extension PixelSize {
  fileprivate var corners: [(x: Double, y: Double)] {
    let (width, height) = (Double(width), Double(height))
    return [(0, 0), (width, 0), (0, height), (width, height)]
  }
}

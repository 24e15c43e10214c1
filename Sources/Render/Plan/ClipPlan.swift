internal import Libav
internal import MediaTime
internal import Motion
internal import Pixels
internal import Scenes
internal import Timeline
internal import Type

/// A segment of a video track, ready to be drawn: which frames, from where, how.
struct ClipPlan: Sendable {
  let id: String
  var path: String
  let kind: Kind
  /// Frames of the film on which it shows.
  var frames: Range<Int>
  var clock: SourceClock
  /// Where on the canvas it lies; whole canvas but for `fit` and `crop`.
  let rect: PixelRect
  let fit: Fit
  let camera: CameraPath
  /// How long each of its frames sees.
  let shutter: Shutter
  /// Whether the camera is quick enough anywhere for footage to blur.
  let isQuick: Bool
  /// What must be known of the picture before it can be drawn.
  let study: Study
  let treatment: ClipTreatment
  /// What a still is drawn from where it isn't read.
  let scene: SceneFile?
  /// Pictures that say how near a still's places are and what its subject is.
  var depthMap, mask: String?
  let hasAlpha: Bool
  /// How much it hides of what lies beneath, 0…1, besides its fades.
  var opacity = 1.0
  /// How it gives way to the next clip of its track.
  var exit: ExitPlan?
  /// Frames at its start on which it comes up from what lies beneath; empty for none.
  var fadeIn: Range<Int>
  /// Frames at its end on which it goes, likewise.
  var fadeOut: Range<Int>

  enum Kind: Sendable, Equatable { case still, footage }

  /// What must be known of a still.
  enum Study: Sendable, Equatable {
    /// Nothing: it fills its frame as it is.
    case none
    /// Where its subject is, to aim at.
    case subject
    /// How near its places are, too, and what of it can move.
    case depth
  }

  struct ExitPlan: Sendable {
    let kind: Transition.Kind
    /// Frames on which both clips show.
    let frames: Range<Int>
  }

  /// How much of it shows on a frame, 0…256.
  func opacity(onFrame index: Int) -> Int {
    var share = opacity
    if fadeIn.contains(index) {
      share *= (Double(index - fadeIn.lowerBound) + 0.5) / Double(fadeIn.count)
    }
    if fadeOut.contains(index) {
      share *= (Double(fadeOut.upperBound - index) - 0.5) / Double(fadeOut.count)
    }
    return Int((share * 256).rounded())
  }

  /// Where on a canvas anything of it can be seen, and the samples around that look at it.
  func extent(on canvas: PixelSize) -> PixelRect {
    guard fit != .blurPad || hasAlpha else { return PixelRect(canvas) }
    let (x, y) = (max(rect.x - 2, 0), max(rect.y - 2, 0))
    return PixelRect(
      x: x, y: y, width: min(rect.maxX + 2, canvas.width) - x,
      height: min(rect.maxY + 2, canvas.height) - y)
  }

  /// Whether it hides everything beneath it, but for its opacity.
  func isOpaque(on canvas: PixelSize) -> Bool {
    !hasAlpha && (rect == PixelRect(canvas) || fit == .blurPad)
  }
}

extension PixelSize {
  /// Where a picture of `content` size lies on a canvas of this size.
  func placement(of content: PixelSize, fit: Fit) -> PixelRect {
    switch fit {
    case .fill: return PixelRect(self)
    case .fit, .blurPad:
      let scale = min(
        Double(width) / Double(content.width), Double(height) / Double(content.height))
      return centered(
        Double(content.width) * scale, Double(content.height) * scale)
    case .crop:
      return centered(
        Double(min(content.width, width)), Double(min(content.height, height)))
    }
  }

  /// Where a picture of `content` size lies that is laid over a film of this size: in its field of
  /// what apps leave free, on even pixels.
  func placement(of content: PixelSize, laid inset: Inset) -> PixelRect {
    let longest = inset.size * Double(min(width, height))
    let scale = longest / Double(max(content.width, content.height))
    func even(_ length: Double) -> Int { max(2, Int((length / 2).rounded()) * 2) }
    let size = PixelSize(
      width: min(even(Double(content.width) * scale), width / 2 * 2),
      height: min(even(Double(content.height) * scale), height / 2 * 2))
    let safe = SafeArea(for: self).rect(on: self)
    func start(_ side: Int, from low: Int, length: Int, in whole: Int, _ share: Double) -> Int {
      let place = Double(low) + Double(length - side) * share
      return max(0, min(Int(place / 2) * 2, (whole - side) / 2 * 2))
    }
    let (across, down) = inset.place.shares
    return PixelRect(
      x: start(size.width, from: safe.x, length: safe.width, in: width, across),
      y: start(size.height, from: safe.y, length: safe.height, in: height, down),
      width: size.width, height: size.height)
  }

  /// A centred rectangle on even pixels; a size within a pixel of the canvas's is the canvas's.
  private func centered(_ across: Double, _ down: Double) -> PixelRect {
    func even(_ length: Double, _ whole: Int) -> Int {
      Double(whole) - length < 2 ? whole : max(2, Int((length / 2).rounded()) * 2)
    }
    let (w, h) = (even(across, width), even(down, height))
    return PixelRect(x: (width - w) / 4 * 2, y: (height - h) / 4 * 2, width: w, height: h)
  }
}

extension Inset.Place {
  /// 0, ½ or 1 from the left, and from the top.
  fileprivate var shares: (across: Double, down: Double) {
    let index = Self.allCases.firstIndex(of: self) ?? 0
    return (Double(index % 3) / 2, Double(index / 3) / 2)
  }
}

public import Pixels

/// Measures how the picture as a whole moves over the frames of a shot, to about a hundredth of
/// a pixel.
///
/// Each frame is aligned with an anchor, at first the shot's first frame, so that slow moves
/// don't add up errors; where too little of the anchor is left in view, the frame before becomes
/// the next one. Alignment starts at what the motion so far lets expect, and falls back on a
/// pyramid from coarse to fine. Confined to one thread.
public final class MotionTracker {
  private var anchor: LumaPyramid?
  /// From the shot's first frame to the anchor.
  private var anchored = Similarity.identity
  private var previous: LumaPyramid?
  /// From the anchor to the frame before.
  private var latest = Alignment(startingAt: .identity)
  /// From the anchor to the frame before that one.
  private var earlier = Similarity.identity
  private var sinceAnchor = 0
  /// Whether the last frame was no longer found in the anchor and was in the one before it.
  private(set) var hasJumped = false
  /// How the frame before that correlated with its anchor, −1…1.
  private(set) var correlationBeforeJump = 1.0

  /// A tracker that has seen nothing.
  public init() {}

  /// How the picture moved from `first` to `second`, which have one size; nil where the pictures
  /// don't tell, being flat, striped or of different things.
  ///
  /// `start` is a first guess. Motions of up to about a twentieth of the width are found without
  /// one.
  public static func measure(
    from first: Plane, to second: Plane, startingAt start: Similarity = .identity
  ) -> MotionEstimate? {
    precondition(first.size == second.size, "frames of one film have one size")
    let guess = Alignment(startingAt: start)
    guard let found = search(LumaPyramid(first), LumaPyramid(second), startingAt: [guess])
    else { return nil }
    return MotionEstimate(motion: found.motion, confidence: found.confidence)
  }

  /// How the picture has moved since the first frame followed; nil where this frame doesn't
  /// tell. The first frame hasn't moved.
  public func follow(_ plane: Plane) -> MotionEstimate? { follow(LumaPyramid(plane)) }

  /// Below this a motion is unknown.
  static let leastConfidence = 0.35
  /// What isn't expected takes more to be believed.
  private static let surprisingConfidence = 0.6

  func follow(_ frame: LumaPyramid) -> MotionEstimate? {
    guard let anchor else {
      guard frame.isTextured else { return nil }
      self.anchor = frame
      previous = frame
      return MotionEstimate(motion: .identity, confidence: 1)
    }
    precondition(anchor.size == frame.size, "frames of one film have one size")
    sinceAnchor += 1
    hasJumped = false
    var found = Self.expected(anchor, frame, latest: latest, earlier: earlier)
    if found == nil, let previous, previous !== anchor {
      let step = latest.motion.after(earlier.inverse)
      let next = Self.align(
        previous, frame, from: Alignment(startingAt: step), isCoarse: true)
      if let next, next.confidence > Self.surprisingConfidence {
        correlationBeforeJump = latest.correlation
        hasJumped = true
        moveAnchor(to: previous)
        found = next
      }
    }
    guard let found, found.confidence >= Self.leastConfidence else { return nil }
    earlier = latest.motion
    latest = found
    correlation = found.correlation
    let estimate = MotionEstimate(
      motion: found.motion.after(anchored), confidence: found.confidence)
    previous = frame
    if needsAnchor(found) { moveAnchor(to: frame) }
    return estimate
  }

  /// Correlation of the last frame that told its motion with its anchor, −1…1.
  private(set) var correlation = 1.0

  /// Whether the frames to come are compared with this one.
  func isAnchored(on frame: LumaPyramid) -> Bool { anchor === frame }

  private func moveAnchor(to frame: LumaPyramid) {
    let step = latest.motion.after(earlier.inverse)
    anchored = latest.motion.after(anchored)
    anchor = frame
    latest = Alignment(startingAt: .identity)
    earlier = step.inverse
    sinceAnchor = 0
  }

  private func needsAnchor(_ found: Alignment) -> Bool {
    if found.overlap < 0.6 || found.motion.scale > 1.5 || found.motion.scale < 1 / 1.5 {
      return true
    }
    // A picture on its way to become another one is no anchor.
    guard found.correlation > 0.8 else { return false }
    return found.motion.rotation.magnitude > 20 || found.gain > 1.6 || sinceAnchor >= 90
  }

  private static func expected(
    _ anchor: LumaPyramid, _ frame: LumaPyramid, latest: Alignment, earlier: Similarity
  ) -> Alignment? {
    let step = latest.motion.after(earlier.inverse)
    var start = latest
    start.motion = step.after(latest.motion)
    let found = search(
      anchor, frame, startingAt: [start, Alignment(startingAt: latest.motion)])
    guard let found else { return nil }
    let surprise = found.motion.after(start.motion.inverse).reach(radius: anchor.radius)
    let isLikely = surprise < 0.02 * anchor.radius
    let isPossible = surprise < 0.12 * anchor.radius && found.confidence > surprisingConfidence
    return isLikely || isPossible ? found : nil
  }

  /// The best alignment that starts at one of `starts`: the first at full resolution alone, if
  /// that is convincing.
  private static func search(
    _ anchor: LumaPyramid, _ frame: LumaPyramid, startingAt starts: [Alignment]
  ) -> Alignment? {
    let quick = align(anchor, frame, from: starts[0], isCoarse: false)
    if let quick, quick.hasSettled, quick.correlation > 0.8, quick.agreement > 0.6 {
      return quick
    }
    let attempts = starts.map { align(anchor, frame, from: $0, isCoarse: true) } + [quick]
    return attempts.compactMap { $0 }.max { $0.confidence < $1.confidence }
      .flatMap { $0.confidence >= leastConfidence ? $0 : nil }
  }

  private static func align(
    _ anchor: LumaPyramid, _ frame: LumaPyramid, from start: Alignment, isCoarse: Bool
  ) -> Alignment? {
    var alignment = start
    for index in (0..<(isCoarse ? anchor.count : 1)).reversed() {
      let before = alignment
      let isRefined = alignment.refine(
        anchor.template(index), in: frame.level(index), of: anchor, steps: index == 0 ? 12 : 16)
      // A coarse level may hold too little; the next one starts where this one did.
      if !isRefined {
        guard index > 0 else { return nil }
        alignment = before
      }
    }
    return alignment
  }
}

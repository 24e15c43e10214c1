public import Pixels

/// Measures a film's shots as its frames go by.
///
/// A shot ends at a cut, and in the midst of a dissolve, where more of the next picture is seen
/// than of the last. Keeps a few frames. Confined to one thread.
public final class MotionMeter {
  private var detector = ShotDetector()
  private var waiting: [Frame] = []
  private var tracker: MotionTracker?
  private var statistics: MotionStatistics?
  private var reports: [MotionReport] = []
  private var frameCount = 0
  private var anchor: LumaSignature?
  private var strangers = 0
  /// What was measured since the picture began to fade.
  private var fading: [MotionEstimate?] = []
  private var beganInDissolve = false
  private let finestWidth: Int

  private struct Frame {
    let index: Int
    let pyramid: LumaPyramid
    let signature: LumaSignature
  }

  /// A picture correlating less than this with the shot's, its motion undone, isn't the shot's.
  private static let leastCorrelation = 0.5
  /// What correlates less than this is on its way to become another picture.
  private static let decliningCorrelation = 0.7
  private static let enoughStrangers = 3
  /// Below this a dissolve may have begun.
  private static let fadingCorrelation = 0.92
  /// In frames.
  private static let longestDissolve = 45
  /// Nor may its blocks lie nearer than this to the shot's, in code values.
  private static let leastChange = 8.0

  /// A meter that has seen nothing. A quick one looks at frames of half the usual width, which
  /// costs a quarter.
  public init(isQuick: Bool = false) {
    finestWidth = isQuick ? LumaPyramid.finestWidth / 2 : LumaPyramid.finestWidth
  }

  /// Looks at the film's next frame, whose luma is `plane`.
  public func add(_ plane: Plane) { add(plane, signature: LumaSignature(plane)) }

  /// Looks at the film's next frame, whose luma is `plane` and whose signature is known.
  public func add(_ plane: Plane, signature: LumaSignature) {
    let pyramid = LumaPyramid(plane, finestWidth: finestWidth)
    waiting.append(Frame(index: frameCount, pyramid: pyramid, signature: signature))
    frameCount += 1
    let cut = detector.add(signature)
    while let frame = waiting.first, frame.index < frameCount - ShotDetector.lookahead {
      waiting.removeFirst()
      measure(frame, isCut: frame.index == cut)
    }
  }

  /// What was measured, shot by shot, once there are no more frames.
  public func finish() -> [MotionReport] {
    let cuts = Set(detector.finish())
    for frame in waiting { measure(frame, isCut: cuts.contains(frame.index)) }
    waiting = []
    endShot()
    return reports
  }

  private func endShot() {
    flush()
    if let statistics { reports.append(statistics.report) }
    statistics = nil
    tracker = nil
    anchor = nil
    beganInDissolve = false
  }

  private func beginShot(_ frame: Frame) -> MotionTracker {
    let tracker = MotionTracker()
    self.tracker = tracker
    strangers = 0
    if statistics == nil {
      statistics = MotionStatistics(size: frame.pyramid.size, firstFrame: frame.index)
    }
    return tracker
  }

  private func measure(_ frame: Frame, isCut: Bool) {
    if isCut { endShot() }
    let tracker = tracker ?? beginShot(frame)
    let estimate = tracker.follow(frame.pyramid)
    guard isStranger(frame, to: tracker, estimate) else {
      strangers = 0
      if tracker.isAnchored(on: frame.pyramid) { anchor = frame.signature }
      take(estimate, isFading: tracker.correlation < Self.fadingCorrelation)
      return
    }
    strangers += tracker.hasJumped ? Self.enoughStrangers : 1
    guard strangers >= Self.enoughStrangers else {
      take(nil, isFading: true)
      return
    }
    dissolve(to: frame)
  }

  /// Goes on with the picture that most of `frame` shows.
  private func dissolve(to frame: Frame) {
    let isMixed = beganInDissolve && (statistics?.frameCount ?? 0) < Self.longestDissolve
    for _ in fading { statistics?.add(nil) }
    fading = []
    if isMixed { statistics?.restart() } else { endShot() }
    let next = beginShot(frame)
    statistics?.add(next.follow(frame.pyramid))
    anchor = frame.signature
    beganInDissolve = true
  }

  /// Adds an estimate; while the picture fades, only once it is clear that it stays.
  private func take(_ estimate: MotionEstimate?, isFading: Bool) {
    guard isFading else {
      flush()
      statistics?.add(estimate)
      return
    }
    fading.append(estimate)
    if fading.count > Self.longestDissolve { flush() }
  }

  private func flush() {
    for estimate in fading { statistics?.add(estimate) }
    fading = []
  }

  private func isStranger(
    _ frame: Frame, to tracker: MotionTracker, _ estimate: MotionEstimate?
  ) -> Bool {
    guard let anchor, frame.pyramid.isTextured else { return false }
    if tracker.hasJumped {
      guard tracker.correlationBeforeJump < Self.decliningCorrelation else { return false }
    } else if estimate != nil {
      guard tracker.correlation < Self.leastCorrelation else { return false }
    }
    return frame.signature.difference(from: anchor).mean > Self.leastChange
  }
}

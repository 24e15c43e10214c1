internal import Libav
internal import MediaTime
internal import Motion
internal import Pixels

/// Looks at a film's frames as they go by.
struct PictureInspection {
  private let meter: MotionMeter?
  private var detector = ShotDetector()
  private var black: RunFinder
  private var frozen: RunFinder
  private var cuts: [Int] = []
  private var frameCount = 0
  private var distinct = 0
  private var shown: Plane?
  /// What stands, as long as nothing moves.
  private var standing: LumaSignature?
  private var latest: LumaSignature?

  /// Black is 16; compression leaves a little more. Up to 2 % may be lighter, as a logo is.
  private static let blackMean = 19.0
  private static let blackQuantile = 28
  /// What noise and compression change of a frame that stands, in code values of blocks.
  private static let noiseMean = 0.5
  private static let noiseLargest = 4.0

  init(frameRate: FrameRate, measuresMotion: Bool, isQuick: Bool) {
    meter = measuresMotion ? MotionMeter(isQuick: isQuick) : nil
    let perSecond = frameRate.framesPerSecond
    black = RunFinder(least: max(1, Int((0.1 * perSecond).rounded(.up))))
    frozen = RunFinder(least: max(2, Int((0.5 * perSecond).rounded(.up))))
  }

  mutating func add(_ picture: Picture) {
    if let latest, picture.luma === shown {
      see(latest, picture)
      return
    }
    shown = picture.luma
    distinct += 1
    see(LumaSignature(picture.luma), picture)
  }

  private mutating func see(_ signature: LumaSignature, _ picture: Picture) {
    let isBlack =
      signature.mean <= Self.blackMean && signature.quantile(0.98) <= Self.blackQuantile
    black.add(isBlack)
    if isBlack {
      standing = nil
      frozen.add(false)
    } else if let standing, Self.isSame(signature, standing) {
      frozen.add(true)
    } else {
      standing = signature
      frozen.begin()
    }
    if let cut = detector.add(signature) { cuts.append(cut) }
    meter?.add(picture.luma, signature: signature)
    latest = signature
    frameCount += 1
  }

  private static func isSame(_ one: LumaSignature, _ other: LumaSignature) -> Bool {
    let difference = one.difference(from: other)
    return difference.mean < noiseMean && difference.largest < noiseLargest
  }

  mutating func finish(_ report: inout PictureReport, announced: Int?) {
    report.frameCount = frameCount
    report.cuts = cuts + detector.finish()
    report.blackRuns = black.finish()
    report.frozenRuns = frozen.finish()
    report.shots = meter?.finish() ?? []
    // Edit lists hide a few frames of sound files.
    let missing = (announced ?? 0) - distinct
    report.missingFrames = missing > max(2, (announced ?? 0) / 50) ? missing : 0
  }
}

/// Finds runs of frames that have something in common.
struct RunFinder {
  private let least: Int
  private var index = 0
  private var start: Int?
  private var runs: [FrameRun] = []

  /// More runs than this aren't listed.
  private static let most = 200

  /// Runs of `least` frames or more count.
  init(least: Int) { self.least = least }

  /// Adds the next frame, which has it in common with those before or not.
  mutating func add(_ belongs: Bool) {
    if belongs {
      start = start ?? index
    } else {
      close()
    }
    index += 1
  }

  /// Adds the next frame, with which a new run begins.
  mutating func begin() {
    close()
    start = index
    index += 1
  }

  private mutating func close() {
    guard let first = start else { return }
    start = nil
    guard index - first >= least, runs.count < Self.most else { return }
    runs.append(FrameRun(firstFrame: first, frameCount: index - first))
  }

  mutating func finish() -> [FrameRun] {
    close()
    return runs
  }
}

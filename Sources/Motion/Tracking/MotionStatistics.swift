internal import Pixels

/// Sums a shot's motion up, frame by frame, keeping none of them.
struct MotionStatistics {
  private let size: PixelSize
  private let firstFrame: Int
  private(set) var frameCount = 0
  private var measured = 0
  private var confidence = 0.0
  private var last = Similarity.identity
  private var scales = 1.0...1.0
  private var reach = 0.0
  private var places: [SIMD2<Double>]?
  private var steps: [SIMD2<Double>]?
  private var acceleration = 0.0
  private var accelerations = 0
  private var reversals = [Int](repeating: 0, count: 5)

  /// Steps shorter than this, in pixels, have no direction.
  private static let leastStep = 0.1

  init(size: PixelSize, firstFrame: Int) {
    self.size = size
    self.firstFrame = firstFrame
  }

  /// Forgets what was measured, though not the frames.
  mutating func restart() {
    let count = frameCount
    self = MotionStatistics(size: size, firstFrame: firstFrame)
    frameCount = count
  }

  /// Adds the next frame; nil where its motion is unknown.
  mutating func add(_ estimate: MotionEstimate?) {
    frameCount += 1
    guard let estimate else {
      (places, steps) = (nil, nil)
      return
    }
    measured += 1
    confidence += estimate.confidence
    last = estimate.motion
    scales = min(scales.lowerBound, last.scale)...max(scales.upperBound, last.scale)
    let now = points.map { point in
      let place = last.apply(point.x, point.y)
      return SIMD2(place.x, place.y)
    }
    reach = max(reach, zip(now, points).map { ($0 - $1).length }.max() ?? 0)
    if let places { add(zip(now, places).map { $0 - $1 }) }
    places = now
  }

  private mutating func add(_ now: [SIMD2<Double>]) {
    if let steps {
      for index in now.indices {
        acceleration += (now[index] - steps[index]).length
        accelerations += 1
        let isBack = (now[index] * steps[index]).sum() < 0
        if isBack, min(now[index].length, steps[index].length) > Self.leastStep {
          reversals[index] += 1
        }
      }
    }
    steps = now
  }

  private var points: [SIMD2<Double>] {
    let corner = SIMD2(Double(size.width) / 2, Double(size.height) / 2)
    return [.zero, corner, -corner, corner * SIMD2(1, -1), corner * SIMD2(-1, 1)]
  }

  var report: MotionReport {
    MotionReport(
      firstFrame: firstFrame, frameCount: frameCount, measuredFrames: measured,
      scale: last.scale, smallestScale: scales.lowerBound, largestScale: scales.upperBound,
      shiftX: last.x / Double(size.width), shiftY: last.y / Double(size.height),
      rotation: last.rotation, reach: reach / Double(size.width),
      jitter: accelerations > 0 ? acceleration / Double(accelerations) : nil,
      reversals: reversals.max() ?? 0,
      confidence: measured > 0 ? confidence / Double(measured) : 0)
  }
}

extension SIMD2<Double> {
  fileprivate var length: Double { (self * self).sum().squareRoot() }
}

internal import Pixels

/// Where a template is found in another frame: inverse-compositional Gauss–Newton (Lucas & Kanade
/// 1981; Baker & Matthews 2004) over similarities, with gain and offset of light (Bartoli 2008)
/// and Tukey's weights at the scale of the median residual, so that what moves by itself, or
/// stands still on top, doesn't pull.
struct Alignment {
  /// How the template's picture moved.
  var motion: Similarity
  /// Contrast of the frame over the template's.
  var gain: Float = 1
  /// Added to the template's mean.
  var offset: Float = 0
  /// Correlation of the frame with the template, light apart, −1…1.
  private(set) var correlation = 0.0
  /// Share of the template that lies within the frame.
  private(set) var overlap = 0.0
  /// Share of that which moves with the whole.
  private(set) var agreement = 0.0
  /// Whether the last step was small enough.
  private(set) var hasSettled = false

  private var residuals: [Float] = []
  private var scale: Float = 0
  private var visible = 0

  init(startingAt motion: Similarity, gain: Float = 1, offset: Float = 0) {
    self.motion = motion
    self.gain = gain
    self.offset = offset
  }

  /// 0…1: how far the motion can be trusted.
  var confidence: Double { max(0, correlation) * agreement.squareRoot() * min(1, overlap * 2) }

  /// Improves the motion against one level; false where the level doesn't tell it.
  mutating func refine(
    _ template: AlignmentTemplate, in level: LumaLevel, of pyramid: LumaPyramid, steps: Int
  ) -> Bool {
    guard template.marks.count >= AlignmentTemplate.leastMarks else { return false }
    let enough = 0.0005 * Double(level.step)
    hasSettled = false
    for _ in 0..<steps {
      measureResiduals(template, in: level, of: pyramid)
      guard visible >= max(AlignmentTemplate.leastMarks, template.marks.count / 12) else {
        return false
      }
      guard let step = solve(template) else { return false }
      let change = Similarity(
        cosine: 1 + step[0] / pyramid.radius, sine: step[1] / pyramid.radius, x: step[2],
        y: step[3])
      motion = motion.after(change.inverse)
      gain = max(0.02, gain + Float(step[4]))
      offset += Float(step[5])
      guard motion.scale > 0.05, motion.scale < 20, motion.x.isFinite, motion.y.isFinite else {
        return false
      }
      if change.reach(radius: pyramid.radius) < enough {
        hasSettled = true
        break
      }
    }
    return true
  }

  private static let outside = Float.infinity

  /// Residuals in pixels, their scale, and how well light correlates.
  private mutating func measureResiduals(
    _ template: AlignmentTemplate, in level: LumaLevel, of pyramid: LumaPyramid
  ) {
    if residuals.count != template.marks.count {
      residuals = Array(repeating: 0, count: template.marks.count)
    }
    let (cosine, sine) = motion.linear
    let (c, s) = (Float(cosine), Float(sine))
    let perSample = 1 / Float(level.step)
    let moveX = Float(motion.x + Double(pyramid.size.width) / 2 - 0.5)
    let moveY = Float(motion.y + Double(pyramid.size.height) / 2 - 0.5)
    let least = Float(LumaLevel.margin)
    let (maxX, maxY) = (Float(level.width - 1) - least, Float(level.height - 1) - least)
    var histogram = ResidualHistogram(step: Float(level.step))
    var light = Correlation()
    visible = 0
    for (index, mark) in template.marks.enumerated() {
      let x = (c * mark.x - s * mark.y + moveX) * perSample
      let y = (s * mark.x + c * mark.y + moveY) * perSample
      guard x >= least, y >= least, x <= maxX, y <= maxY else {
        residuals[index] = Self.outside
        continue
      }
      let value = level.sample(x, y) - template.mean
      let residual = (value - gain * mark.value - offset) * mark.norm
      residuals[index] = residual
      histogram.add(residual.magnitude)
      light.add(mark.value, value)
      visible += 1
    }
    scale = 1.4826 * histogram.median
    correlation = light.value
    overlap = Double(visible) / Double(template.marks.count)
    agreement = histogram.share(below: max(3 * scale, 0.15 * Float(level.step)))
  }

  private func solve(_ template: AlignmentTemplate) -> [Double]? {
    let cut = 4.685 * scale
    var equations = NormalEquations()
    var batch = NormalEquations.Batch()
    var weights: Float = 0
    for (index, mark) in template.marks.enumerated() {
      if index & 511 == 511 {
        equations.add(batch)
        batch = NormalEquations.Batch()
      }
      let residual = residuals[index]
      // What rounding to whole code values does is no sign of another motion.
      let share = residual / (cut + 2 * mark.norm)
      guard share.magnitude < 1 else { continue }
      let weight = (1 - share * share) * (1 - share * share)
      let change = mark.change * gain
      batch.add(
        SIMD8(lowHalf: change, highHalf: SIMD4(mark.value * mark.norm, mark.norm, residual, 0)),
        weight: weight)
      weights += weight
    }
    equations.add(batch)
    let least = 0.004 * Double(weights) * Double(gain * gain)
    return equations.solution(least: max(least, 1e-6))
  }
}

/// How often residuals of each size occur.
private struct ResidualHistogram {
  private var bins = [Int32](repeating: 0, count: 2048)
  private var total = 0
  private let perPixel: Float

  /// For residuals up to four samples of `step` pixels.
  init(step: Float) { perPixel = 512 / step }

  mutating func add(_ size: Float) {
    bins[Int(min(size * perPixel, 2047))] += 1
    total += 1
  }

  var median: Float {
    var seen = 0
    for (bin, count) in bins.enumerated() {
      seen += Int(count)
      if seen * 2 >= total { return (Float(bin) + 0.5) / perPixel }
    }
    return 0
  }

  func share(below size: Float) -> Double {
    let last = min(Int(size * perPixel), bins.count)
    return Double(bins[..<last].reduce(0) { $0 + Int($1) }) / Double(max(total, 1))
  }
}

/// Pearson's correlation of two runs of values.
private struct Correlation {
  private var count: Float = 0
  private var a: Float = 0
  private var b: Float = 0
  private var aa: Float = 0
  private var bb: Float = 0
  private var ab: Float = 0

  mutating func add(_ first: Float, _ second: Float) {
    count += 1
    a += first
    b += second
    aa += first * first
    bb += second * second
    ab += first * second
  }

  var value: Double {
    guard count > 1 else { return 0 }
    let n = Double(count)
    let covariance = Double(ab) / n - Double(a) / n * Double(b) / n
    let first = Double(aa) / n - Double(a) / n * Double(a) / n
    let second = Double(bb) / n - Double(b) / n * Double(b) / n
    guard first > 1e-3, second > 1e-3 else { return 0 }
    return covariance / (first * second).squareRoot()
  }
}

internal import Pixels

/// How near each place of a flat picture seems: what a small net says (``DepthNet``), and what a
/// picture gives away by height in the frame, haze, sharpness, and what stands out (Horry 1997;
/// He 2009; Zhuo & Sim 2011; Zhang 2015). A sky is far and a head is even whatever these say.
struct DepthEstimate: Sendable {
  /// Disparity 0…1, with edges where the picture has them: what is before what. A relief for the
  /// camera to move over is a gentler one (``SlopeLimit``).
  let disparity: Field
  /// 0…1, how much the cues agree.
  let confidence: Double

  /// Steepest slope of a relief: across a picture's width it may rise this often from 0 to 1, so
  /// that the largest drift bends nothing by more than 0.15 pixels a pixel.
  static let steepest: Float = 5

  /// How much of the estimate is the net's.
  private static let netShare: Float = 0.8

  /// Everything equally near, which nothing speaks for.
  init(flat size: PixelSize) {
    disparity = Field(size: size, repeating: 0.5)
    confidence = 0
  }

  init(_ picture: PictureFields, saliency: Field, sky: SkyMask?, heads: Field) {
    let size = picture.size
    let net = DepthNet.shared.nearness(of: picture).resized(to: size).map { max(0, $0) }
    var sum = Self.cues(picture, saliency: saliency, sky: sky).merging(net) {
      $0 + ($1 - $0) * Self.netShare
    }
    if let sky {
      let trust = Self.trust(in: sky.field, net)
      sum = sum.merging(sky.field) { $0 * (1 - trust * $1) }
    }
    let edged = sum.guided(by: picture, radius: max(3, size.width / 24), epsilon: 0.001)
    let whole = Self.flattened(edged, where: heads)
    disparity = Self.centered(whole.normalized(), on: saliency)
    let spread = Double(disparity.quantile(0.9) - disparity.quantile(0.1))
    confidence = min(1, spread * (sky == nil ? 0.7 : 1))
  }

  /// How much a sky is believed to be far: all where the net has it far too, and nothing where
  /// the net has it in the midst of the rest, as with water or a wall in mist.
  private static func trust(in sky: Field, _ net: Field) -> Float {
    let mean = sky.merging(net, *).mean / max(sky.mean, 1e-4)
    return max(0, min(1, (0.35 - mean) / 0.2))
  }

  /// What the picture gives away, each worth as much as it is sure.
  private static func cues(_ picture: PictureFields, saliency: Field, sky: SkyMask?) -> Field {
    let size = picture.size
    let horizon = Float(sky?.bottom ?? 0.4)
    let ramp = Field(size: size) { _, y in
      let place = (Float(y) + 0.5) / Float(size.height)
      return place > horizon ? (place - horizon) / (1 - horizon) : 0
    }
    let sharpness = Self.sharpness(picture)
    let haze = sky != nil || picture.isLightAbove ? Self.haze(picture) : nil
    var sum = Field(size: size)
    for i in sum.values.indices {
      var value = 0.55 * ramp.values[i] + 0.4 * saliency.values[i]
      value += 0.18 * sharpness.values[i]
      if let haze { value -= 0.25 * haze.values[i] }
      sum.values[i] = value
    }
    return sum
  }

  /// Where detail is: the local energy of a Laplacian.
  private static func sharpness(_ picture: PictureFields) -> Field {
    let detail = picture.luma.merging(picture.luma.blurred(radius: 1)) { abs($0 - $1) }
    return detail.smoothed(sigma: 4).normalized(low: 0.1, high: 0.95)
  }

  /// The dark channel: distance turns shadows grey.
  private static func haze(_ picture: PictureFields) -> Field {
    let darkest = Field(
      size: picture.size,
      values: picture.luma.values.indices.map { i in
        let color = picture.rgb(i)
        return max(0, min(color.red, color.green, color.blue))
      })
    return darkest.smoothed(sigma: 5).normalized()
  }

  /// Where heads are, all at one depth, so that no face is bent.
  private static func flattened(_ field: Field, where heads: Field) -> Field {
    let reach = Double(field.width) / 12
    let weight = heads.smoothed(sigma: reach / 3)
    let mean = field.merging(heads) { $0 * $1 }.smoothed(sigma: reach)
    let share = heads.smoothed(sigma: reach)
    return Field(
      size: field.size,
      values: field.values.indices.map { i in
        let flat = share.values[i] > 0.02 ? mean.values[i] / share.values[i] : field.values[i]
        return field.values[i] + (flat - field.values[i]) * min(1, weight.values[i] * 1.5)
      })
  }

  /// Bent so that what stands out lies at ½, the plane that moves as asked.
  private static func centered(_ field: Field, on saliency: Field) -> Field {
    var (sum, weights) = (Float(0), Float(1e-4))
    for (value, weight) in zip(field.values, saliency.values) where weight > 0.5 {
      sum += value * weight
      weights += weight
    }
    let pivot = max(0.2, min(0.8, weights > 1 ? sum / weights : 0.5))
    return field.map { $0 < pivot ? 0.5 * $0 / pivot : 0.5 + 0.5 * ($0 - pivot) / (1 - pivot) }
  }
}

extension PictureFields {
  /// Whether the upper third is lighter than the lower, as it is under an open or misty sky.
  fileprivate var isLightAbove: Bool {
    func mean(_ rows: Range<Int>) -> Float {
      let part = luma.values[rows.lowerBound * size.width..<rows.upperBound * size.width]
      return part.reduce(0, +) / Float(part.count)
    }
    let third = max(1, size.height / 3)
    return mean(0..<third) > mean(size.height - third..<size.height) + 0.05
  }
}

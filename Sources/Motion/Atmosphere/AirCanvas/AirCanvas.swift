internal import Pixels

/// A frame on which particles are drawn: soft-edged spots and streaks, placed in fractions of a
/// pixel, hidden where the scene is nearer.
struct AirCanvas {
  let picture: Picture
  let occlusion: Occlusion?

  init(_ picture: Picture, occlusion: Occlusion?) {
    self.picture = picture
    self.occlusion = occlusion
  }

  /// How a particle meets what is behind it.
  enum Blend {
    /// It covers it.
    case over
    /// Its light is added, less where the picture is bright already.
    case screen
  }

  /// The look of a particle.
  struct Paint {
    var y: Double
    var cb: Double
    var cr: Double
    /// 0…1.
    var opacity: Double
    var blend = Blend.over
    /// How much more of its colour is seen than of its light.
    var tint = 1.0
    var profile = Profile.soft
    /// Its disparity, 0 far … 1 near.
    var depth: Double
  }

  /// A spot's ellipse: half axes in pixels and the angle of the first from the horizontal, by
  /// its cosine and sine.
  struct Shape {
    var long: Double
    var short: Double
    var cosine = 1.0
    var sine = 0.0

    init(radius: Double) { (long, short) = (radius, radius) }

    /// A disc smeared along a way of (x, y) pixels.
    init(radius: Double, smeared x: Double, _ y: Double) {
      let length = (x * x + y * y).squareRoot()
      short = radius
      long = radius + length / 2
      if length > 1e-6 { (cosine, sine) = (x / length, y / length) }
    }

    /// Half the size, as chroma has it, but never too small for the grid; light is kept.
    func fitted(_ factor: Double, least: Double) -> (shape: Shape, share: Double) {
      var shape = self
      shape.long = max(long * factor, least)
      shape.short = max(short * factor, least)
      let share = long * factor * short * factor / (shape.long * shape.short)
      return (shape, share)
    }
  }

  /// Draws a spot about a place in pixels; a pixel's centre lies at its half.
  func spot(x: Double, y: Double, _ shape: Shape, _ paint: Paint) {
    let reach = shape.long + 2
    guard x > -reach, y > -reach, x < Double(picture.size.width) + reach,
      y < Double(picture.size.height) + reach
    else { return }
    var paint = paint
    var masked = occlusion
    if let occlusion, shape.long < 7 || paint.profile == .halo {
      paint.opacity *= occlusion.visible(
        depth: paint.depth, x: x / Double(picture.size.width),
        y: y / Double(picture.size.height))
      masked = nil
    }
    guard paint.opacity > 0.002 else { return }
    let (luma, lumaShare) = shape.fitted(1, least: 1.25)
    let level = paint.blend == .over ? paint.y : paint.y - 16
    stamp(
      picture.luma, x, y, luma, paint, level, share: lumaShare, paint.blend, masked)
    let (chroma, share) = shape.fitted(0.5, least: 1.1)
    for (plane, value) in [(picture.cb, paint.cb), (picture.cr, paint.cr)] {
      stamp(
        plane, x / 2 + 0.25, y / 2, chroma, paint, value, share: share * paint.tint, .over, masked)
    }
  }

  private func stamp(
    _ plane: Plane, _ x: Double, _ y: Double, _ shape: Shape, _ paint: Paint, _ level: Double,
    share: Double, _ blend: Blend, _ occlusion: Occlusion?
  ) {
    let (c, s) = (shape.cosine, shape.sine)
    let (a, b) = (1 / (shape.long * shape.long), 1 / (shape.short * shape.short))
    let (e, f, g) = (c * c * a + s * s * b, c * s * (a - b), s * s * a + c * c * b)
    let reachX = (c * c / a + s * s / b).squareRoot()
    let reachY = (s * s / a + c * c / b).squareRoot()
    let left = max(0, Int((x - reachX - 0.5).rounded(.up)))
    let right = min(plane.width - 1, Int((x + reachX - 0.5).rounded(.down)))
    let top = max(0, Int((y - reachY - 0.5).rounded(.up)))
    let bottom = min(plane.height - 1, Int((y + reachY - 0.5).rounded(.down)))
    let opacity = Int32(max(0, min(1, paint.opacity * share)) * 4096)
    guard left <= right && top <= bottom && opacity > 0 else { return }
    let table = paint.profile.table
    let (value, adds) = (Int32(level.rounded()), blend == .screen)
    let count = right - left + 1
    var mask = [Int32](repeating: 4096, count: occlusion == nil ? 0 : count)
    for row in top...bottom {
      let dy = Double(row) + 0.5 - y
      occlusion?.fill(
        &mask, depth: paint.depth, start: left, count: count, width: Double(plane.width),
        y: (Double(row) + 0.5) / Double(plane.height))
      let out = plane.row(row) + left
      var dx = Float(Double(left) + 0.5 - x)
      let (square, cross, rest) = (Float(e), Float(2 * f * dy), Float(g * dy * dy))
      for i in 0..<count {
        let q = (square * dx + cross) * dx + rest
        dx += 1
        guard q < 1 else { continue }
        var alpha = (table[Int(q * 256)] &* opacity) &>> 12
        if !mask.isEmpty { alpha = (alpha &* mask[i]) &>> 12 }
        let old = Int32(out[i])
        let change =
          adds
          ? ((value &* (255 &- old)) &>> 8) &* alpha &+ 2048
          : (value &- old) &* alpha &+ 2048
        out[i] = UInt8(truncatingIfNeeded: max(0, min(255, old &+ change &>> 12)))
      }
    }
  }
}

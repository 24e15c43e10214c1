internal import Pixels

/// The relief closest to a field among those that are nowhere steeper than a bound.
///
/// Closest in values and in gradients: where several things stand one before another within the
/// room that one step needs, each step keeps its direction and loses some of its height, as in a
/// bas-relief (Weyrich, Deng, Barnes, Rusinkiewicz & Finkelstein 2007). The least squares under
/// the bound are solved in their dual (Chambolle 2004) by accelerated proximal steps (Beck &
/// Teboulle 2009), from coarse to fine.
struct SlopeLimit {
  /// How often the relief may rise from 0 to 1 across its width.
  let steepest: Float

  /// Places along the longer side of the finest grid that is solved: more than so gentle a
  /// relief can show.
  private static let finest = 160
  private static let coarsest = 40
  private static let (firstSteps, laterSteps) = (60, 40)
  /// Contrasts between places nearer to each other than this share of the width count more than
  /// levels do.
  private static let localReach: Float = 0.044

  /// The closest relief, of the field's size.
  func relief(of field: Field) -> Field {
    var levels = [field]
    while let last = levels.last, max(last.width, last.height) > Self.coarsest {
      levels.append(
        last.resized(
          to: PixelSize(width: (last.width + 1) / 2, height: (last.height + 1) / 2)))
    }
    let solved = levels.filter { max($0.width, $0.height) <= Self.finest }.reversed()
    var dual: Dual?
    for level in solved {
      let start = dual?.doubled(to: level.size) ?? Dual(size: level.size)
      let reach = Self.localReach * Float(level.width)
      dual = start.improved(
        for: level, bound: steepest / Float(level.width), contrast: reach * reach,
        steps: dual == nil ? Self.firstSteps : Self.laterSteps)
    }
    guard let dual, let level = solved.last else { return field }
    return level.merging(dual.divergence, +).resized(to: field.size)
      .limited(slope: steepest / Float(field.width))
  }
}

/// What pulls a field together at each place, across and down.
private struct Dual {
  let size: PixelSize
  private var across, down: [Float]

  /// No pull.
  init(size: PixelSize) {
    self.size = size
    across = [Float](repeating: 0, count: size.area)
    down = across
  }

  /// The same pull on a grid that is twice as fine.
  func doubled(to target: PixelSize) -> Dual {
    var finer = Dual(size: target)
    for y in 0..<target.height {
      for x in 0..<target.width {
        let (from, to) = (y / 2 * size.width + x / 2, y * target.width + x)
        finer.across[to] = 2 * across[from]
        finer.down[to] = 2 * down[from]
      }
    }
    return finer
  }

  /// What the pull adds to a field.
  var divergence: Field {
    let width = size.width
    var result = Field(size: size)
    for y in 0..<size.height {
      for x in 0..<width {
        let i = y &* width &+ x
        var sum = across[i] + down[i]
        if x > 0 { sum -= across[i &- 1] }
        if y > 0 { sum -= down[i &- width] }
        result.values[i] = sum
      }
    }
    return result
  }

  /// The pull after `steps` more steps towards the field that is closest to `field` with
  /// gradients no longer than `bound`; `contrast` is what a gradient weighs beside a value.
  func improved(for field: Field, bound: Float, contrast: Float, steps: Int) -> Dual {
    var (last, ahead) = (self, self)
    var momentum: Float = 1
    let wanted = Dual(gradientOf: field)
    for _ in 0..<steps {
      var next = Dual(gradientOf: field.merging(ahead.divergence, +))
      for i in next.across.indices {
        let x = ahead.across[i] + Self.step * next.across[i]
        let y = ahead.down[i] + Self.step * next.down[i]
        var slopeX = (x + contrast * wanted.across[i]) / (Self.step + contrast)
        var slopeY = (y + contrast * wanted.down[i]) / (Self.step + contrast)
        let length = (slopeX * slopeX + slopeY * slopeY).squareRoot()
        if length > bound {
          slopeX *= bound / length
          slopeY *= bound / length
        }
        next.across[i] = x - Self.step * slopeX
        next.down[i] = y - Self.step * slopeY
      }
      let grown = (1 + (1 + 4 * momentum * momentum).squareRoot()) / 2
      let share = (momentum - 1) / grown
      for i in next.across.indices {
        ahead.across[i] = next.across[i] + share * (next.across[i] - last.across[i])
        ahead.down[i] = next.down[i] + share * (next.down[i] - last.down[i])
      }
      (last, momentum) = (next, grown)
    }
    return last
  }

  /// The longest step that converges: one over the largest eigenvalue of the Laplacian.
  private static let step: Float = 0.125

  /// The differences to the next place across and down.
  private init(gradientOf field: Field) {
    self.init(size: field.size)
    let width = size.width
    for y in 0..<size.height {
      for x in 0..<width {
        let i = y &* width &+ x
        if x &+ 1 < width { across[i] = field.values[i &+ 1] - field.values[i] }
        if y &+ 1 < size.height { down[i] = field.values[i &+ width] - field.values[i] }
      }
    }
  }
}

extension Field {
  /// The field brought down where it rises faster than `slope` a place, and up where it falls
  /// faster: the mean of the largest such field below and the smallest above.
  func limited(slope: Float) -> Field {
    var (below, above) = (self, self)
    below.spread(slope) { min($0, $1 + $2) }
    above.spread(slope) { max($0, $1 - $2) }
    return below.merging(above) { ($0 + $1) / 2 }
  }

  /// The largest field below this one that rises no faster than `slope` a place.
  func lowered(slope: Float) -> Field {
    var below = self
    below.spread(slope) { min($0, $1 + $2) }
    return below
  }

  /// Two sweeps, forth and back, over the eight neighbours.
  private mutating func spread(
    _ slope: Float, _ relax: (Float, Float, Float) -> Float
  ) {
    let diagonal = slope * 1.4142
    for y in 0..<height {
      for x in 0..<width {
        var value = self[x, y]
        if x > 0 { value = relax(value, self[x - 1, y], slope) }
        if y > 0 { value = relax(value, self[x, y - 1], slope) }
        if x > 0, y > 0 { value = relax(value, self[x - 1, y - 1], diagonal) }
        if x + 1 < width, y > 0 { value = relax(value, self[x + 1, y - 1], diagonal) }
        self[x, y] = value
      }
    }
    for y in (0..<height).reversed() {
      for x in (0..<width).reversed() {
        var value = self[x, y]
        if x + 1 < width { value = relax(value, self[x + 1, y], slope) }
        if y + 1 < height { value = relax(value, self[x, y + 1], slope) }
        if x + 1 < width, y + 1 < height {
          value = relax(value, self[x + 1, y + 1], diagonal)
        }
        if x > 0, y + 1 < height { value = relax(value, self[x - 1, y + 1], diagonal) }
        self[x, y] = value
      }
    }
  }
}

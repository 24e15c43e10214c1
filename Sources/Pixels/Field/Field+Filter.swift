extension Field {
  /// The mean of the square of `2 × radius + 1` values around each place, by running sums; past
  /// the edge the edge goes on.
  public func blurred(radius: Int) -> Field {
    guard radius > 0 else { return self }
    return boxed(radius: radius, count: height, length: width, step: 1, stride: width)
      .boxed(radius: radius, count: width, length: height, step: width, stride: 1)
  }

  /// Three box blurs, near enough to a Gaussian of deviation `sigma` (Wells 1986).
  public func smoothed(sigma: Double) -> Field {
    let radius = Int(((4 * sigma * sigma + 1).squareRoot() / 2 - 0.5).rounded())
    guard radius > 0 else { return self }
    return blurred(radius: radius).blurred(radius: radius).blurred(radius: radius)
  }

  private func boxed(
    radius: Int, count: Int, length: Int, step: Int, stride: Int
  ) -> Field {
    var result = self
    let weight = 1 / Float(2 * radius + 1)
    values.withUnsafeBufferPointer { source in
      result.values.withUnsafeMutableBufferPointer { target in
        for line in 0..<count {
          let base = line * stride
          var sum = source[base] * Float(radius)
          for i in 0...radius { sum += source[base + min(i, length - 1) * step] }
          for i in 0..<length {
            target[base + i * step] = sum * weight
            sum += source[base + min(i + radius + 1, length - 1) * step]
            sum -= source[base + max(i - radius, 0) * step]
          }
        }
      }
    }
    return result
  }

  /// The field at another size: the mean of what falls on each value where it shrinks, between
  /// its neighbours where it grows.
  public func resized(to target: PixelSize) -> Field {
    guard target != size else { return self }
    let columns = LinearTable(outputs: target.width, inputs: width)
    let rows = LinearTable(outputs: target.height, inputs: height)
    var across = Field(size: PixelSize(width: target.width, height: height))
    for y in 0..<height {
      for x in 0..<target.width {
        across[x, y] = columns.sum(x) { values[y * width + $0] }
      }
    }
    var result = Field(size: target)
    for y in 0..<target.height {
      for x in 0..<target.width {
        result[x, y] = rows.sum(y) { across.values[$0 * target.width + x] }
      }
    }
    return result
  }

  /// A guided filter (He, Sun & Tang 2010): the field, smoothed in squares of `2 × radius + 1`,
  /// with its edges where `guide` has them. Contrasts of the guide well above the square root of
  /// `epsilon` count as edges.
  public func guided(by guide: Field, radius: Int, epsilon: Float) -> Field {
    let meanGuide = guide.blurred(radius: radius)
    let mean = blurred(radius: radius)
    let correlation = guide.merging(self, *).blurred(radius: radius)
    let square = guide.map { $0 * $0 }.blurred(radius: radius)
    var slope = Field(size: size)
    var offset = Field(size: size)
    for i in values.indices {
      let variance = square.values[i] - meanGuide.values[i] * meanGuide.values[i]
      let covariance = correlation.values[i] - meanGuide.values[i] * mean.values[i]
      slope.values[i] = covariance / (max(variance, 0) + epsilon)
      offset.values[i] = mean.values[i] - slope.values[i] * meanGuide.values[i]
    }
    slope = slope.blurred(radius: radius)
    offset = offset.blurred(radius: radius)
    return Field(
      size: size,
      values: values.indices.map {
        slope.values[$0] * guide.values[$0] + offset.values[$0]
      })
  }
}

/// Which inputs make up each output of a line, by the overlap of a tent as wide as the coarser
/// of the two grids.
private struct LinearTable {
  private var first: [Int] = []
  private var weights: [[Float]] = []

  init(outputs: Int, inputs: Int) {
    let scale = Double(inputs) / Double(outputs)
    let reach = max(1, scale)
    for output in 0..<outputs {
      let center = (Double(output) + 0.5) * scale - 0.5
      let start = max(0, Int((center - reach).rounded(.up)))
      let end = min(inputs - 1, Int((center + reach).rounded(.down)))
      guard start <= end else {
        first.append(min(max(Int(center.rounded()), 0), inputs - 1))
        weights.append([1])
        continue
      }
      let raw = (start...end).map { Float(max(1e-6, 1 - (Double($0) - center).magnitude / reach)) }
      let sum = raw.reduce(0, +)
      first.append(start)
      weights.append(raw.map { $0 / sum })
    }
  }

  func sum(_ output: Int, _ value: (Int) -> Float) -> Float {
    var total: Float = 0
    for (k, weight) in weights[output].enumerated() { total += weight * value(first[output] + k) }
    return total
  }
}

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
    var line = [Float](repeating: 0, count: width)
    var result = Field(size: target)
    values.withUnsafeBufferPointer { source in
      line.withUnsafeMutableBufferPointer { line in
        result.values.withUnsafeMutableBufferPointer { out in
          for y in 0..<target.height {
            line.update(repeating: 0)
            rows.forEachInput(of: y) { input, weight in
              for x in 0..<width { line[x] += weight * source[input * width + x] }
            }
            for x in 0..<target.width {
              var sum: Float = 0
              columns.forEachInput(of: x) { sum += $1 * line[$0] }
              out[y * target.width + x] = sum
            }
          }
        }
      }
    }
    return result
  }

  /// A guided filter (He, Sun & Tang 2010): the field, smoothed in squares of `2 × radius + 1`,
  /// with its edges where `guide` has them. Contrasts of the guide well above the square root of
  /// `epsilon` count as edges.
  public func guided(by guide: Field, radius: Int, epsilon: Float) -> Field {
    let (slope, offset) = guideCoefficients(guide, radius: radius, epsilon: epsilon)
    return Field(
      size: size,
      values: values.indices.map {
        slope.values[$0] * guide.values[$0] + offset.values[$0]
      })
  }

  /// The line from the guide to the filtered field at each place: its slope and its offset.
  public func guideCoefficients(
    _ guide: Field, radius: Int, epsilon: Float
  ) -> (slope: Field, offset: Field) {
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
    return (slope.blurred(radius: radius), offset.blurred(radius: radius))
  }
}

/// Which inputs make up each output of a line, by the overlap of a tent as wide as the coarser
/// of the two grids.
private struct LinearTable {
  private var starts: [Int] = [0]
  private var first: [Int] = []
  private var weights: [Float] = []

  init(outputs: Int, inputs: Int) {
    let scale = Double(inputs) / Double(outputs)
    let reach = max(1, scale)
    for output in 0..<outputs {
      let center = (Double(output) + 0.5) * scale - 0.5
      let start = max(0, Int((center - reach).rounded(.up)))
      let end = max(start, min(inputs - 1, Int((center + reach).rounded(.down))))
      let raw = (start...end).map {
        Float(max(1e-6, 1 - (Double($0) - center).magnitude / reach))
      }
      let sum = raw.reduce(0, +)
      first.append(start)
      weights += raw.map { $0 / sum }
      starts.append(weights.count)
    }
  }

  @inline(__always)
  func forEachInput(of output: Int, _ body: (Int, Float) -> Void) {
    weights.withUnsafeBufferPointer { weights in
      let start = starts[output]
      for k in start..<starts[output + 1] { body(first[output] + k - start, weights[k]) }
    }
  }
}

internal import Pixels

extension Field {
  /// A guided filter whose guide is in colour (He, Sun & Tang 2010): the field, smoothed in
  /// squares of `2 × radius + 1`, with its edges where the picture has them. Contrasts of luma
  /// well above the square root of `epsilon` count as edges, and half such contrasts of colour.
  func guided(by picture: PictureFields, radius: Int, epsilon: Float) -> Field {
    let guides = [picture.luma, picture.blue.map { $0 * 2 }, picture.red.map { $0 * 2 }]
    let means = guides.map { $0.blurred(radius: radius) }
    let mean = blurred(radius: radius)
    let covariances = zip(guides, means).map { guide, average in
      guide.merging(self, *).blurred(radius: radius).merging(average.merging(mean, *), -)
    }
    let columns = (0..<3).map { one in
      (0..<3).map { other in
        guides[one].merging(guides[other], *).blurred(radius: radius)
          .merging(means[one].merging(means[other], *)) { $0 - $1 + (one == other ? epsilon : 0) }
      }
    }
    func vector(_ fields: [Field], _ i: Int) -> SIMD3<Float> {
      SIMD3(fields[0].values[i], fields[1].values[i], fields[2].values[i])
    }
    var slopes = guides
    var offset = mean
    for i in values.indices {
      let slope = vector(covariances, i).solving(
        vector(columns[0], i), vector(columns[1], i), vector(columns[2], i))
      for k in 0..<3 {
        slopes[k].values[i] = slope[k]
        offset.values[i] -= slope[k] * means[k].values[i]
      }
    }
    return zip(guides, slopes).reduce(offset.blurred(radius: radius)) { sum, next in
      sum.merging(next.0.merging(next.1.blurred(radius: radius), *), +)
    }
  }
}

extension SIMD3<Float> {
  /// The weights with which three columns add up to this one, by Cramer's rule.
  fileprivate func solving(_ a: Self, _ b: Self, _ c: Self) -> Self {
    let normal = b.cross(c)
    let weights = Self(dot(normal), a.dot(cross(c)), a.dot(b.cross(self)))
    return weights / a.dot(normal)
  }

  private func dot(_ other: Self) -> Float { x * other.x + y * other.y + z * other.z }

  private func cross(_ other: Self) -> Self {
    Self(
      y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
  }
}

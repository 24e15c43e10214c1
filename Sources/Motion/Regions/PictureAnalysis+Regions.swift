public import Pixels

extension PictureAnalysis {
  /// Where `kind` is in the picture, 1 on it and 0 elsewhere, or nil where there seems to be none.
  /// Faces are never part of it.
  public func region(_ kind: MovingRegion.Kind) -> Field? {
    let mask: Field? =
      switch kind {
      case .sky: sky
      case .water: texture { $0.isWater($1, horizon: horizon) }
      case .fire: texture { $0.isFire($1) }
      case .foliage: texture { $0.isFoliage($1) }
      case .smoke: texture { $0.isSmoke($1) }
      case .hair: hair
      case .cloth: cloth
      }
    guard let mask else { return nil }
    let open = mask.merging(heads) { max(0, $0 - (kind == .hair ? 0 : $1)) }
    let soft = open.smoothed(sigma: Double(open.width) / 160)
    return soft.mean > 0.004 ? soft : nil
  }

  /// The sky without what stands in it too thin to be cut out: wires, masts, birds.
  var openSky: Field? {
    guard let sky else { return nil }
    let detail = fields.luma.slope.map { max(0, min(1, ($0 - 0.025) / 0.04)) }
    let reach = max(1, sky.width / 160)
    let near = detail.blurred(radius: reach).map { min(1, $0 * Float(2 * reach + 1)) }
    return sky.merging(near) { $0 * (1 - $1) }
  }

  private var horizon: Double { sky.map { $0.lowestRow } ?? 0.3 }

  /// Places that look like it, where enough of them lie together.
  private func texture(_ test: (PictureFields, Int) -> Bool) -> Field {
    let raw = Field(
      size: fields.size, values: fields.luma.values.indices.map { test(fields, $0) ? 1 : 0 })
    let radius = max(2, fields.size.width / 90)
    return raw.blurred(radius: radius).map { max(0, min(1, ($0 - 0.45) * 4)) }
      .guided(by: fields.luma, radius: radius, epsilon: 0.003).map { max(0, min(1, $0)) }
  }

  /// Around and above the face, no wider than a head of hair is, and not the face itself.
  private var hair: Field? {
    guard let face = faces.first else { return nil }
    return Field(size: fields.size) { x, y in
      let across = ((Double(x) + 0.5) / Double(fields.size.width) - face.center.x) / face.width
      let down = ((Double(y) + 0.5) / Double(fields.size.height) - face.center.y) / face.height
      let distance = (across * across + (down + 0.25) * (down + 0.25) * 0.7).squareRoot()
      let isFace = (across * across * 1.6 + down * down) < 0.36
      return isFace || down > 0.9 ? 0 : Float(max(0, min(1, (1.15 - distance) * 4)))
    }.merging(subject, min)
  }

  /// The subject below its head.
  private var cloth: Field? {
    let bottom = faces.first.map { $0.center.y + $0.height * 0.9 } ?? 0
    return Field(size: fields.size) { x, y in
      Double(y) / Double(fields.size.height) > bottom ? subject[x, y] : 0
    }
  }
}

extension Field {
  /// Where it ends in the middle of its columns, 0…1 from the top.
  fileprivate var lowestRow: Double {
    let ends = (0..<width).compactMap { x in (0..<height).last { self[x, $0] > 0.5 } }.sorted()
    return ends.isEmpty ? 0.3 : Double(ends[ends.count / 2]) / Double(height)
  }
}

extension PictureFields {
  fileprivate func isWater(_ i: Int, horizon: Double) -> Bool {
    let place = Double(i / size.width) / Double(size.height)
    let (y, b, r) = (luma.values[i], blue.values[i], red.values[i])
    return place > max(horizon - 0.01, 0.2) && b > -0.035 && r < 0.025 && y > 0.05 && y < 0.97
      && b - r > 0.012
  }

  fileprivate func isFire(_ i: Int) -> Bool {
    let (y, b, r) = (luma.values[i], blue.values[i], red.values[i])
    return y > 0.35 && r > 0.07 && b < -0.1 || y > 0.85 && b < -0.08 && r > -0.01
  }

  fileprivate func isFoliage(_ i: Int) -> Bool {
    let (y, b, r) = (luma.values[i], blue.values[i], red.values[i])
    return b < -0.015 && r < 0.012 && y > 0.04 && y < 0.85
  }

  fileprivate func isSmoke(_ i: Int) -> Bool {
    let (y, b, r) = (luma.values[i], blue.values[i], red.values[i])
    return max(abs(b), abs(r)) < 0.03 && y > 0.3 && y < 0.95
  }
}

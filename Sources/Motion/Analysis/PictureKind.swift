internal import Pixels

/// What a picture is of, as far as a cinematographer has to know.
public enum PictureKind: String, Hashable, Sendable, CaseIterable {
  /// A face or a person.
  case portrait
  /// Land, water and sky.
  case landscape
  /// Buildings and straight lines.
  case street
  /// A thing before a plain ground.
  case product
  /// Writing, a drawing, a screen: nothing of it has depth.
  case document
  /// One colour, noise, or nearly so.
  case plain
  /// Anything else.
  case scene
}

extension PictureKind {
  init(_ picture: PictureFields, sky: SkyMask?, matte: Matte, faces: [FaceRect]) {
    let gradient = picture.gradient
    let (low, high) = (picture.luma.quantile(0.02), picture.luma.quantile(0.98))
    if high - low < 0.06 || gradient.quantile(0.5) > 0.11 {
      self = .plain
    } else if picture.looksWritten(gradient), picture.hasPlainBorder(gradient) {
      self = .document
    } else if faces.contains(where: { $0.height > 0.1 }) {
      self = .portrait
    } else if picture.hasPlainBorder(gradient), matte.area > 0.03 {
      self = .product
    } else if let sky, sky.area > 0.1, sky.contrast > 0.4,
      sky.area > 0.45 || picture.straightness(gradient) < 0.42
    {
      self = .landscape
    } else if picture.straightness(gradient) >= 0.42 {
      self = .street
    } else {
      self = .scene
    }
  }
}

extension PictureFields {
  /// Mostly one bright or dark ground without colour, with fine marks on it.
  fileprivate func looksWritten(_ gradient: Field) -> Bool {
    let ground = luma.quantile(0.7)
    let sameGround = Double(luma.values.count { abs($0 - ground) < 0.08 }) / Double(size.area)
    let colour = zip(blue.values, red.values).count { max(abs($0), abs($1)) > 0.06 }
    let marks = Double(gradient.values.count { $0 > 0.08 }) / Double(size.area)
    return sameGround > 0.55 && marks > 0.06 && Double(colour) < 0.12 * Double(size.area)
      && ground > 0.6
  }

  /// Whether the picture's outermost tenth is nearly smooth.
  fileprivate func hasPlainBorder(_ gradient: Field) -> Bool {
    let margin = max(2, min(size.width, size.height) / 12)
    var (count, rough) = (0, 0)
    var values: [Float] = []
    for y in 0..<size.height {
      for x in 0..<size.width
      where x < margin || y < margin || x >= size.width - margin || y >= size.height - margin {
        count += 1
        if gradient[x, y] > 0.03 { rough += 1 }
        values.append(luma[x, y])
      }
    }
    values.sort()
    let spread = values[values.count * 9 / 10] - values[values.count / 10]
    return Double(rough) < 0.12 * Double(count) && spread < 0.35
  }

  /// The share of strong edges that stand upright or lie level within some degrees.
  fileprivate func straightness(_ gradient: Field) -> Double {
    var (strong, straight) = (0, 0)
    for y in 1..<size.height - 1 {
      for x in 1..<size.width - 1 where gradient[x, y] > 0.07 {
        let across = abs(luma[x + 1, y] - luma[x - 1, y])
        let down = abs(luma[x, y + 1] - luma[x, y - 1])
        strong += 1
        if min(across, down) < 0.12 * max(across, down) { straight += 1 }
      }
    }
    return strong < 200 ? 0 : Double(straight) / Double(strong)
  }
}

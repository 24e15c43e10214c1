internal import Pixels

extension Field {
  /// The relief with every face at one level, so that none is bent, and over a face's width around
  /// it back to what it was. Faces that are close have one level together.
  func level(at faces: [FaceRect]) -> Field {
    guard !faces.isEmpty else { return self }
    let boxes = faces.map { Box($0, in: self) }
    var levels = boxes.map { mean(in: $0) }
    for (i, one) in boxes.enumerated() {
      for (j, other) in boxes.enumerated().dropFirst(i + 1) where one.meets(other) {
        let (old, shared) = ([levels[i], levels[j]], (levels[i] + levels[j]) / 2)
        for k in levels.indices where old.contains(levels[k]) { levels[k] = shared }
      }
    }
    var result = self
    for y in 0..<height {
      for x in 0..<width {
        var (weights, sum): (Float, Float) = (0, 0)
        for (box, level) in zip(boxes, levels) {
          let weight = box.weight(x, y)
          weights += weight
          sum += weight * level
        }
        guard weights > 0 else { continue }
        let share = min(1, weights)
        result[x, y] = self[x, y] * (1 - share) + sum / weights * share
      }
    }
    return result
  }

  private func mean(in box: Box) -> Float {
    let (columns, rows) = (
      max(0, box.left)...min(width - 1, box.right), max(0, box.top)...min(height - 1, box.bottom)
    )
    let sum = rows.reduce(Float(0)) { sum, y in columns.reduce(sum) { $0 + self[$1, y] } }
    return sum / Float(rows.count * columns.count)
  }
}

/// A face on the grid of a field, and all around it the values that its edge lies between.
private struct Box {
  let left, right, top, bottom: Int
  /// How far around it its level is felt.
  let reach: Int

  init(_ face: FaceRect, in field: Field) {
    func ends(_ middle: Double, _ length: Double, _ count: Int) -> (Int, Int) {
      let (first, last) = (
        ((middle - length / 2) * Double(count) - 1), ((middle + length / 2) * Double(count) + 1)
      )
      return (
        min(count - 1, Int(first.rounded(.down))), max(0, Int(last.rounded(.up)))
      )
    }
    (left, right) = ends(face.center.x, face.width, field.width)
    (top, bottom) = ends(face.center.y, face.height, field.height)
    reach = max(1, right - left)
  }

  /// 1 inside, 0 beyond its reach.
  func weight(_ x: Int, _ y: Int) -> Float {
    let across = max(0, left - x, x - right)
    let down = max(0, top - y, y - bottom)
    let t = max(0, 1 - Float(across * across + down * down).squareRoot() / Float(reach))
    return t * t * (3 - 2 * t)
  }

  func meets(_ other: Box) -> Bool {
    let reach = max(self.reach, other.reach)
    return left - reach <= other.right && other.left - reach <= right
      && top - reach <= other.bottom && other.top - reach <= bottom
  }
}

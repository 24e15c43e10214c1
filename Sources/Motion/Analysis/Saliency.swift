internal import Pixels

/// What stands out from the picture's edges: the minimum barrier distance to them (Zhang, Sclaroff,
/// Lin, Shen, Price & Mech 2015), with a preference for the middle.
struct Saliency {
  let field: Field

  init(_ picture: PictureFields) {
    let distances = [picture.luma, picture.blue.map { 2 * $0 }, picture.red.map { 2 * $0 }]
      .map { BarrierDistance($0).field }
    let sum = distances[0].merging(distances[1], +).merging(distances[2], +)
    let smooth = sum.guided(by: picture.luma, radius: 6, epsilon: 0.002).normalized()
    let (width, height) = (Float(picture.size.width), Float(picture.size.height))
    let centered = Field(size: picture.size) { x, y in
      let across = (Float(x) + 0.5) / width - 0.5
      let down = (Float(y) + 0.5) / height - 0.52
      return smooth[x, y] * max(0.15, 1 - 2.4 * (across * across + down * down))
    }
    field = centered.normalized()
  }
}

/// For each place, the least rise and fall that a way from the picture's edge must take, found by
/// sweeping forth and back.
private struct BarrierDistance {
  private(set) var field: Field
  private var highest, lowest: Field
  private static let sweeps = 3

  init(_ image: Field) {
    field = Field(size: image.size, repeating: .greatestFiniteMagnitude)
    highest = image
    lowest = image
    for y in 0..<image.height {
      for x in 0..<image.width
      where x == 0 || y == 0 || x == image.width - 1 || y == image.height - 1 {
        field[x, y] = 0
      }
    }
    for sweep in 0..<Self.sweeps {
      if sweep % 2 == 0 { sweepForth(image) } else { sweepBack(image) }
    }
  }

  private mutating func sweepForth(_ image: Field) {
    for y in 1..<image.height - 1 {
      for x in 1..<image.width - 1 {
        let place = y * image.width + x
        relax(place, from: place - 1, image)
        relax(place, from: place - image.width, image)
      }
    }
  }

  private mutating func sweepBack(_ image: Field) {
    for y in (1..<image.height - 1).reversed() {
      for x in (1..<image.width - 1).reversed() {
        let place = y * image.width + x
        relax(place, from: place + 1, image)
        relax(place, from: place + image.width, image)
      }
    }
  }

  private mutating func relax(_ place: Int, from neighbour: Int, _ image: Field) {
    let value = image.values[place]
    let high = max(highest.values[neighbour], value)
    let low = min(lowest.values[neighbour], value)
    guard high - low < field.values[place] else { return }
    field.values[place] = high - low
    highest.values[place] = high
    lowest.values[place] = low
  }
}

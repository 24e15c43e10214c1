internal import Foundation
internal import Pixels

/// What a picture may show where something was taken away, put together from patches of what is
/// known; where nothing known is near, less and less of it.
struct PatchCompletion {
  private let level: PatchLevel
  /// How much of the completion shows at each place, 0…1.
  private let share: Field
  private let known: Field
  /// What is added to what luma and both differences of colour read.
  private let errors: [Field]

  /// Longest side of a picture that is searched through, in pixels.
  private static let longestSide = 512
  /// Shorter than this no level is.
  private static let shortestSide = 36
  /// How far inside a hole patches go, as a share of the picture's longest side.
  private static let depth = 0.16

  /// A completion of `picture`, 4:2:0, where `known` is 0; nil where there is nothing to fill or
  /// too little to fill it from.
  init?(_ picture: Picture, known: Field) {
    let sizes = Self.sizes(of: picture.size)
    guard let finest = sizes.last else { return nil }
    let edge = HoleEdge(of: picture, known: known, size: finest.halved).needsPatches
    var level: PatchLevel?
    for size in sizes {
      guard
        var next = PatchLevel(
          picture, known: known, size: size, depth: Self.depth(of: size), where: edge, seed: 1)
      else { continue }
      next.complete(after: level, rounds: level == nil ? 6 : 3, searches: level == nil ? 4 : 2)
      level = next
    }
    guard let level else { return nil }
    self.level = level
    self.known = known
    let depth = Self.depth(of: level.size)
    let hole = known.resized(to: level.size).map { $0 > 0.999 ? 0 : Float(1e6) }
      .lowered(slope: 1)
    let near = hole.map { max(0, min(1, (depth - $0) / (0.4 * depth))) }
    let thick = level.filled.merging(hole) { $1 > 0 ? $0 : 1 }.smoothed(sigma: 1.5)
    share = near.merging(thick, *).merging(edge.resized(to: level.size), *)
    let fading = hole.map { exp(-4 * $0 / depth) }
    errors = level.errors().map { $0.merging(fading, *) }
  }

  /// How far inside a hole of a picture of `size` patches go, in pixels.
  private static func depth(of size: PixelSize) -> Float {
    Float(depth * Double(max(size.width, size.height)))
  }

  /// Sizes from the smallest to the largest.
  private static func sizes(of whole: PixelSize) -> [PixelSize] {
    var scale = min(1, Double(longestSide) / Double(max(whole.width, whole.height)))
    var sizes: [PixelSize] = []
    repeat {
      sizes.insert(
        PixelSize(
          width: max(8, Int((Double(whole.width) * scale).rounded())),
          height: max(8, Int((Double(whole.height) * scale).rounded()))), at: 0)
      scale /= 2
    } while Double(min(whole.width, whole.height)) * scale >= Double(shortestSide)
    return sizes
  }

  /// `whole`, with what isn't known copied from where the patches read, over `smooth`.
  func fill(_ whole: Picture, over smooth: Picture) -> Picture {
    let half = known.resized(to: whole.cb.size)
    return Picture(
      luma: fill(whole.luma, over: smooth.luma, known, errors[0], subsampling: 1),
      cb: fill(whole.cb, over: smooth.cb, half, errors[1], subsampling: 2),
      cr: fill(whole.cr, over: smooth.cr, half, errors[2], subsampling: 2))
  }

  /// Between the four nearest patches each sample is a mix of what they read, all at whole
  /// samples: where they agree, as sharp as what is known.
  private func fill(
    _ plane: Plane, over smooth: Plane, _ known: Field, _ errors: Field, subsampling: Int
  ) -> Plane {
    let result = Plane(size: smooth.size)
    let across = Double(level.size.width) / Double(plane.width)
    let down = Double(level.size.height) / Double(plane.height)
    let jumps = Jumps(level, of: plane.size, subsampling: subsampling)
    for y in 0..<plane.height {
      let (base, out) = (smooth.row(y), result.row(y))
      let place = max(0, min(Double(level.size.height - 1), (Double(y) + 0.5) * down - 0.5))
      let (top, t) = (Int(place), Float(place - place.rounded(.down)))
      for x in 0..<plane.width {
        out[x] = base[x]
        guard known[x, y] < 0.999 else { continue }
        let place = max(0, min(Double(level.size.width - 1), (Double(x) + 0.5) * across - 0.5))
        let (left, s) = (Int(place), Float(place - place.rounded(.down)))
        var (sum, weights, shown): (Float, Float, Float) = (0, 0, 0)
        for (column, row, weight) in [
          (left, top, (1 - s) * (1 - t)), (left + 1, top, s * (1 - t)),
          (left, top + 1, (1 - s) * t), (left + 1, top + 1, s * t),
        ] where weight > 0 && column < level.size.width && row < level.size.height {
          let node = row * level.size.width + column
          guard let jump = jumps[node] else { continue }
          let from = plane.row(max(0, min(plane.height - 1, y + jump.y)))
          let sample = Float(from[max(0, min(plane.width - 1, x + jump.x))])
          sum += weight * (sample + errors.values[node])
          weights += weight
          shown += weight * share.values[node]
        }
        guard weights > 0 else { continue }
        let value = Float(base[x]) + (sum / weights - Float(base[x])) * shown
        out[x] = UInt8(max(0, min(255, value.rounded())))
      }
    }
    return result
  }
}

/// How far away each place of a level reads, in samples of a larger plane: even numbers of luma.
private struct Jumps {
  private let jumps: [(x: Int, y: Int)?]

  init(_ level: PatchLevel, of size: PixelSize, subsampling: Int) {
    let across = Double(size.width) / Double(level.size.width)
    let down = Double(size.height) / Double(level.size.height)
    let unit = 2 / subsampling
    jumps = (0..<level.size.area).map { node in
      level.offset(atX: node % level.size.width, y: node / level.size.width).map {
        (
          Int((Double($0.x) * across / Double(unit)).rounded()) * unit,
          Int((Double($0.y) * down / Double(unit)).rounded()) * unit
        )
      }
    }
  }

  subscript(node: Int) -> (x: Int, y: Int)? { jumps[node] }
}

internal import Foundation
internal import Pixels

/// A picture with a hole at one size of a pyramid, and for each place of the hole the place of
/// what is known that its surroundings look like.
///
/// Patches are matched by propagation and random search (Barnes, Shechtman, Finkelstein & Goldman
/// 2009); what they read is voted on by all patches that overlap a place (Wexler, Shechtman &
/// Irani 2007). Places are numbers in a grid whose edges go on for the reach of a patch.
struct PatchLevel {
  let size: PixelSize
  /// Where the patch of each place reads; −1 where it has none.
  private(set) var sources: [Int]
  /// Places to be filled.
  private let targets: [Int]
  /// Places with a patch: those to be filled, and what is known close around them.
  private let places: [Int]
  /// Places whose whole patch is known.
  private let known: [Int]
  private let isKnown: [Bool]
  private let isTarget: [Bool]
  /// How much a place's vote counts: less far from what is known.
  private let trust: [Float]
  private var costs: [Int32]
  private let image: Plane
  private let chance: Chance

  /// Places from a patch's middle to its edge.
  static let reach = 3
  /// Known places around the hole that have patches too.
  static let ring = 2
  /// What a patch costs that is as far away as the picture is wide.
  private static let farPenalty = 6000
  /// A larger step than this isn't a matter of tone.
  private static let largestError: Float = 24
  /// Half the width of holes, as a share of the picture's longest side, that both of their sides
  /// say enough about.
  private static let thinnest: Float = 0.008
  /// Fewer sources than this say nothing.
  private static let fewest = 64

  /// The level of `size`; nil where nothing is to be filled there or too little is known. Places
  /// farther than `depth` inside the hole are left out, and those where `share` is 0.
  init?(
    _ picture: Picture, known field: Field, size: PixelSize, depth: Float, where share: Field,
    seed: UInt64
  ) {
    self.size = size
    chance = Chance(seed: seed)
    let sure = field.resized(to: size).map { $0 > 0.999 ? Float(1) : 0 }
    let hole = sure.map { $0 > 0 ? 0 : Float(1e6) }.lowered(slope: 1)
    let thickness = Self.thinnest * Float(max(size.width, size.height))
    let core = hole.map { $0 >= thickness ? 0 : Float(1e6) }.lowered(slope: 1)
    let wanted = hole.merging(core) { $0 > 0 && $0 <= depth && $1 <= thickness ? Float(0) : 1e6 }
      .merging(share.resized(to: size)) { $1 > 0.01 ? $0 : 1e6 }
    let rim = wanted.lowered(slope: 1)
    let whole = sure.blurred(radius: Self.reach)
    image = Self.image(picture, known: sure, size: size)
    let stride = image.stride / 4
    let count = stride * (size.height + 2 * Self.reach)
    var (targets, places, sources) = ([Int](), [Int](), [Int]())
    var isKnown = [Bool](repeating: false, count: count)
    var isTarget = isKnown
    var trust = [Float](repeating: 0, count: count)
    for y in 0..<size.height {
      for x in 0..<size.width {
        let place = (y + Self.reach) * stride + x + Self.reach
        let inside = hole[x, y]
        if wanted[x, y] == 0 {
          targets.append(place)
          isTarget[place] = true
        }
        if rim[x, y] <= (inside > 0 ? 0 : Float(Self.ring)) {
          places.append(place)
          trust[place] = pow(1.3, -inside)
        }
        let isInside =
          x >= Self.reach && y >= Self.reach && x < size.width - Self.reach
          && y < size.height - Self.reach
        if isInside, whole[x, y] > 0.999 {
          sources.append(place)
          isKnown[place] = true
        }
      }
    }
    guard !targets.isEmpty, sources.count >= Self.fewest else { return nil }
    (self.targets, self.places, known) = (targets, places, sources)
    (self.isKnown, self.isTarget, self.trust) = (isKnown, isTarget, trust)
    self.sources = [Int](repeating: -1, count: count)
    costs = [Int32](repeating: .max, count: count)
  }

  /// Luma and both differences of colour side by side, what isn't known continued smoothly.
  private static func image(_ picture: Picture, known: Field, size: PixelSize) -> Plane {
    let small = picture.resized(to: size)
    let image = Plane(
      size: PixelSize(width: 4 * (size.width + 2 * reach), height: size.height + 2 * reach),
      filledWith: 0)
    for (channel, plane) in [small.luma, small.cb, small.cr].enumerated() {
      let field = Field(plane, zero: 0, range: 1).resized(to: size).filled(where: known)
      for y in 0..<size.height {
        let row = image.row(y + reach)
        for x in 0..<size.width {
          row[4 * (x + reach) + channel] = UInt8(max(0, min(255, field[x, y].rounded())))
        }
      }
    }
    extendEdges(of: image, size: size)
    return image
  }

  /// Repeats the outermost places for the reach of a patch.
  private static func extendEdges(of image: Plane, size: PixelSize) {
    let (right, bottom) = (reach + size.width - 1, reach + size.height - 1)
    for y in reach...bottom {
      let row = image.row(y)
      for byte in 0..<4 * reach {
        row[byte] = row[4 * reach + byte % 4]
        row[4 * (right + 1) + byte] = row[4 * right + byte % 4]
      }
    }
    let length = 4 * (size.width + 2 * reach)
    for y in 0..<reach {
      image.row(y).update(from: image.row(reach), count: length)
      image.row(bottom + 1 + y).update(from: image.row(bottom), count: length)
    }
  }
}

extension PatchLevel {
  private var stride: Int { image.stride / 4 }

  /// Matches and votes in turns; the first matches come from `coarser`, where there is one.
  mutating func complete(after coarser: PatchLevel?, rounds: Int, searches: Int) {
    begin(after: coarser)
    judge()
    if coarser != nil {
      vote()
      judge()
    }
    let radius = max(size.width, size.height) / (coarser == nil ? 1 : 4)
    for round in 0..<rounds {
      for search in 0..<searches {
        improve(forth: search % 2 == 0, turn: round * searches + search, radius: radius)
      }
      vote()
      judge()
    }
  }

  /// What each patch costs as the picture is now.
  private mutating func judge() {
    for place in places { costs[place] = cost(place, sources[place], below: .max) }
  }

  private mutating func begin(after coarser: PatchLevel?) {
    for place in places {
      let (x, y) = (place % stride - Self.reach, place / stride - Self.reach)
      let guess = coarser?.offset(atX: x, y: y, in: size).map { place + $0.y * stride + $0.x }
      if let guess, isKnown.indices.contains(guess), isKnown[guess] {
        sources[place] = guess
      } else {
        sources[place] = known[Int(chance.bits(place, 1) % UInt64(known.count))]
      }
    }
  }

  /// How far away the patch at a place of the next finer level should read, by this one.
  private func offset(atX x: Int, y: Int, in finer: PixelSize) -> (x: Int, y: Int)? {
    let across = min(size.width - 1, x * size.width / finer.width)
    let down = min(size.height - 1, y * size.height / finer.height)
    guard let offset = offset(atX: across, y: down) else { return nil }
    let scale = Double(finer.width) / Double(size.width)
    return (
      Int((Double(offset.x) * scale).rounded()), Int((Double(offset.y) * scale).rounded())
    )
  }

  /// 1 where places were filled, 0 elsewhere.
  var filled: Field {
    Field(size: size) { x, y in
      isTarget[(y + Self.reach) * stride + x + Self.reach] ? 1 : 0
    }
  }

  /// How far away the patch at a place reads; nil where there is none.
  func offset(atX x: Int, y: Int) -> (x: Int, y: Int)? {
    let place = (y + Self.reach) * stride + x + Self.reach
    let source = sources[place]
    guard source >= 0 else { return nil }
    return (source % stride - place % stride, source / stride - place / stride)
  }

  /// One sweep: what the neighbours know, and chance in ever smaller squares.
  private mutating func improve(forth: Bool, turn: Int, radius widest: Int) {
    let step = forth ? -1 : 1
    let (width, height) = (size.width + Self.reach, size.height + Self.reach)
    for index in places.indices {
      let place = places[forth ? index : places.count - 1 - index]
      var (best, cost) = (sources[place], costs[place])
      func consider(_ candidate: Int) {
        guard isKnown[candidate], candidate != best else { return }
        let other = self.cost(place, candidate, below: cost)
        if other < cost { (best, cost) = (candidate, other) }
      }
      for delta in [step, step * stride] where sources[place + delta] >= 0 {
        consider(sources[place + delta] - delta)
      }
      var radius = widest
      while radius > 0, cost > 0 {
        let bits = chance.bits(place, turn << 16 | radius)
        let side = UInt64(2 * radius + 1)
        let x = best % stride + Int((bits & 0xFFFF) * side >> 16) - radius
        let y = best / stride + Int((bits >> 16 & 0xFFFF) * side >> 16) - radius
        if x >= Self.reach, y >= Self.reach, x < width, y < height { consider(y * stride + x) }
        radius /= 2
      }
      (sources[place], costs[place]) = (best, cost)
    }
  }

  /// How unlike two patches are, and how far apart: what lies beside is likelier than what lies
  /// above or below, and that than what lies elsewhere.
  @inline(__always)
  private func cost(_ place: Int, _ source: Int, below limit: Int32) -> Int32 {
    let across = place % stride - source % stride
    let down = 2 * (place / stride - source / stride)
    let distance = (across * across + down * down) * Self.farPenalty / (size.width * size.width)
    return Int32(distance) &+ difference(place, source, below: limit &- Int32(distance))
  }

  /// Sum of squared differences of two patches, or more than `limit` where it is more.
  @inline(__always)
  private func difference(_ one: Int, _ other: Int, below limit: Int32) -> Int32 {
    let corner = Self.reach * stride + Self.reach
    var (a, b) = (image.base + 4 * (one - corner), image.base + 4 * (other - corner))
    var sum: Int32 = 0
    for _ in 0...2 * Self.reach {
      for i in 0..<28 {
        let distance = Int32(a[i]) &- Int32(b[i])
        sum = sum &+ distance &* distance
      }
      if sum >= limit { return sum }
      a += image.stride
      b += image.stride
    }
    return sum
  }

  /// Gives every place to be filled what the patches over it read, the surest counting most.
  private mutating func vote() {
    let sorted = places.map { costs[$0] }.sorted()
    let spread = 2 * max(1, Float(sorted[sorted.count * 3 / 4]))
    var sums = [SIMD4<Float>](repeating: .zero, count: isTarget.count)
    for place in places {
      let weight = trust[place] * exp(-Float(costs[place]) / spread)
      for dy in -Self.reach...Self.reach {
        for dx in -Self.reach...Self.reach {
          let delta = dy * stride + dx
          guard isTarget[place + delta] else { continue }
          let color = image.base + 4 * (sources[place] + delta)
          sums[place + delta] +=
            weight * SIMD4(Float(color[0]), Float(color[1]), Float(color[2]), 1)
        }
      }
    }
    for place in targets where sums[place].w > 0 {
      let color = sums[place] / sums[place].w
      for channel in 0..<3 { image.base[4 * place + channel] = UInt8(color[channel].rounded()) }
    }
    Self.extendEdges(of: image, size: size)
  }

  /// What the patches around the hole read wrongly, for each channel, continued into it smoothly:
  /// added to what they read it lets the hole join its edge (after Pérez, Gangnet & Blake 2003).
  func errors() -> [Field] {
    var seen = Field(size: size)
    var errors = [Field](repeating: seen, count: 3)
    for place in places where !isTarget[place] {
      let (x, y) = (place % stride - Self.reach, place / stride - Self.reach)
      seen[x, y] = 1
      for channel in 0..<3 {
        let own = Float(image.base[4 * place + channel])
        let error = own - Float(image.base[4 * sources[place] + channel])
        errors[channel][x, y] = max(-Self.largestError, min(Self.largestError, error))
      }
    }
    return errors.map { $0.filled(where: seen).smoothed(sigma: 1.5) }
  }
}

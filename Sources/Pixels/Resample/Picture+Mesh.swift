internal import CKernels

/// A picture made ready to be drawn through meshes: bordered, its alpha halved for chroma.
public struct MeshSource: Sendable {
  /// The picture, bordered.
  public let picture: Picture
  let chromaAlpha: Plane?

  /// Readies `picture`, 4:2:0.
  public init(_ picture: Picture) {
    self.picture = picture.bordered()
    chromaAlpha = picture.alpha.map { $0.halvedLeftSited().bordered() }
  }
}

/// What is to be done with a block of a mesh: sixteen pixels across, eight down.
public enum MeshBlock: UInt8, Sendable {
  /// Nothing: it is clear there, or hidden.
  case skip
  /// The source alone.
  case cover
  /// The source over what is there, by its alpha.
  case blend
}

extension Picture {
  /// Draws `source` through `mesh` onto its rectangle of this 4:2:0 picture, block by block, row
  /// after row, with Catmull-Rom sampling; it does not filter for shrinking. Where the mesh leaves
  /// the source, its edge is read. This picture's own alpha stays as it is.
  public func draw(_ source: MeshSource, through mesh: Mesh, blocks: [MeshBlock]) {
    precondition(!isFullChroma && !source.picture.isFullChroma, "meshes draw 4:2:0 onto 4:2:0")
    precondition(blocks.count == mesh.blocksAcross * (mesh.rows - 1), "what to do with each block")
    let picture = source.picture
    luma.draw(
      picture.luma, cover: picture.alpha, through: mesh, blocks, in: mesh.rect, grids: .full)
    for (from, to) in [(picture.cb, cb), (picture.cr, cr)] {
      to.draw(
        from, cover: source.chromaAlpha, through: mesh, blocks, in: mesh.rect.halved,
        grids: .halved)
    }
  }
}

extension Picture {
  /// Goes over to `other`, of the same size, in the blocks of `mesh` that aren't skipped; `weight`
  /// 0…256 is the other's share in 256ths.
  public func mix(_ other: Picture, blocks: [MeshBlock], of mesh: Mesh, weight: Int) {
    let rect = mesh.rect
    for row in 0..<mesh.rows - 1 {
      let line = row * mesh.blocksAcross
      mesh.forEachRun(of: blocks[line..<line + mesh.blocksAcross]) { run, block in
        let (left, top) = (run.lowerBound * 16, row * 8)
        let (right, bottom) = (min(run.upperBound * 16, rect.width), min(top + 8, rect.height))
        guard block != .skip, left < right, top < bottom else { return }
        let part = PixelRect(
          x: rect.x + left, y: rect.y + top, width: right - left, height: bottom - top)
        let (mine, others) = (self.part(part), other.part(part))
        mine.mix(mine.opaque, others.opaque, weight: weight)
      }
    }
  }

  /// The picture without its alpha.
  private var opaque: Picture { Picture(luma: luma, cb: cb, cr: cr) }
}

extension Mesh {
  /// Blocks in a row.
  public var blocksAcross: Int { columns / 2 }
}

extension Plane {
  fileprivate func draw(
    _ source: Plane, cover: Plane?, through mesh: Mesh, _ blocks: [MeshBlock],
    in rect: PixelRect, grids: PlaneGrids
  ) {
    precondition(
      rect.x >= 0 && rect.y >= 0 && rect.maxX <= width && rect.maxY <= height,
      "a rectangle inside the plane")
    let span = MeshSpan(mesh, source: source, on: grids)
    let (perBlock, down) = (2 * span.perCell, span.perCell)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * span.count) { places in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * rect.width) { samples in
        let (xs, ys) = (places.baseAddress!, places.baseAddress! + span.count)
        let (color, opacity) = (samples.baseAddress!, samples.baseAddress! + rect.width)
        for y in 0..<rect.height {
          let out = row(rect.y + y) + rect.x
          let line = y / down * mesh.blocksAcross
          mesh.forEachRun(of: blocks[line..<line + mesh.blocksAcross]) { run, block in
            let first = run.lowerBound * perBlock
            let count = min(run.upperBound * perBlock, rect.width) - first
            guard count > 0, block != .skip else { return }
            span.fill(xs, ys, row: y, cells: 2 * run.lowerBound..<2 * run.upperBound)
            guard block == .blend, let cover else {
              return source.sample(xs, ys, into: out + first, count: count)
            }
            source.sample(xs, ys, into: color, count: count)
            cover.sample(xs, ys, into: opacity, count: count)
            Plane.lay(color, over: out + first, opacity: opacity, count: count)
          }
        }
      }
    }
  }

  private func sample(
    _ xs: UnsafePointer<Int32>, _ ys: UnsafePointer<Int32>,
    into destination: UnsafeMutablePointer<UInt8>, count: Int
  ) {
    catmullRomPhases.withUnsafeBufferPointer { phases in
      kn_sample_4x4(
        base, Int32(stride), xs, ys, phases.baseAddress!, destination, Int32(count))
    }
  }

  private static func lay(
    _ color: UnsafePointer<UInt8>, over out: UnsafeMutablePointer<UInt8>,
    opacity: UnsafePointer<UInt8>, count: Int
  ) {
    for x in 0..<count {
      let weight = UInt16(opacity[x])
      let sum = UInt16(out[x]) &* (255 &- weight) &+ UInt16(color[x]) &* weight &+ 127
      out[x] = UInt8(truncatingIfNeeded: (sum &+ (sum &>> 8) &+ 1) &>> 8)
    }
  }
}

extension Mesh {
  /// Neighbouring blocks of a row to which the same is done, together.
  fileprivate func forEachRun(
    of row: ArraySlice<MeshBlock>, _ body: (Range<Int>, MeshBlock) -> Void
  ) {
    var start = row.startIndex
    while start < row.endIndex {
      var end = start + 1
      while end < row.endIndex, row[end] == row[start] { end += 1 }
      body(start - row.startIndex..<end - row.startIndex, row[start])
      start = end
    }
  }
}

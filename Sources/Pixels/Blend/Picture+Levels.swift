extension Picture {
  /// A picture put together from `levels` of one size and layout: at each place the first where
  /// `share`, stretched over the picture, is 0, the last where it is 1, and mixes of neighbours
  /// between.
  public init(mixing levels: [Picture], by share: Field) {
    precondition(levels.count > 1, "at least two levels")
    func mixed(_ plane: (Picture) -> Plane) -> Plane { Plane(mixing: levels.map(plane), by: share) }
    self.init(
      luma: mixed(\.luma), cb: mixed(\.cb), cr: mixed(\.cr),
      alpha: levels[0].alpha == nil ? nil : mixed { $0.alpha ?? $0.luma })
  }
}

extension Plane {
  /// Pixels from one place where shares are looked up to the next.
  private static let cell = 16

  fileprivate convenience init(mixing levels: [Plane], by share: Field) {
    self.init(size: levels[0].size)
    let across = (width + Plane.cell - 1) / Plane.cell
    let most = Float(256 * (levels.count - 1))
    var nodes = [Int32](repeating: 0, count: across + 1)
    for y in 0..<height {
      let down = (Double(y) + 0.5) / Double(height)
      for i in 0...across {
        let place = Double(i * Plane.cell) / Double(width)
        nodes[i] = Int32(max(0, min(1, share.value(atX: place, y: down))) * most)
      }
      mix(levels.map { $0.row(y) }, by: nodes, into: row(y))
    }
  }

  private func mix(
    _ rows: [UnsafeMutablePointer<UInt8>], by nodes: [Int32],
    into out: UnsafeMutablePointer<UInt8>
  ) {
    let last = rows.count - 2
    for x in 0..<width {
      let (cell, part) = (x / Plane.cell, Int32(truncatingIfNeeded: x % Plane.cell))
      let place = nodes[cell] &+ (nodes[cell + 1] &- nodes[cell]) &* part / Int32(Plane.cell)
      let level = min(Int(place >> 8), last)
      let (near, far) = (Int32(rows[level][x]), Int32(rows[level + 1][x]))
      let share = place &- Int32(truncatingIfNeeded: level) &* 256
      out[x] = UInt8(truncatingIfNeeded: near &+ ((far &- near) &* share &+ 128) &>> 8)
    }
  }
}

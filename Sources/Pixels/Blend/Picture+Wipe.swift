/// The edge a wipe uncovers first.
public enum WipeEdge: Sendable, CaseIterable {
  case left, right, top, bottom
}

extension Picture {
  /// Fills this opaque 4:2:0 picture with `first`, of which `share` (0…1) is wiped away by
  /// `second` from `edge`, across a soft border of `softness` (a share of the frame).
  public func wipe(
    _ first: Picture, _ second: Picture, from edge: WipeEdge, share: Double, softness: Double
  ) {
    let front = share * (1 + softness)
    func weights(_ count: Int) -> [UInt16] {
      (0..<count).map { index in
        let place = (Double(index) + 0.5) / Double(count)
        let distance = edge == .left || edge == .top ? place : 1 - place
        return UInt16((max(0, min(1, (front - distance) / softness)) * 256).rounded())
      }
    }
    for (out, a, b) in [
      (luma, first.luma, second.luma), (cb, first.cb, second.cb), (cr, first.cr, second.cr),
    ] {
      switch edge {
      case .left, .right: out.mix(a, b, columnWeights: weights(out.width))
      case .top, .bottom: out.mix(a, b, rowWeights: weights(out.height))
      }
    }
  }
}

extension Plane {
  fileprivate func mix(_ first: Plane, _ second: Plane, columnWeights: [UInt16]) {
    precondition(first.size == size && second.size == size && columnWeights.count == width)
    columnWeights.withUnsafeBufferPointer { weights in
      for y in 0..<height {
        let (a, b, out) = (first.row(y), second.row(y), row(y))
        for x in 0..<weights.count {
          let sum =
            UInt16(a[x]) &* (256 &- weights[x]) &+ UInt16(b[x]) &* weights[x] &+ 128
          out[x] = UInt8(truncatingIfNeeded: sum &>> 8)
        }
      }
    }
  }

  fileprivate func mix(_ first: Plane, _ second: Plane, rowWeights: [UInt16]) {
    precondition(first.size == size && second.size == size && rowWeights.count == height)
    for y in 0..<height {
      let (a, b, out) = (first.row(y), second.row(y), row(y))
      let toSecond = rowWeights[y]
      for x in 0..<width {
        let sum = UInt16(a[x]) &* (256 &- toSecond) &+ UInt16(b[x]) &* toSecond &+ 128
        out[x] = UInt8(truncatingIfNeeded: sum &>> 8)
      }
    }
  }
}

extension Surface {
  /// Blurs coverage with a Gaussian of `deviation` pixels, by its sampled kernel along rows,
  /// then along columns. Made for small surfaces and deviations of a few pixels.
  borrowing func blur(deviation: Double) {
    let kernel = GaussianKernel(deviation: deviation)
    guard kernel.radius > 0 else { return }
    let (width, height, stride) = (width, height, stride)
    _ = withBytes { bytes in
      var rows = [UInt16](repeating: 0, count: width * height)
      var sums = [UInt32](repeating: 0, count: width)
      rows.withUnsafeMutableBufferPointer { rows in
        sums.withUnsafeMutableBufferPointer { sums in
          guard let rows = rows.baseAddress, let sums = sums.baseAddress else { return }
          for y in 0..<height {
            kernel.blurRow(bytes + y * stride, count: width, into: rows + y * width)
          }
          for y in 0..<height {
            kernel.blurColumns(of: rows, at: y, width: width, height: height, sums: sums)
            let out = bytes + y * stride
            for x in 0..<width {
              out[x] = UInt8(truncatingIfNeeded: (sums[x] &+ 0x7F_FFFF) &>> 24)
            }
          }
        }
      }
    }
  }
}

extension GaussianKernel {
  /// Outside the row is nothing.
  fileprivate func blurRow(
    _ row: UnsafeMutablePointer<UInt8>, count: Int, into out: UnsafeMutablePointer<UInt16>
  ) {
    weights.withUnsafeBufferPointer { weights in
      for x in 0..<count {
        var sum = weights[0] &* UInt32(truncatingIfNeeded: row[x])
        for distance in 1...radius {
          var pair: UInt32 = 0
          if x >= distance { pair = UInt32(truncatingIfNeeded: row[x &- distance]) }
          if x &+ distance < count { pair &+= UInt32(truncatingIfNeeded: row[x &+ distance]) }
          sum &+= weights[distance] &* pair
        }
        out[x] = UInt16(truncatingIfNeeded: sum &>> 8)
      }
    }
  }

  /// Sums of all columns at row `y`, a row of weights at a time.
  fileprivate func blurColumns(
    of rows: UnsafeMutablePointer<UInt16>, at y: Int, width: Int, height: Int,
    sums: UnsafeMutablePointer<UInt32>
  ) {
    let row = rows + y * width
    for x in 0..<width { sums[x] = weights[0] &* UInt32(truncatingIfNeeded: row[x]) }
    for distance in 1...radius {
      let weight = weights[distance]
      for near in [y - distance, y + distance] where near >= 0 && near < height {
        let row = rows + near * width
        for x in 0..<width { sums[x] &+= weight &* UInt32(truncatingIfNeeded: row[x]) }
      }
    }
  }
}

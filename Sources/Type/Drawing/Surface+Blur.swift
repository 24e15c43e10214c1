extension Surface {
  /// Blurs coverage with a Gaussian of `deviation` pixels, by its sampled kernel along rows,
  /// then along columns. Made for small surfaces and deviations of a few pixels.
  borrowing func blur(deviation: Double) {
    let kernel = GaussianKernel(deviation: deviation)
    guard kernel.radius > 0 else { return }
    let (width, height, stride) = (width, height, stride)
    _ = withBytes { bytes in
      var rows = [UInt16](repeating: 0, count: width * height)
      rows.withUnsafeMutableBufferPointer { rows in
        for y in 0..<height {
          kernel.run(count: width) {
            bytes[y &* stride &+ $0]
          } write: { x, sum in
            rows[y &* width &+ x] = UInt16(truncatingIfNeeded: sum &>> 8)
          }
        }
        for x in 0..<width {
          kernel.run(count: height) {
            rows[$0 &* width &+ x]
          } write: { y, sum in
            bytes[y &* stride &+ x] = UInt8(truncatingIfNeeded: (sum &+ 0x7F_FFFF) &>> 24)
          }
        }
      }
    }
  }
}

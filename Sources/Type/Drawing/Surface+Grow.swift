extension Surface {
  /// Makes coverage reach `radius` pixels further, parts of a pixel included, in squares: what is
  /// blurred afterwards shows no corners, and stroking letters this wide costs more than the blur.
  borrowing func grow(by radius: Double) {
    guard radius > 0 else { return }
    let (width, height, stride) = (width, height, stride)
    _ = withBytes { bytes in
      var line = [UInt8](repeating: 0, count: max(width, height))
      for y in 0..<height {
        Self.grow(bytes + y * stride, step: 1, count: width, by: radius, through: &line)
      }
      for x in 0..<width {
        Self.grow(bytes + x, step: stride, count: height, by: radius, through: &line)
      }
    }
  }

  /// A running maximum along one row or column.
  private static func grow(
    _ samples: UnsafeMutablePointer<UInt8>, step: Int, count: Int, by radius: Double,
    through line: inout [UInt8]
  ) {
    let whole = Int(radius)
    let share = Int(((radius - Double(whole)) * 256).rounded())
    line.withUnsafeMutableBufferPointer { line in
      for index in 0..<count { line[index] = samples[index &* step] }
      for index in 0..<count {
        var inner = line[index]
        for near in max(index - whole, 0)...min(index + whole, count - 1) {
          inner = max(inner, line[near])
        }
        var outer = inner
        if index > whole { outer = max(outer, line[index &- whole &- 1]) }
        if index + whole + 1 < count { outer = max(outer, line[index &+ whole &+ 1]) }
        let mixed = Int(inner) &* (256 &- share) &+ Int(outer) &* share
        samples[index &* step] = UInt8(truncatingIfNeeded: mixed &>> 8)
      }
    }
  }
}

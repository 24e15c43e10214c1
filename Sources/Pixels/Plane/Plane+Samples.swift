extension Plane {
  /// A copy of every sample, row after row, without what lies between rows.
  public var samples: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
      for y in 0..<height {
        buffer.baseAddress?.advanced(by: y * width).initialize(from: row(y), count: width)
      }
      count = width * height
    }
  }
}

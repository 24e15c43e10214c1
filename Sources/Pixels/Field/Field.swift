/// One number at each place of a picture, in rows: a depth, a mask, a component of a flow.
///
/// Fields are usually smaller than the picture they belong to and are stretched over it; the
/// centre of the first value lies half a value's width from the left and top edges.
public struct Field: Hashable, Sendable {
  /// Values across and down.
  public let size: PixelSize
  /// Row after row.
  public var values: [Float]

  /// Values across.
  @inlinable public var width: Int { size.width }
  /// Values down.
  @inlinable public var height: Int { size.height }

  /// A field of one value.
  public init(size: PixelSize, repeating value: Float = 0) {
    self.init(size: size, values: [Float](repeating: value, count: size.area))
  }

  /// A field of `values`, row after row.
  public init(size: PixelSize, values: [Float]) {
    precondition(size.width > 0 && size.height > 0, "a field has at least one value")
    precondition(values.count == size.area, "a value for every place")
    self.size = size
    self.values = values
  }

  /// The samples of a plane, `zero` as 0 and `range` above it as 1: as it stands, how bright a
  /// luma plane is.
  public init(_ plane: Plane, zero: Float = 16, range: Float = 219) {
    self.init(size: plane.size) { x, y in (Float(plane.row(y)[x]) - zero) / range }
  }

  /// A field that holds `value(x, y)` at each column and row.
  @inlinable public init(size: PixelSize, _ value: (Int, Int) -> Float) {
    let values = [Float](unsafeUninitializedCapacity: size.area) { buffer, count in
      for y in 0..<size.height {
        for x in 0..<size.width { buffer[y * size.width + x] = value(x, y) }
      }
      count = size.area
    }
    self.init(size: size, values: values)
  }

  /// The value at column `x` of row `y`.
  @inlinable public subscript(x: Int, y: Int) -> Float {
    get { values[y * size.width + x] }
    set { values[y * size.width + x] = newValue }
  }

  /// The value at a place of the picture, 0…1 from the left and the top, between its four
  /// neighbours; beyond the outermost centres the edge goes on.
  @inlinable public func value(atX x: Double, y: Double) -> Float {
    let across = max(0, min(Double(width - 1), x * Double(width) - 0.5))
    let down = max(0, min(Double(height - 1), y * Double(height) - 0.5))
    let (left, top) = (Int(across), Int(down))
    let (right, bottom) = (min(left + 1, width - 1), min(top + 1, height - 1))
    let (s, t) = (Float(across - Double(left)), Float(down - Double(top)))
    let upper = self[left, top] + (self[right, top] - self[left, top]) * s
    let lower = self[left, bottom] + (self[right, bottom] - self[left, bottom]) * s
    return upper + (lower - upper) * t
  }

  /// A field of the same size with each value changed.
  @inlinable public func map(_ change: (Float) -> Float) -> Field {
    Field(size: size, values: values.map(change))
  }

  /// The two fields' values put together, place by place; both have one size.
  @inlinable public func merging(_ other: Field, _ merge: (Float, Float) -> Float) -> Field {
    precondition(size == other.size, "fields of one size")
    return Field(size: size, values: zip(values, other.values).map(merge))
  }

  /// The value below which `share` (0…1) of all values lie.
  public func quantile(_ share: Double) -> Float {
    let rank = Int((Double(values.count - 1) * max(0, min(1, share))).rounded())
    var pool = values
    return pool.withUnsafeMutableBufferPointer { $0.selecting(rank: rank) }
  }

  /// The field as a picture: 0 black, 1 white.
  public var picture: Picture {
    let luma = Plane(size: size)
    for y in 0..<height {
      let row = luma.row(y)
      for x in 0..<width {
        row[x] = UInt8((16 + 219 * max(0, min(1, self[x, y]))).rounded())
      }
    }
    let grey = Plane(size: size, filledWith: 128)
    return Picture(luma: luma, cb: grey, cr: grey)
  }

  /// The mean of all values.
  public var mean: Float { Float(values.reduce(0.0) { $0 + Double($1) } / Double(size.area)) }
}

/// What a model takes or gives under one name.
public struct TensorDescription: Hashable, Sendable {
  /// Its name in the model.
  public let name: String
  /// Whether its elements are 32-bit floating point.
  public let isFloat: Bool
  /// Its extents, slowest first; nil where whoever runs the model chooses. Empty where the model
  /// doesn't tell.
  public let extents: [Int?]

  /// More than tensors of pictures have.
  static let mostExtents = 8

  /// A tensor of this name and shape.
  public init(name: String, isFloat: Bool, extents: [Int?]) {
    self.name = name
    self.isFloat = isFloat
    self.extents = extents
  }
}

extension TensorDescription: CustomStringConvertible {
  /// `pixel_values: float [1, 3, ?, ?]`.
  public var description: String {
    let shape = extents.map { $0.map(String.init) ?? "?" }.joined(separator: ", ")
    return "\(name): \(isFloat ? "float" : "not float") [\(shape)]"
  }
}

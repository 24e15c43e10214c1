internal import Foundation
public import Pixels

/// A model that says how near each place of a picture is: Depth Anything V2 (Yang et al. 2024)
/// and those that take and give the same.
///
/// It takes one tensor of 32-bit floats `[1, 3, height, width]`, red, green and blue normalized as
/// ImageNet's, and gives `[1, height, width]` or `[1, 1, height, width]`, larger where nearer, in
/// any range.
public final class DepthModel {
  private let model: OnnxModel
  private let input: TensorDescription
  private let output: TensorDescription

  /// Reads the model at `path`; throws where that isn't one, or takes or gives something else.
  public init(path: String, runtime: OnnxRuntime) throws(InferenceError) {
    let model = try OnnxModel(path: path, runtime: runtime)
    self.model = model
    input = try Self.input(of: model)
    output = try Self.output(of: model)
  }

  /// How near each place of `picture` is, 0 farthest, 1 nearest, in the picture's shape and at
  /// most 640 places long. Throws where the model can't be run on it, or gives what isn't depth.
  public func disparity(of picture: Picture) throws(InferenceError) -> Field {
    let frame = DepthInput.size(
      for: picture.size, width: input.extents[3], height: input.extents[2])
    let (values, extents) = try model.run(
      input.name, values: DepthInput.values(of: picture, at: frame),
      extents: [1, 3, frame.height, frame.width], output: output.name)
    let sides = extents.drop { $0 == 1 }
    guard sides.count == 2, extents.count <= 4, let height = sides.first, let width = sides.last,
      width > 1, height > 1
    else {
      throw InferenceError(
        .unsuitableModel,
        "\(model.path) gives \(output.name) of \(extents); a depth is [1, height, width].")
    }
    guard values.allSatisfy(\.isFinite) else {
      throw InferenceError(
        .badOutput,
        "\(model.path) gives depths of this picture that are no numbers; use another export of "
          + "it, in 32-bit floats.")
    }
    let field = Field(size: PixelSize(width: width, height: height), values: values)
    // A mean of ones may be a little more than one.
    return field.stretched.resized(to: Self.size(for: picture.size)).map { max(0, min(1, $0)) }
  }

  /// The picture's shape, at a size that depth is thought about.
  static func size(for picture: PixelSize) -> PixelSize {
    let scale = min(1, longestSide / Double(max(picture.width, picture.height)))
    return PixelSize(
      width: max(2, Int((Double(picture.width) * scale).rounded())),
      height: max(2, Int((Double(picture.height) * scale).rounded())))
  }

  private static let longestSide = 640.0
  /// Larger than any export; a number that only a damaged file holds.
  private static let mostExtent = 4096

  private static func input(
    of model: OnnxModel
  ) throws(InferenceError) -> TensorDescription {
    let takes = model.inputs.map(\.description).joined(separator: "; ")
    guard model.inputs.count == 1, let input = model.inputs.first, input.isPicture(mostExtent)
    else {
      throw InferenceError(
        .unsuitableModel,
        "\(model.path) takes \(takes); a depth model takes one picture as float "
          + "[1, 3, height, width].")
    }
    return input
  }

  private static func output(
    of model: OnnxModel
  ) throws(InferenceError) -> TensorDescription {
    let named = model.outputs.first { ["predicted_depth", "depth"].contains($0.name) }
    guard let output = named ?? model.outputs.first, output.isFloat else {
      let gives = model.outputs.map(\.description).joined(separator: "; ")
      throw InferenceError(
        .unsuitableModel,
        "\(model.path) gives \(gives); a depth model gives predicted_depth as float "
          + "[1, height, width].")
    }
    return output
  }
}

extension TensorDescription {
  /// Whether one picture in red, green and blue fits, with sides of at most `most`.
  fileprivate func isPicture(_ most: Int) -> Bool {
    guard isFloat, extents.count == 4, extents[0] ?? 1 == 1, extents[1] ?? 3 == 3 else {
      return false
    }
    return extents[2...].allSatisfy { (2...most).contains($0 ?? most) }
  }
}

extension Field {
  /// From 0 to 1; ½ everywhere where all values are one.
  fileprivate var stretched: Field {
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    // Halves, since the difference of two floats may be more than a float holds.
    let span = high / 2 - low / 2
    return span > 0 ? map { ($0 / 2 - low / 2) / span } : map { _ in 0.5 }
  }
}

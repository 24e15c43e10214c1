internal import Pixels

/// A small net that tells how near each place of a picture is: a U-Net (Ronneberger, Fischer &
/// Brox 2015) of 3 by 3 convolutions, trained by `scripts/train-depth` on drawn scenes and bare
/// stages, whose depth is known.
///
/// Its sums are taken in one order in single precision without fused operations: the same
/// picture gives the same bits on every machine.
struct DepthNet: Sendable {
  private let layers: [Layer]

  /// The net whose weights are in the source; read from it when it is first asked for.
  static let shared = DepthNet()

  /// A convolution.
  struct Layer: Sendable {
    let inputs, outputs, step: Int
    /// What is less becomes this much.
    let least: Float
    /// As `kn_convolve_3x3` takes them.
    let weights, biases: [Float]
  }

  /// Inputs, outputs and step of each layer; the last one's values may be negative.
  static let shapes = [
    (4, 16, 2), (16, 24, 2), (24, 24, 1), (24, 40, 2), (40, 40, 1), (40, 64, 2), (64, 64, 1),
    (64, 64, 1), (64, 64, 1), (104, 40, 1), (64, 24, 1), (40, 16, 1), (16, 1, 1),
  ]

  private init() {
    var numbers = DepthWeights.numbers[...]
    var (scales, biases) = (DepthWeights.scales[...], DepthWeights.biases[...])
    layers = Self.shapes.enumerated().map { index, shape in
      let (inputs, outputs, step) = shape
      let count = inputs * outputs * 9
      let layer = Layer(
        inputs: inputs, outputs: outputs, step: step,
        least: index == Self.shapes.count - 1 ? -.greatestFiniteMagnitude : 0,
        numbers: numbers.prefix(count), scales: scales.prefix(outputs),
        biases: biases.prefix(outputs))
      numbers = numbers.dropFirst(count)
      scales = scales.dropFirst(outputs)
      biases = biases.dropFirst(outputs)
      return layer
    }
    precondition(numbers.isEmpty && scales.isEmpty && biases.isEmpty, "the weights of this net")
  }

  /// The size at which it looks at a picture: of about as many places whatever the shape, both
  /// ways a multiple of 16.
  static func inputSize(_ size: PixelSize) -> PixelSize {
    let aspect = min(4, max(0.25, Double(size.width) / Double(size.height)))
    let across = (192 * 112 * aspect).squareRoot()
    func rounded(_ length: Double) -> Int { max(4, Int((length / 16).rounded())) * 16 }
    return PixelSize(width: rounded(across), height: rounded(across / aspect))
  }

  /// How near each place seems: the square root of disparity, about 0…1, at half the input's
  /// size; the mean of what it says of the picture and of its mirror image.
  func nearness(of picture: PictureFields) -> Field {
    let size = Self.inputSize(picture.size)
    let seen = [
      picture.luma.resized(to: size).map { $0 * 2 - 1 },
      picture.blue.resized(to: size).map { $0 * 4 }, picture.red.resized(to: size).map { $0 * 4 },
      Field(size: size) { _, y in (Float(y) + 0.5) / Float(size.height) * 2 - 1 },
    ]
    return output(seen).merging(output(seen.map(\.mirrored)).mirrored) { ($0 + $1) / 2 }
  }

  private func output(_ input: [Field]) -> Field {
    let half = FeatureMaps(input).convolved(layers[0])
    let quarter = half.convolved(layers[1]).convolved(layers[2])
    let eighth = quarter.convolved(layers[3]).convolved(layers[4])
    let deepest = layers[5...8].reduce(eighth) { $0.convolved($1) }
    let decoded = zip(layers[9...11], [eighth, quarter, half]).reduce(deepest) { maps, next in
      maps.doubled.beside(next.1).convolved(next.0)
    }
    return decoded.convolved(layers[12]).field(0)
  }
}

extension Field {
  /// Left and right exchanged.
  fileprivate var mirrored: Field { Field(size: size) { x, y in self[width - 1 - x, y] } }
}

extension DepthNet.Layer {
  /// A layer of weights as they are kept: of each output, those of each input, row after row.
  init(
    inputs: Int, outputs: Int, step: Int, least: Float, numbers: ArraySlice<Int8>,
    scales: ArraySlice<Float>, biases: ArraySlice<Float>
  ) {
    let groups = (outputs + 3) / 4
    let each = inputs * 9
    var weights = [Float](repeating: 0, count: groups * each * 4)
    for (output, scale) in scales.enumerated() {
      let start = output / 4 * each * 4 + output % 4
      for tap in 0..<each {
        weights[start + tap * 4] =
          Float(numbers[numbers.startIndex + output * each + tap]) * scale
      }
    }
    let spare = [Float](repeating: 0, count: groups * 4 - outputs)
    self.init(
      inputs: inputs, outputs: outputs, step: step, least: least, weights: weights,
      biases: biases + spare)
  }
}

extension DepthWeights {
  /// Each weight as it is written: one printable character, `P` for 0.
  static var numbers: [Int8] {
    parts.flatMap { part in part.utf8.compactMap { $0 == 10 ? nil : Int8(clamping: Int($0) - 80) } }
  }
}

internal import CKernels
internal import Pixels

/// What a layer of a net sees: fields of one size, bordered by zeros, one a channel.
struct FeatureMaps {
  let size: PixelSize
  let channels: Int
  /// As `kn_convolve_3x3` takes them.
  private(set) var values: [Float]

  /// Values from a row to the next; the kernel reads a little beyond a row's end.
  private var pitch: Int { size.width + 34 }

  private init(size: PixelSize, channels: Int, values: [Float]) {
    (self.size, self.channels, self.values) = (size, channels, values)
  }

  private init(size: PixelSize, channels: Int) {
    let count = channels * (size.height + 2) * (size.width + 34)
    self.init(size: size, channels: channels, values: [Float](repeating: 0, count: count))
  }

  /// Maps that hold `fields`, all of one size.
  init(_ fields: [Field]) {
    self.init(size: fields[0].size, channels: fields.count)
    for (channel, field) in fields.enumerated() {
      for y in 0..<size.height {
        let start = place(channel, y)
        for x in 0..<size.width { values[start + x] = field[x, y] }
      }
    }
  }

  /// The place of a row's first value.
  private func place(_ channel: Int, _ y: Int) -> Int {
    (channel * (size.height + 2) + y + 1) * pitch + 1
  }

  /// One channel.
  func field(_ channel: Int) -> Field {
    Field(size: size) { x, y in values[place(channel, y) + x] }
  }

  /// What a layer makes of them.
  func convolved(_ layer: DepthNet.Layer) -> FeatureMaps {
    precondition(channels == layer.inputs, "a map for every input")
    let half = PixelSize(
      width: (size.width + layer.step - 1) / layer.step,
      height: (size.height + layer.step - 1) / layer.step)
    var result = FeatureMaps(size: half, channels: layer.outputs)
    var (from, to) = (shape, result.shape)
    kn_convolve_3x3(
      values, &from, layer.weights, layer.biases, Int32(layer.step), layer.least, &result.values,
      &to)
    return result
  }

  private var shape: kn_maps {
    kn_maps(
      channels: Int32(channels), width: Int32(size.width), height: Int32(size.height),
      pitch: Int32(pitch))
  }

  /// Twice as large, each value four times.
  var doubled: FeatureMaps {
    let twice = PixelSize(width: size.width * 2, height: size.height * 2)
    var result = FeatureMaps(size: twice, channels: channels)
    for channel in 0..<channels {
      for y in 0..<twice.height {
        let (from, to) = (place(channel, y / 2), result.place(channel, y))
        for x in 0..<twice.width { result.values[to + x] = values[from + x / 2] }
      }
    }
    return result
  }

  /// These channels, then those of `other`, which has their size.
  func beside(_ other: FeatureMaps) -> FeatureMaps {
    precondition(size == other.size, "maps of one size")
    return FeatureMaps(
      size: size, channels: channels + other.channels, values: values + other.values)
  }
}

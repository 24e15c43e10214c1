import Pixels
import Testing

@testable import Inference

@Suite struct DepthInputTests {
  @Test(
    "An open side follows the picture, in patches of 14",
    arguments: [
      (1920, 1080, nil, nil, 924, 518), (1080, 1920, nil, nil, 518, 924),
      (518, 518, nil, nil, 518, 518), (100, 80, nil, nil, 644, 518),
      (4000, 500, nil, nil, 1036, 126), (30, 9000, nil, nil, 14, 1036),
      (1920, 1080, 518, 518, 518, 518), (640, 480, 384, 256, 384, 256),
      (1920, 1080, 280, nil, 280, 154), (1920, 1080, nil, 280, 504, 280),
    ] as [(Int, Int, Int?, Int?, Int, Int)])
  func size(_ across: Int, _ down: Int, _ width: Int?, _ height: Int?, _ w: Int, _ h: Int) {
    let size = DepthInput.size(
      for: PixelSize(width: across, height: down), width: width, height: height)
    #expect(size == PixelSize(width: w, height: h))
  }

  @Test(
    "Colours become red, green and blue in deviations from ImageNet's mean",
    arguments: [
      (0, 0, 0), (255, 255, 255), (255, 0, 0), (0, 255, 0), (0, 0, 255), (124, 116, 104),
    ] as [(UInt8, UInt8, UInt8)])
  func colors(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    let size = PixelSize(width: 8, height: 4)
    let color = YCbCr(red: red, green: green, blue: blue)
    let values = DepthInput.values(of: Picture(size: size, filledWith: color), at: size)
    #expect(values.count == 96)
    for (channel, part) in [red, green, blue].enumerated() {
      let difference: Float = Float(part) / 255 - DepthInput.mean[channel]
      let wanted: Float = difference / DepthInput.deviation[channel]
      for value in values[channel * 32..<channel * 32 + 32] {
        let error: Float = (value - wanted).magnitude
        #expect(error < 0.03, "channel \(channel)")
      }
    }
  }

  @Test("Rows stay rows: what is brighter on the left is brighter on the left")
  func order() {
    let picture = Picture(size: PixelSize(width: 64, height: 32), filledWith: .black)
    picture.luma.fill(PixelRect(x: 0, y: 0, width: 32, height: 32), with: 235)
    let values = DepthInput.values(of: picture, at: PixelSize(width: 4, height: 2))
    let white: Float = (1 - DepthInput.mean[0]) / DepthInput.deviation[0]
    for i in [0, 4] { #expect((values[i] - white).magnitude < 0.1) }
    for i in [3, 7] { #expect(values[i] < -2) }
  }
}

import Foundation
import Pixels
import Testing

@testable import Scenes

@Suite struct LightTests {
  @Test("A power is what the library's is, to one part in 20 000", arguments: [0.3, 1, 1.7, 2.6])
  func raisesToPowers(_ exponent: Float) {
    for step in 1...400 {
      let base = Float(step) / 400
      let found = Light(base, base * 0.5, 0.002).raised(to: exponent)
      for (value, wanted) in [(found.x, base), (found.y, base * 0.5), (found.z, 0.002)] {
        let exact = pow(wanted, exponent)
        #expect((value - exact).magnitude < exact / 20_000, "\(wanted) ^ \(exponent)")
      }
    }
  }

  @Test("A colour's light is that of its sRGB values")
  func decodesColours() {
    let light = Light(0xFF8000)
    #expect(light.x == 1 && light.z == 0)
    #expect((light.y - Light.decode(128 / 255)).magnitude < 1e-6)
  }

  @Test("A bank carries what stands on it, and ends before the open water", arguments: [0.3, 0.7])
  func bankIsWhereItShouldBe(_ across: Float) {
    let size = PixelSize(width: 320, height: 180)
    let stage = Stage(ScenePrompt("a house by a lake").scene, size: size, seed: 1)
    let place = Point(stage.width * across, stage.height * 0.7)
    let bank = Bank(stage: stage, place: place, reach: stage.unit * 0.4)
    var canvas = Canvas(size)
    bank.draw(on: &canvas)
    let inward: Float = across > 0.5 ? -1 : 1
    func alpha(_ x: Float, _ y: Float) -> Float {
      canvas.pixels[Int(y) * canvas.width + Int(x)].w
    }
    let row = bank.waterline - stage.unit * 0.015
    #expect(alpha(place.x, row) > 0.9)
    #expect(alpha(across > 0.5 ? stage.width - 1 : 0, row) > 0.9)
    #expect(alpha(place.x + inward * stage.unit * 0.45, row) == 0)
    #expect(alpha(place.x, bank.waterline + stage.unit * 0.02) == 0)
  }
}

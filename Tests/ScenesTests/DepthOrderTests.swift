import Motion
import Pixels
import Testing

@testable import Scenes

/// How well depth is guessed where it is known: scenes are drawn in layers, seen as flat pictures,
/// and the order of places on either side of a layer's edge is compared.
@Suite struct DepthOrderTests {
  static let prompts = [
    "a lighthouse at dusk, waves", "mountains over a lake at noon", "a city at night",
    "hills under a blue sky", "a deer in a misty forest", "a meadow with flowers at noon",
    "a desert at sunset", "a house in the snow", "a street at dusk", "a boat on the sea at sunset",
    "a hot air balloon over the hills", "a beach at noon",
  ]

  /// A little less than was measured; 0.85 is aimed at.
  static let measured = 0.7

  @Test func orderAcrossEdgesIsMostlyRight() {
    let size = PixelSize(width: 320, height: 180)
    var (right, all) = (0, 0)
    var told: [String] = []
    for prompt in Self.prompts {
      let layers = SceneArtist(ScenePrompt(prompt).scene, seed: 1).draw(size: size).picture
      let guess = PictureAnalysis(layers.flattened()).disparity
      let found = Self.compare(layers, guess)
      right += found.right
      all += found.all
      told.append("\(prompt): \(found.right) of \(found.all)")
    }
    let share = Double(right) / Double(max(all, 1))
    #expect(share >= Self.measured, "\(share): \(told.joined(separator: "; "))")
  }

  /// Pairs of places a few pixels apart that two layers show, and how many are in order.
  private static func compare(
    _ picture: LayeredPicture, _ guess: Field
  ) -> (right: Int, all: Int) {
    let size = picture.size
    let reach = 6
    var (right, all) = (0, 0)
    for y in stride(from: 4, to: size.height - reach - 4, by: 3) {
      for x in stride(from: 4, to: size.width - reach - 4, by: 3) {
        for (dx, dy) in [(reach, 0), (0, reach)] {
          let (one, other) = (top(picture, x, y), top(picture, x + dx, y + dy))
          guard one.layer != other.layer, abs(one.disparity - other.disparity) > 0.04 else {
            continue
          }
          func seen(_ x: Int, _ y: Int) -> Float {
            guess.value(
              atX: (Double(x) + 0.5) / Double(size.width),
              y: (Double(y) + 0.5) / Double(size.height))
          }
          let difference = seen(x, y) - seen(x + dx, y + dy)
          all += 1
          if difference * (one.disparity - other.disparity) > 0 { right += 1 }
        }
      }
    }
    return (right, all)
  }

  /// The layer that is seen at a place, and how near it is there.
  private static func top(
    _ picture: LayeredPicture, _ x: Int, _ y: Int
  ) -> (layer: Int, disparity: Float) {
    let index =
      picture.layers.lastIndex { layer in layer.picture.alpha.map { $0[x, y] > 127 } ?? true } ?? 0
    let place = (
      x: (Double(x) + 0.5) / Double(picture.size.width),
      y: (Double(y) + 0.5) / Double(picture.size.height)
    )
    return (index, picture.layers[index].disparity.value(atX: place.x, y: place.y))
  }
}

import DepthTraining
import Motion
import Pixels
import Scenes
import Testing

/// How well depth is guessed where it is known: scenes are drawn in layers, seen as flat pictures,
/// and the order of places on either side of a layer's edge is compared.
///
/// What hides weather and what a lens blurs go by the sharp disparity of a picture's layers; its
/// order is the engine's. What the camera moves is their relief, gentler so that nothing bends;
/// it is looked at too.
@Suite struct DepthOrderTests {
  /// A little less than was measured.
  static let (measured, measuredHeldBack) = (0.88, 0.89)
  /// The same of reliefs.
  static let (measuredRelief, measuredReliefHeldBack) = (0.84, 0.82)

  @Test func orderAcrossEdgesIsMostlyRight() {
    let size = PixelSize(width: 320, height: 180)
    let found = DepthPrompts.tested.map { prompt in
      Self.found(prompt, SceneArtist(ScenePrompt(prompt).scene, seed: 1).draw(size: size))
    }
    #expect(Self.share(found, \.sharp) >= Self.measured, "\(Self.report(found, \.sharp))")
    #expect(
      Self.share(found, \.relief) >= Self.measuredRelief, "\(Self.report(found, \.relief))")
  }

  @Test func orderIsMostlyRightInScenesOfEveryKind() {
    let sampler = SceneSampler(avoiding: DepthPrompts.tested)
    let numbers = (0..<250).filter { sampler.use(of: $0) == .held }
    let found = numbers.map { number in
      let (width, height) = sampler.size(of: number)
      let scene = sampler.scene(number)
      let artist = SceneArtist(scene, seed: UInt64(number) + 1000)
      return Self.found(
        "\(scene)", artist.draw(size: PixelSize(width: width, height: height)))
    }
    #expect(
      Self.share(found, \.sharp) >= Self.measuredHeldBack, "\(Self.report(found, \.sharp))")
    #expect(
      Self.share(found, \.relief) >= Self.measuredReliefHeldBack,
      "\(Self.report(found, \.relief))")
  }

  @Test func aGuessThatIsUpsideDownIsWrong() {
    let size = PixelSize(width: 320, height: 180)
    let depth = DrawnDepth(
      SceneArtist(ScenePrompt("hills under a blue sky").scene, seed: 1).draw(size: size).picture)
    let truth = Field(size: size, values: depth.disparity)
    #expect(depth.order(of: truth).right == depth.order(of: truth).all)
    #expect(depth.order(of: truth.map { 1 - $0 }).right == 0 && depth.order(of: truth).all > 100)
  }

  /// Pairs that are right by the sharp disparity and by the relief, of all.
  private typealias Found = (name: String, sharp: Int, relief: Int, all: Int)

  private static func found(_ name: String, _ drawing: SceneDrawing) -> Found {
    let depth = DrawnDepth(drawing.picture)
    let guess = LayeredPicture.layers(of: depth.picture, PictureAnalysis(depth.picture)).picture
    let sharp = LayeredPicture(
      guess.layers.map { layer in
        var sharp = layer
        sharp.disparity = layer.sharpDisparity ?? layer.disparity
        return sharp
      })
    let (right, all) = depth.order(of: seen(sharp))
    return (name, right, depth.order(of: seen(guess)).right, all)
  }

  /// How near what is seen of a picture in layers is.
  private static func seen(_ picture: LayeredPicture) -> Field {
    Field(size: picture.size, values: DrawnDepth(picture).disparity)
  }

  private static func share(_ found: [Found], _ right: KeyPath<Found, Int>) -> Double {
    Double(found.map { $0[keyPath: right] }.reduce(0, +))
      / Double(max(found.map(\.all).reduce(0, +), 1))
  }

  private static func report(_ found: [Found], _ right: KeyPath<Found, Int>) -> String {
    let lines = found.map { "\($0.name): \($0[keyPath: right]) of \($0.all)" }
    return "\(share(found, right)): \(lines.joined(separator: "; "))"
  }
}

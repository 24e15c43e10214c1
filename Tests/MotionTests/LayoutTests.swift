import MediaTime
import Pixels
import Testing

@testable import Motion

@Suite struct LayoutTests {
  private static let small = PixelSize(width: 64, height: 36)

  /// A box in the lower right, as somebody cuts it out.
  private static let mask = Field(size: small) { x, y in x > 40 && y > 20 ? 1 : 0 }
  /// Near at the left, far at the right, with a break between.
  private static let depth = Field(size: small) { x, _ in x < 30 ? 0.9 : 0.2 }

  @Test func aMaskAndADepthThatWereGivenWorkTogether() {
    let picture = DrawnPictures.hills()
    let known = PictureAnalysis(picture).with(disparity: Self.depth).with(subject: Self.mask)
    let (layered, layout) = LayeredPicture.layers(of: picture, known, skyMoves: false)
    #expect(layout == .cut(along: [.subject, .depthMap]))
    let front = layered.layers[layered.layers.count - 1]
    #expect(front.picture.alpha.map { $0[280, 140] > 240 && $0[40, 140] < 16 } == true)
    #expect(front.disparity.value(atX: 0.8, y: 0.8) < 0.1, "the depth that was given for it")
    #expect(layered.layers[1].disparity.value(atX: 0.1, y: 0.5) > 0.9)
  }

  @Test(arguments: [false, true])
  func aMaskThatWasGivenWinsOverAMovingSky(skyMoves: Bool) {
    let picture = DrawnPictures.hills()
    let known = PictureAnalysis(picture).with(subject: Self.mask)
    let (layered, layout) = LayeredPicture.layers(of: picture, known, skyMoves: skyMoves)
    #expect(layout == .cut(along: [.subject, .sky]))
    #expect(layered.layers.map(\.isSky) == [true, false, false])
    let land = layered.layers[1].picture.alpha
    #expect(land.map { $0[280, 140] > 240 } == true, "land goes on behind the subject")
  }

  @Test func withoutASheetOfSkyTheSkyMovesWithinItsMask() throws {
    let picture = DrawnPictures.ball()
    let (layered, layout) = LayeredPicture.layers(
      of: picture, PictureAnalysis(picture).with(subject: Self.mask), skyMoves: true)
    #expect(layout == .cut(along: [.subject]))
    let above = Field(size: Self.small) { _, y in y < 10 ? 1 : 0 }
    let moving = layered.moving([MovingRegion(.sky, mask: above)])
    for layer in moving.layers {
      let region = try #require(layer.regions.first)
      #expect(region.mask.value(atX: 0.5, y: 0.1) > 0.5)
      #expect(region.mask.value(atX: 0.5, y: 0.8) == 0)
    }
  }

  @Test func theSkyIsTheSheetThatIsMarked() {
    let picture = DrawnPictures.hills()
    let far = LayeredPicture.Layer(picture, disparity: 0)
    var sky = LayeredPicture.Layer(picture, disparity: 0.1)
    sky.isSky = true
    let above = Field(size: Self.small) { _, y in y < 10 ? 1 : 0 }
    let moving = LayeredPicture([far, sky]).moving([MovingRegion(.sky, mask: above)])
    #expect(moving.layers.map(\.regions.count) == [0, 1])
    #expect(moving.layers[1].regions[0].mask.values.allSatisfy { $0 == 1 })
  }

  @Test(arguments: [(0.45, true), (0.8, false)])
  func aDepthMapMayShowTheSky(edge: Double, isSky: Bool) {
    let picture = DrawnPictures.hills()
    let depth = Field(size: Self.small) { _, y in Double(y) < edge * 36 ? 0 : 0.8 }
    let known = PictureAnalysis(picture).with(disparity: depth)
    let (layered, layout) = LayeredPicture.layers(of: picture, known, skyMoves: true)
    #expect(layout == .cut(along: [.depthMap]) && layered.layers[0].isSky == isSky)
  }
}

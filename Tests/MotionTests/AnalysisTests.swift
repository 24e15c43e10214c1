import Pixels
import Testing

@testable import Motion

@Suite struct AnalysisTests {
  private let size = PixelSize(width: 320, height: 180)

  @Test func aSkyIsFarAndCutOut() throws {
    let analysis = PictureAnalysis(DrawnPictures.hills())
    let sky = try #require(analysis.sky)
    #expect(sky.value(atX: 0.5, y: 0.1) > 0.95 && sky.value(atX: 0.5, y: 0.9) < 0.05)
    #expect(
      analysis.disparity.value(atX: 0.5, y: 0.1) + 0.3
        < analysis.disparity.value(atX: 0.5, y: 0.9))
    #expect(analysis.kind == .landscape)
  }

  @Test func aBallStandsOutAndIsTheFocus() {
    let analysis = PictureAnalysis(DrawnPictures.ball())
    #expect(analysis.subject.value(atX: 0.5, y: 0.55) > 0.8)
    #expect(analysis.subject.value(atX: 0.1, y: 0.2) < 0.2)
    #expect(analysis.subjectConfidence > 0.5)
    #expect(abs(analysis.focus.x - 0.5) < 0.05 && abs(analysis.focus.y - 0.55) < 0.08)
  }

  @Test func nothingOfOneColourOrNoiseHasDepth() {
    let plain = Picture(size: size, filledWith: YCbCr(y: 120, cb: 110, cr: 140))
    var numbers = SeededNumbers(seed: 2)
    let noise = Picture(size: size)
    for y in 0..<180 {
      for x in 0..<320 { noise.luma[x, y] = .random(in: 16...235, using: &numbers) }
    }
    for y in 0..<90 { for x in 0..<160 { (noise.cb[x, y], noise.cr[x, y]) = (128, 128) } }
    for picture in [plain, noise] {
      let analysis = PictureAnalysis(picture)
      #expect(analysis.kind == .plain && analysis.depthConfidence == 0)
      let (layers, layout) = LayeredPicture.layers(of: picture, analysis)
      #expect(layout == .flat && layers.layers.count == 1)
    }
  }

  @Test func aWrittenPageIsFlat() {
    let page = DrawnPictures.made(size) { x, y in
      let isInk =
        Int(x * 160) % 3 == 0 && Int(y * 60) % 3 == 0 && x > 0.1 && x < 0.9 && y > 0.12 && y < 0.88
      return YCbCr(y: isInk ? 30 : 225, cb: 128, cr: 128)
    }
    #expect(PictureAnalysis(page).kind == .document)
  }

  @Test(arguments: [(2, 200), (400, 20), (8, 8), (1000, 50)])
  func oddShapesAreLookedAtToo(width: Int, height: Int) {
    let picture = DrawnPictures.hills(PixelSize(width: width, height: height))
    let analysis = PictureAnalysis(picture)
    #expect(analysis.disparity.values.allSatisfy { $0 >= 0 && $0 <= 1 })
  }

  @Test func reliefsAreNowhereTooSteep() {
    let picture = DrawnPictures.ball()
    let layers = LayeredPicture.layers(of: picture, PictureAnalysis(picture)).picture.layers
    for relief in layers.map(\.disparity) {
      #expect(relief.steepestStep * Float(relief.width) <= DepthEstimate.steepest * 1.001)
    }
  }

  @Test func edgesOfColorAloneGuideDepth() {
    let picture = DrawnPictures.made(size) { x, _ in
      YCbCr(y: 120, cb: x < 0.5 ? 100 : 156, cr: 128)
    }
    let fields = PictureFields(picture)
    let (width, row) = (fields.size.width, fields.size.height / 2)
    let blurred = Field(size: fields.size) { x, _ in
      max(0, min(1, Float(x - width / 2) / 16 + 0.5))
    }
    func step(_ field: Field) -> Float { field[width / 2 + 2, row] - field[width / 2 - 3, row] }
    let edged = blurred.guided(by: fields, radius: 10, epsilon: 0.001)
    #expect(step(edged) > 1.5 * step(blurred))
    #expect(step(blurred.guided(by: fields.luma, radius: 10, epsilon: 0.001)) < step(blurred))
  }

  @Test func whatSomeoneKnowsWins() {
    let analysis = PictureAnalysis(DrawnPictures.ball())
    let depth = Field(size: PixelSize(width: 64, height: 36)) { x, _ in x < 30 ? 0.2 : 0.9 }
    let known = analysis.with(disparity: depth)
    #expect(known.hasGivenDepth && known.depthConfidence == 1)
    let (layers, layout) = LayeredPicture.layers(of: DrawnPictures.ball(), known)
    #expect(layout == .cut(along: [.depthMap]) && layers.layers.count == 2)
    let mask = Field(size: PixelSize(width: 64, height: 36)) { x, y in x > 40 && y > 10 ? 1 : 0 }
    let cut = analysis.with(subject: mask)
    #expect(cut.subjectConfidence == 1 && cut.focus.x > 0.7)
    #expect(LayeredPicture.layers(of: DrawnPictures.ball(), cut).layout == .cut(along: [.subject]))
  }

  @Test func inpaintingContinuesWhatIsKnown() {
    let size = PixelSize(width: 64, height: 40)
    let ramp = Field(size: size) { x, _ in Float(x) }
    let hole = Field(size: size) { x, y in (20..<44).contains(x) && (10..<30).contains(y) ? 0 : 1 }
    let filled = ramp.merging(hole, *).filled(where: hole)
    #expect(abs(filled[32, 20] - 32) < 6 && abs(filled[22, 20] - 22) < 6)
    #expect(abs(filled[5, 5] - 5) < 1e-3)
  }

  @Test func facesAreNoMatterOfChance() {
    #expect(PictureAnalysis(DrawnPictures.ball()).faces.isEmpty)
    #expect(FaceCascade.treeCounts.reduce(0, +) == FaceCascade.featureOfTree.count)
    #expect(FaceCascade.patterns.count == 8 * FaceCascade.featureOfTree.count)
    #expect(FaceCascade.leaves.count == 2 * FaceCascade.featureOfTree.count)
  }
}

import MediaTime
import Pixels
import Testing

@testable import Motion

private let frame = PixelSize(width: 320, height: 180)

private func shot(_ kind: MovingRegion.Kind, seconds: Int64 = 4) -> ReliefShot {
  let mask = Field(size: PixelSize(width: 32, height: 18)) { _, y in y > 8 ? 1 : 0 }
  let picture = LayeredPicture([.init(texture, disparity: 0.5)])
    .moving([MovingRegion(kind, mask: mask)])
  let path = CameraPath(
    moves: [], duration: MediaTime(seconds, over: 1), frame: frame, picture: frame)
  return ReliefShot(picture, path: path)
}

private let texture = Picture(
  luma: WaveTexture(seed: 9).plane(frame), cb: Plane(size: frame.halved, filledWith: 120),
  cr: Plane(size: frame.halved, filledWith: 130))

private func drawn(_ shot: ReliefShot, _ time: MediaTime) -> Picture {
  let target = Picture(size: frame, filledWith: .white)
  shot.draw(at: time, onto: target, in: PixelRect(frame))
  return target
}

@Suite struct RegionTests {
  @Test(arguments: MovingRegion.Kind.allCases)
  func onlyTheRegionMovesAndItsLoopCloses(kind: MovingRegion.Kind) {
    let shot = shot(kind)
    #expect(!shot.isStatic)
    let frames = (0...8).map { drawn(shot, MediaTime($0, over: 2)) }
    for other in frames {
      #expect(
        other.samples.prefix(70) == texture.samples.prefix(70), "what stands still never flickers")
    }
    #expect(frames[0].difference(from: frames[3]) > 4, "the region moves")
    let seam = drawn(shot, MediaTime(119, over: 30)).difference(from: frames[8])
    let usual = frames[8].difference(from: drawn(shot, MediaTime(121, over: 30)))
    #expect(frames[0].samples == frames[8].samples && seam <= usual + 12)
  }

  @Test func loopsFitTheShot() {
    #expect(
      drawn(shot(.water, seconds: 3), .zero).samples
        == drawn(shot(.water, seconds: 3), MediaTime(3, over: 1)).samples)
  }

  @Test func theSkyMovesBehindTheHillsAlone() {
    let picture = DrawnPictures.hills()
    let analysis = PictureAnalysis(picture)
    let (layers, layout) = LayeredPicture.layers(of: picture, analysis, moving: [(.sky, 1)])
    #expect(layout == .cut(along: [.sky]))
    #expect(layers.layers[0].regions.count == 1 && layers.layers[1].regions.isEmpty)
    let path = CameraPath(
      moves: [], duration: MediaTime(4, over: 1), frame: frame, picture: frame)
    let shot = ReliefShot(layers, path: path)
    let (first, later) = (drawn(shot, .zero), drawn(shot, MediaTime(2, over: 1)))
    #expect(first.samples[120...179] == later.samples[120...179])
  }

  @Test func whatIsNotThereIsNotFound() {
    let plain = Picture(size: frame, filledWith: YCbCr(y: 120, cb: 128, cr: 128))
    let analysis = PictureAnalysis(plain)
    for kind in [MovingRegion.Kind.sky, .fire, .foliage, .hair] {
      #expect(analysis.region(kind) == nil)
    }
  }
}

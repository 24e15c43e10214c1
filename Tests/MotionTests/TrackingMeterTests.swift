import Foundation
import Pixels
import Testing

@testable import Motion

private let size = PixelSize(width: 320, height: 180)
private let pictures = (0..<6).map { WaveTexture(seed: UInt64($0) + 40) }

/// Frames of a slow zoom over picture `index`.
private func shot(_ index: Int, frames: Int, zoom: Double = 0.004) -> [Plane] {
  (0..<frames).map { frame in
    pictures[index].plane(size, after: Similarity(scale: 1 + zoom * Double(frame)))
  }
}

private func cuts(_ planes: [Plane]) -> [Int] {
  var detector = ShotDetector()
  var found: [Int] = []
  for plane in planes {
    if let cut = detector.add(LumaSignature(plane)) { found.append(cut) }
  }
  return found + detector.finish()
}

private func reports(_ planes: [Plane]) -> [MotionReport] {
  let meter = MotionMeter()
  for plane in planes { meter.add(plane) }
  return meter.finish()
}

private func dissolve(_ before: [Plane], _ after: [Plane]) -> [Plane] {
  zip(before, after).enumerated().map { index, pair in
    pair.0.mixed(with: pair.1, share: Double(index + 1) / Double(before.count + 1))
  }
}

@Suite struct TrackingMeterTests {
  @Test func cutsAreFoundWhereTheyAre() {
    let film = shot(0, frames: 9) + shot(1, frames: 4) + shot(2, frames: 7) + shot(3, frames: 3)
    #expect(cuts(film) == [9, 13, 20])
    #expect(cuts(shot(0, frames: 12)) == [])
    #expect(cuts([]) == [])
    #expect(cuts(shot(0, frames: 1)) == [])
  }

  @Test(arguments: [4, 8, 20])
  func aDissolveIsNoCut(length: Int) {
    let (before, after) = (shot(0, frames: 10 + length), shot(1, frames: 10 + length))
    let film =
      Array(before[..<10]) + dissolve(Array(before[10...]), Array(after[..<length]))
      + Array(after[length...])
    #expect(cuts(film) == [])
  }

  @Test(arguments: [1, 2, 3])
  func aFlashIsNoCut(length: Int) {
    var film = shot(0, frames: 20)
    for index in 8..<8 + length {
      film[index] = film[index].changed { _, _, value in value * 0.3 + 170 }
    }
    #expect(cuts(film) == [])
  }

  @Test func fastMovesAndFadesAreNoCuts() {
    let pan = (0..<20).map {
      pictures[2].plane(size, after: Similarity(x: 25 * Double($0)))
    }
    let fade = (0..<16).map { index in
      pictures[3].plane(size).changed { _, _, value in 16 + (value - 16) * Double(index) / 15 }
    }
    #expect(cuts(pan) == [])
    #expect(cuts(fade) == [])
  }

  @Test func everyShotIsMeasuredForItself() throws {
    let film = shot(0, frames: 20) + shot(1, frames: 16, zoom: -0.003)
    let found = reports(film)
    #expect(found.map(\.firstFrame) == [0, 20])
    #expect(found.map(\.frameCount) == [20, 16])
    #expect(found.allSatisfy { $0.isKnown && $0.confidence > 0.9 })
    let (first, second) = (try #require(found.first), try #require(found.last))
    #expect((first.scale - 1.076).magnitude < 0.0005)
    #expect((second.scale - 0.955).magnitude < 0.0005)
  }

  @Test func aDissolveEndsAShotInItsMidst() throws {
    let (before, after) = (shot(0, frames: 40), shot(1, frames: 40, zoom: -0.004))
    let film =
      Array(before[..<24]) + dissolve(Array(before[24...]), Array(after[..<16]))
      + Array(after[16...])
    let found = reports(film)
    #expect(found.count == 2)
    let (first, second) = (try #require(found.first), try #require(found.last))
    #expect((28..<39).contains(second.firstFrame), "\(second.firstFrame)")
    let seen = Double(first.measuredFrames - 1) * 0.004
    #expect((first.scale - 1 - seen).magnitude < 0.004)
    let start = 1 - 0.004 * Double(second.firstFrame - 24)
    #expect((second.scale - (1 - 0.004 * 39) / start).magnitude < 0.003)
  }

  @Test func blackFramesAroundAShotAreNoShots() {
    let black = Array(repeating: Plane(size: size, filledWith: 16), count: 4)
    let fade = shot(0, frames: 12).enumerated().map { index, plane in
      plane.changed { _, _, value in 16 + (value - 16) * Double(index) / 12 }
    }
    let found = reports(black + fade + shot(0, frames: 20).map { $0 } + black)
    #expect(found.count <= 3)
    #expect(found.reduce(0) { $0 + $1.frameCount } == 40)
    #expect(found.contains { $0.isKnown && $0.frameCount >= 20 })
  }

  @Test func jitterIsMeanAcceleration() throws {
    let shaking = (0..<20).map { index in
      pictures[4].plane(size, after: Similarity(x: index % 2 == 0 ? 0.5 : -0.5))
    }
    let found = try #require(reports(shaking).first)
    // From step to step the speed goes from +1 to −1 and back.
    #expect((try #require(found.jitter) - 2).magnitude < 0.02)
    #expect(found.reversals == 18)
    #expect((found.reach - 1.0 / 320).magnitude < 0.0001 && found.isMoving)
    let smooth = try #require(reports(shot(0, frames: 30)).first)
    #expect(try #require(smooth.jitter) < 0.012)
    #expect(smooth.reversals == 0)
  }

  @Test func stillsDoNotMove() throws {
    let found = try #require(
      reports((0..<12).map { pictures[5].plane(size).noisy(3, seed: $0) }).first)
    #expect((found.scale - 1).magnitude < 0.0005)
    #expect(found.shiftX.magnitude * 320 < 0.05 && found.reversals == 0)
    #expect(!found.isMoving)
  }

  @Test func signaturesKnowLight() {
    let plane = Plane(size: size, filledWith: 16)
    for x in 0..<32 { for y in 0..<180 { plane[x, y] = 235 } }
    let signature = LumaSignature(plane)
    #expect((signature.mean - (16 * 0.9 + 235 * 0.1)).magnitude < 1.5)
    #expect(signature.quantile(0.5) == 16 && signature.quantile(0.98) == 235)
    #expect(signature.difference(from: signature) == (0, 0))
    #expect(
      signature.difference(from: LumaSignature(Plane(size: size, filledWith: 16))).largest == 219)
  }
}

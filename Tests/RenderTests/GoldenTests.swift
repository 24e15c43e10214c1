import Foundation
import Libav
import MediaTime
import Motion
import Pixels
import Testing

@Suite struct GoldenTests {
  private let size = PixelSize(width: 96, height: 54)

  private func chart(_ size: PixelSize, offset: Int = 0) -> Picture {
    let picture = Picture(
      luma: Plane(size: size), cb: Plane(size: size, filledWith: 128),
      cr: Plane(size: size, filledWith: 128))
    for y in 0..<size.height {
      for x in 0..<size.width {
        let square = (x / 12 + y / 9) % 2 == 0 ? 60 : 180
        picture.luma[x, y] = UInt8(square + (x * 7 + y * 3) % 40 + offset)
        picture.cb[x, y] = UInt8(100 + 56 * x / size.width)
        picture.cr[x, y] = UInt8(100 + 56 * y / size.height)
      }
    }
    return picture
  }

  @Test func aZoomLooksAsItDid() throws {
    let path = CameraPath(
      moves: [CameraMotion(.zoom(from: 1, to: 1.3, about: UnitPoint(x: 0.3, y: 0.4)))],
      duration: MediaTime(seconds: 1), frame: size, picture: PixelSize(width: 192, height: 108))
    let frame = Picture(size: size)
    StillShot(chart(path.picture), path: path)
      .draw(at: MediaTime(1, over: 2), onto: frame, in: PixelRect(size))
    try expectGolden(frame, named: "zoom-halfway")
  }

  @Test func aPictureIsItsOwnGolden() throws {
    let folder = try GoldenFolder.temporary()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let picture = chart(size)
    try expectGolden(picture, named: "own", folder: folder, isRecording: true)
    try expectGolden(
      picture, named: "own", maximumDifference: 0, psnr: .infinity, folder: folder,
      isRecording: false)
  }

  @Test func aMissIsTold() throws {
    let folder = try GoldenFolder.temporary()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try expectGolden(chart(size), named: "own", folder: folder, isRecording: true)
    for (picture, name) in [
      (chart(size, offset: 9), "own"), (chart(PixelSize(width: 90, height: 54)), "own"),
      (chart(size), "unrecorded"),
    ] {
      try withKnownIssue {
        try expectGolden(picture, named: name, folder: folder, isRecording: false)
      } matching: { issue in
        let text = issue.comments.map(\.rawValue).joined()
        if let range = text.range(of: "See ") {
          let misses = String(text[range.upperBound...].dropLast())
          let files = (try? FileManager.default.contentsOfDirectory(atPath: misses)) ?? []
          try? FileManager.default.removeItem(atPath: misses)
          return files.count >= 2
        }
        return text.contains("RECORD=1")
      }
    }
  }
}

import CommandRunner
import Foundation
import Libav
import Pixels
import Testing

@Suite struct DiskTests {
  private func drawPicture(_ place: Workplace) throws {
    let size = PixelSize(width: 640, height: 360)
    var seed: UInt32 = 7
    let picture = Picture(
      luma: Plane(size: size), cb: Plane(size: size, filledWith: 128),
      cr: Plane(size: size, filledWith: 128))
    for y in 0..<size.height {
      for x in 0..<size.width {
        seed = seed &* 1_664_525 &+ 1_013_904_223
        picture.luma[x, y] = UInt8(16 + (seed >> 24) % 200)
      }
    }
    try PNG.write(picture, to: place.path("noise.png"))
  }

  @Test func aFolderThatCannotBeWrittenIsNamed() throws {
    let place = try Workplace()
    try drawPicture(place)
    let command = try place.run("make", "noise.png", "1 second", "-o", "nowhere/film.mp4")
    #expect(command.status == 73 && command.errors.contains("nowhere"))
    #expect(place.files == ["noise.png"])
  }

  @Test func interruptingLeavesNothing() throws {
    let place = try Workplace()
    try drawPicture(place)
    let running = try RunningCommand(
      ["make", "noise.png", "10 minutes, roll clockwise"], in: place.folder)
    Thread.sleep(forTimeInterval: 1.5)
    running.interrupt()
    let command = running.wait()
    #expect(command.status == 130, "\(command.errors)")
    #expect(place.files == ["noise.png"])
  }

  /// Needs a file system of its own, which only root can make.
  @Test(.enabled(if: getuid() == 0)) func aFullDiskIsSaidAndLeavesNothing() throws {
    let place = try Workplace()
    try drawPicture(place)
    let small = place.path("small")
    try FileManager.default.createDirectory(
      atPath: small, withIntermediateDirectories: false)
    guard shell("mount -t tmpfs -o size=300k none '\(small)'") == 0 else {
      // A container may forbid mounts even to root; nothing can be learned then.
      return
    }
    defer { _ = shell("umount '\(small)'") }
    let command = try place.run(
      "make", "noise.png", "5 seconds, pan right", "-o", "small/film.mp4")
    #expect(command.status == 74, "\(command.errors)")
    #expect(command.errors.contains("no room left"), "\(command.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: small).isEmpty)
  }

  private func shell(_ line: String) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
  }
}

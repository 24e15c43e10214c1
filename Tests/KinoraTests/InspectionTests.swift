import CommandRunner
import Foundation
import Libav
import Pixels
import Testing

@Suite struct InspectionTests {
  private func film(_ place: Workplace) throws {
    let size = PixelSize(width: 160, height: 90)
    let picture = Picture(
      luma: Plane(size: size), cb: Plane(size: size, filledWith: 128),
      cr: Plane(size: size, filledWith: 128))
    for y in 0..<90 { for x in 0..<160 { picture.luma[x, y] = UInt8(50 + (x * y) % 140) } }
    try PNG.write(picture, to: place.path("a.png"))
    let made = try place.run("make", "a.png", "push in, 1 second", "--size", "320x180")
    #expect(made.status == 0, "\(made.errors)")
  }

  @Test func probeTellsWhatAFileIs() throws {
    let place = try Workplace()
    try film(place)
    let plain = try place.run("probe", "a.mp4")
    #expect(plain.status == 0 && plain.output.contains("320×180, h264 High, yuv420p"))
    let json = try place.run("probe", "a.png", "--json")
    #expect(json.objects.first?["kind"] as? String == "image")
    #expect(try place.run("probe", "nowhere.mp4").status == 66)
  }

  @Test func checkFindsNoFaultInOurOwnFilms() throws {
    let place = try Workplace()
    try film(place)
    let check = try place.run("check", "a.mp4", "--motion")
    #expect(check.status == 0, "\(check.output)\(check.errors)")
    let json = try place.run("check", "a.mp4", "--json")
    #expect(json.status == 0 && json.objects.count == 1, "\(json.output)")
    #expect(try place.run("check", "a.png").status != 0)
  }

  @Test func doctorKnowsTheMachine() throws {
    let place = try Workplace()
    let doctor = try place.run("doctor")
    #expect(doctor.status == 0, "\(doctor.output)")
    #expect(doctor.output.contains("✓ H.264"))
    #expect(try place.run("doctor", "--json").objects.count == 1)
  }

  @Test func versionIsQuick() throws {
    let place = try Workplace()
    let version = try place.run("--version")
    #expect(version.status == 0 && version.output.split(separator: ".").count == 3)
  }
}

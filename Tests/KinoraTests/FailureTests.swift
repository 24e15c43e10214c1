import CommandRunner
import Foundation
import Libav
import Pixels
import Testing

@Suite struct FailureTests {
  /// One sentence, the status that the help names, and nothing left behind.
  private func expectFailure(
    _ command: Command, status: Int32, naming word: String, in place: Workplace,
    files: [String]
  ) {
    #expect(command.status == status, "\(command.errors)")
    let lines = command.errors.split(separator: "\n").filter { $0.hasPrefix("kinora: ") }
    #expect(lines.count == 1, "\(command.errors)")
    #expect(command.errors.contains(word), "\(command.errors)")
    #expect(place.files == files)
  }

  @Test(arguments: ["photo.jpg", "clip.mp4", "song.mp3", "with space/photo.jpg"])
  func aMissingFileIsNamed(name: String) throws {
    let place = try Workplace()
    let command = try place.run("make", name, "3 seconds")
    expectFailure(command, status: 66, naming: name, in: place, files: [])
  }

  @Test func wordsThatNothingCanBeDrawnOfAreNotEnough() throws {
    let place = try Workplace()
    let command = try place.run("make", "xyzzy plugh")
    expectFailure(
      command, status: 66, naming: "a mountain lake", in: place, files: [])
  }

  @Test(arguments: [
    ("", "empty"), ("hello, this is text", "a.jpg"), ("#!/bin/sh\nexit 0\n", "a.jpg"),
    ("ffconcat version 1.0\nfile '/etc/passwd'\n", "a.jpg"),
    ("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n", "a.jpg"),
    ("<svg xmlns='http://www.w3.org/2000/svg'/>", "a.jpg"),
    ("\u{89}PNG\r\n\u{1A}\n", "a.jpg"), ("PK\u{3}\u{4}zipped", "a.jpg"),
  ])
  func foreignFilesAreRefused(content: String, word: String) throws {
    let place = try Workplace()
    try place.write(content, to: "a.jpg")
    let command = try place.run("make", "a.jpg", "3 seconds")
    expectFailure(command, status: 65, naming: word, in: place, files: ["a.jpg"])
  }

  @Test(arguments: ["a.jpg", "a.png", "a.mp4"], [0.5, 0.98])
  func filesThatEndTooSoonAreRefused(name: String, share: Double) throws {
    let place = try Workplace()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: try wholeFile(name, in: place)))
    let cut = "cut-\(name)"
    try bytes.prefix(Int(Double(bytes.count) * share))
      .write(to: URL(fileURLWithPath: place.path(cut)))
    let files = place.files
    let command = try place.run("make", cut, "1 second", "--size", "320x180")
    expectFailure(command, status: 65, naming: "cut off", in: place, files: files)
  }

  /// The picture that ships with the repository, as a JPEG, a PNG or a film.
  private func wholeFile(_ name: String, in place: Workplace) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let picture = root.appendingPathComponent("Examples/dawn.jpg").path
    switch name {
    case "a.png":
      let small = PixelSize(width: 320, height: 240)
      let still = try Still.decode(path: picture, neededSize: small).cropped(to: small)
      try PNG.write(still, to: place.path(name))
    case "a.mp4":
      let made = try place.run("make", picture, "1 second", "--size", "320x180", "-o", name)
      #expect(made.status == 0, "\(made.errors)")
    default: return picture
    }
    return place.path(name)
  }

  @Test func aFolderIsNoPicture() throws {
    let place = try Workplace()
    try FileManager.default.createDirectory(
      atPath: place.path("a.jpg"), withIntermediateDirectories: false)
    let command = try place.run("make", "a.jpg", "3 seconds")
    expectFailure(command, status: 66, naming: "folder", in: place, files: ["a.jpg"])
  }

  @Test(arguments: [
    ("{", "JSON"), ("[]", "draft"), (#"{"schema":"Draft.9","t":[]}"#, "Draft.9"),
    (#"{"schema":"Draft.1","d":0,"t":[]}"#, "nothing to show"),
    (
      #"{"t":[{"id":"t","tt":0,"sg":[{"id":"s","src":"a","s":0,"d":"x"}]}]}"#,
      "tracks[0].segments[0].d"
    ),
    (#"{"t":[{"id":"t","tt":0,"sg":[{"id":"s","src":"a","s":-5,"d":9}]}]}"#, "\"s\""),
  ])
  func badDraftsAreRefusedByPlace(json: String, word: String) throws {
    let place = try Workplace()
    try place.write(json, to: "draft.json")
    let command = try place.run("render", "draft.json", "--media", ".", "-o", "film.mp4")
    #expect(command.status == 65 || command.status == 66, "\(command.errors)")
    #expect(command.errors.contains(word), "\(command.errors)")
    #expect(place.files == ["draft.json"])
  }

  @Test func unknownMediaIsNamed() throws {
    let place = try Workplace()
    try place.write(
      #"{"t":[{"id":"t","tt":0,"sg":[{"id":"s","src":"nowhere","s":0,"d":900}]}]}"#,
      to: "draft.json")
    let command = try place.run("render", "draft.json", "--media", ".", "-o", "film.mp4")
    expectFailure(command, status: 66, naming: "nowhere", in: place, files: ["draft.json"])
  }

  @Test(arguments: [
    ["make"], ["make", "a.jpg", "x", "--size", "3x3"], ["make", "a.jpg", "x", "--fps", "0"],
    ["make", "a.jpg", "x", "--quality", "best"], ["render", "x.json"], ["frobnicate"],
  ])
  func wrongArgumentsAreExplained(arguments: [String]) throws {
    let place = try Workplace()
    let command = try Command(arguments, in: place.folder)
    #expect(command.status == 64)
    #expect(command.errors.contains("Usage:"))
  }
}

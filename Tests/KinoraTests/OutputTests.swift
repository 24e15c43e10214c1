import CommandRunner
import Foundation
import Libav
import Pixels
import Testing

/// Where a film may go.
@Suite struct OutputTests {
  private static let draft = """
    {"schema":"Draft.1","d":100,"m":{"width":64,"height":36,"fps":30},
     "t":[{"id":"t1","tt":7,"sg":[{"id":"s1","x":"Kinora","s":0,"d":100}]}]}
    """

  private func render(to output: String, in place: Workplace) throws -> Command {
    try place.write(Self.draft, to: "draft.json")
    return try place.run("render", "draft.json", "--media", ".", "-o", output)
  }

  @Test(arguments: ["a", "film", "film.mp4", "film.MOV", "a b.m4v"])
  func aFileGetsTheFilm(output: String) throws {
    let place = try Workplace()
    let command = try render(to: output, in: place)
    #expect(command.status == 0, "\(command.errors)")
    #expect(place.files == ["draft.json", output].sorted())
  }

  @Test(arguments: [
    ("", "no file"), ("-", "no file"), ("/dev/null", "device"), ("folder", "folder/film.mp4"),
    ("f", "f/film.mp4"), (".", "./film.mp4"), ("film.webm", "film.mp4"), ("film.GIF", "MP4"),
    ("draft.json", "inputs"), ("none/film.mp4", "none"),
  ])
  func elsewhereIsRefusedWithAdvice(output: String, word: String) throws {
    let place = try Workplace()
    for folder in ["f", "folder"] {
      try FileManager.default.createDirectory(
        atPath: place.path(folder), withIntermediateDirectories: false)
    }
    let command = try render(to: output, in: place)
    #expect(command.status == 73, "\(command.errors)")
    #expect(command.errors.contains(word), "\(command.errors)")
    #expect(place.files == ["draft.json", "f", "folder"])
    #expect(try String(contentsOfFile: place.path("draft.json"), encoding: .utf8) == Self.draft)
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type]
    #expect(type as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test func wordsWithoutQuotesAreToldOf() throws {
    let place = try Workplace()
    try place.write("x", to: "a.jpg")
    let command = try place.run("make", "a.jpg", "pan", "left")
    #expect(command.status == 66)
    #expect(command.errors.contains("quotes"), "\(command.errors)")
    let named = try place.run("make", "a.jpg", "b.jpg", "pan left")
    #expect(named.errors.contains("b.jpg; check the name."), "\(named.errors)")
  }

  @Test(arguments: [
    (
      "push in, denoise it, denoise it", "Understood: push in",
      "Noise reduction is not available yet."
    ),
    ("推近，降噪", "听懂：推近", "“降噪”还不能用。"),
  ])
  func whatWasDoneAndWhatNotIsSaid(words: String, done: String, refused: String) throws {
    let place = try Workplace()
    let size = PixelSize(width: 64, height: 36)
    try PNG.write(Picture(size: size, filledWith: .white), to: place.path("a.png"))
    let command = try place.run("make", "a.png", words, "--size", "64x36")
    #expect(command.status == 0, "\(command.errors)")
    let lines = command.errors.split(separator: "\n").map(String.init)
    #expect(lines.contains(done), "\(lines)")
    #expect(lines.filter { $0 == refused }.count == 1, "\(lines)")
  }
}

import Foundation
import Sound
import Testing

@testable import Foley

@Suite struct FoleyFileTests {
  @Test(arguments: SoundEffect.allCases)
  func filesAreReadAsTheyWereWritten(effect: SoundEffect) throws {
    let file = FoleyFile(FoleyRecipe(effect, seed: .max), words: "some \"rain\"")
    let read = try #require(FoleyFile(content: file.content))
    #expect(read == file)
    #expect(read.content == file.content)
  }

  @Test func theFormIsFixed() {
    let file = FoleyFile(FoleyRecipe(.rain, seed: 7), words: "rain")
    let text = String(bytes: file.content, encoding: .utf8)
    #expect(
      text == #"{"format":"kinora.foley.1","prompt":"rain","recipe":{"effect":"rain","seed":7}}"#)
  }

  @Test(arguments: [
    "", "{", "{}", "rain", #"{"format":"kinora.foley.1"}"#,
    #"{"format":"kinora.foley.2","prompt":"","recipe":{"effect":"rain","seed":7}}"#,
    #"{"format":"kinora.scene.1","prompt":"","recipe":{"effect":"rain","seed":7}}"#,
    #"{"format":"kinora.foley.1","prompt":"","recipe":{"effect":"moo","seed":7}}"#,
    #"{"format":"kinora.foley.1","prompt":"","recipe":{"effect":"rain","seed":-7}}"#,
  ])
  func whatIsSomethingElseIsNil(text: String) {
    #expect(FoleyFile(content: Data(text.utf8)) == nil)
  }

  @Test func filesAreReadFromTheirPath() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = FoleyFile(FoleyRecipe(.bell, seed: 3), words: "a bell")
    let path = folder.appending(path: "bell.json")
    try file.content.write(to: path)
    #expect(FoleyFile(path: path.path) == file)
    try Data("RIFF".utf8).write(to: path)
    #expect(FoleyFile(path: path.path) == nil)
    #expect(FoleyFile(path: folder.appending(path: "none").path) == nil)
    #expect(FoleyFile(path: folder.path) == nil)
  }
}

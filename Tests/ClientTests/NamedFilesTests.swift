import Foundation
import Testing

@testable import Client

@Suite struct NamedFilesTests {
  static let folder: URL = {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("named-files-tests")
    for name in ["photo.jpg", "My song.mp3", "照片.png", "deep/clip.mp4", "a.mp4/keep.txt"] {
      let file = folder.appendingPathComponent(name)
      try? FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      _ = FileManager.default.createFile(atPath: file.path, contents: Data())
    }
    return folder
  }()

  struct Case: CustomTestStringConvertible {
    let words: String
    let files: [String]
    var message: String?
    var isOnlySending = false

    var testDescription: String { words }
  }

  @Test(arguments: [
    Case(words: "upload photo.jpg", files: ["photo.jpg"], isOnlySending: true),
    Case(words: "上传 照片.png", files: ["照片.png"], isOnlySending: true),
    Case(words: "photo.jpg", files: ["photo.jpg"], isOnlySending: true),
    Case(
      words: "'My song.mp3' ./deep/clip.mp4", files: ["My song.mp3", "deep/clip.mp4"],
      message: "My song.mp3 clip.mp4", isOnlySending: true),
    Case(
      words: "My\\ song.mp3", files: ["My song.mp3"], message: "My song.mp3", isOnlySending: true),
    Case(words: "please upload photo.jpg and photo.jpg", files: ["photo.jpg"], isOnlySending: true),
    Case(words: "upload missing.jpg", files: ["missing.jpg"], isOnlySending: true),
    Case(
      words: "add deep/clip.mp4 at the end", files: ["deep/clip.mp4"],
      message: "add clip.mp4 at the end"),
    Case(words: "add missing.jpg at the end", files: []),
    Case(words: "upload a.mp4", files: ["a.mp4"], isOnlySending: true),
    Case(words: "use a.mp4", files: []),
    Case(words: "title \"photo\", make it 3.5 seconds", files: []),
    Case(words: "it's photo.jpg", files: ["photo.jpg"]),
    Case(words: "", files: []), Case(words: "\\", files: []), Case(words: ".jpg", files: []),
  ]) func findsFiles(test: Case) {
    let named = NamedFiles(in: test.words, folder: Self.folder)
    let expected = test.files.map {
      Self.folder.appendingPathComponent($0).standardizedFileURL.path
    }
    #expect(named.files.map(\.path) == expected)
    #expect(named.message == test.message ?? test.words)
    #expect(named.isOnlySending == (test.isOnlySending || test.words.isEmpty))
  }
}

import Foundation
import Testing

@testable import VideoEngines

@Suite struct EngineSettingsTests {
  private func made(
    _ settings: EngineSettings, _ environment: [String: String] = ["KEY": "k"]
  ) throws -> any VideoEngine {
    try settings.engine(environment, downloader: RecordedDownloads())
  }

  @Test("Each kind says what it lacks", arguments: EngineSettings.Kind.allCases)
  func tellsWhatIsMissing(kind: EngineSettings.Kind) throws {
    let error = #expect(throws: VideoEngineError.self) {
      try made(EngineSettings(name: "it", kind: kind))
    }
    #expect(error?.message.hasPrefix("it lacks --") == true)
    guard kind != .comfyUI else { return }
    let engine = try made(
      EngineSettings(
        name: "it", kind: kind, url: "http://127.0.0.1:9", model: "a/b", keyVariable: "KEY"))
    #expect(engine.name == "it")
  }

  @Test("Keys are taken from the environment, or from a file that nobody else may read")
  func readsKeys() throws {
    let folder = try TestFolder()
    var settings = EngineSettings(
      name: "it", kind: .videos, url: "http://127.0.0.1:9", keyVariable: "NOT_SET")
    var error = #expect(throws: VideoEngineError.self) { try made(settings) }
    #expect(error?.code == .unauthorized && error?.message.contains("NOT_SET") == true)
    (settings.keyVariable, settings.keyFile) = (nil, folder("key"))
    error = #expect(throws: VideoEngineError.self) { try made(settings) }
    #expect(error?.message.contains("There is no key") == true)
    for (text, mode, isFine) in [("abc\n", 0o600, true), ("abc", 0o644, false), ("", 0o600, false)]
    {
      try Data(text.utf8).write(to: URL(filePath: folder("key")))
      try FileManager.default.setAttributes(
        [.posixPermissions: mode], ofItemAtPath: folder("key"))
      #expect(((try? made(settings)) != nil) == isFine)
    }
  }

  @Test("The list keeps its order, is nobody else's to read, and is never lost by a bad file")
  func keepsList() throws {
    let folder = try TestFolder()
    let list = EngineList(path: folder("config/engines.json"))
    #expect(try list.engines().isEmpty && !list.remove("a"))
    for name in ["a", "b"] { try list.add(EngineSettings(name: name, kind: .videos)) }
    try list.add(EngineSettings(name: "a", kind: .veo))
    #expect(try list.engines().map(\.name) == ["a", "b"] && list.engines()[0].kind == .veo)
    let attributes = try FileManager.default.attributesOfItem(atPath: list.path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    #expect(try list.remove("a") && list.engines().map(\.name) == ["b"])
    try Data("{".utf8).write(to: URL(filePath: list.path))
    #expect(throws: VideoEngineError.self) { try list.add(EngineSettings(name: "c", kind: .fal)) }
    #expect(try Data(contentsOf: URL(filePath: list.path)) == Data("{".utf8))
  }
}

import Foundation

/// The files of the studio page. They lie beside the program, in the folder that the package
/// manager makes of this library's resources, and are read once.
struct PageFolder: Sendable {
  /// By their paths in the folder: `parts/main.js`.
  let files: [String: PageFile]

  /// The page that came with the program.
  static let standard = PageFolder(
    at: program.appending(path: "kinora_Server.resources/Page", directoryHint: .isDirectory))

  /// The files of a folder; none where there is no folder.
  init(at folder: URL) {
    var files: [String: PageFile] = [:]
    let names = FileManager.default.enumerator(atPath: folder.path)
    while let name = names?.nextObject() as? String {
      guard let content = try? String(contentsOf: folder.appending(path: name), encoding: .utf8),
        let file = PageFile(named: name, content: content)
      else { continue }
      files[name] = file
    }
    self.files = files
  }

  /// The folder of the running program, whatever links led to it.
  private static var program: URL {
    let path = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
    return path.resolvingSymlinksInPath().deletingLastPathComponent()
  }
}

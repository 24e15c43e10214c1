import Foundation

/// The checkout that this test was compiled from.
enum Repository {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Folders that hold what people write, and the endings of it.
  private static let folders = ["Sources", "Tests", "Examples", "scripts", ".ci"]
  private static let endings: Set = ["swift", "c", "h", "py", "sh", "md", "modulemap", ""]

  /// Every text of the repository, in order of path. Build products and media are left out.
  static func texts() throws -> [SourceText] {
    var paths = try FileManager.default.contentsOfDirectory(atPath: root.path).filter {
      $0 == "Makefile" || $0.hasSuffix(".md") || $0.hasSuffix(".swift")
    }
    for folder in folders {
      let base = root.appending(path: folder).path
      let below = FileManager.default.enumerator(atPath: base)
      while let path = below?.nextObject() as? String {
        let ending = (path as NSString).pathExtension
        let isHidden = path.hasPrefix(".") || path.contains("/.")
        guard !isHidden, endings.contains(ending), !isFolder(base + "/" + path) else { continue }
        paths.append(folder + "/" + path)
      }
    }
    return try paths.sorted().map { path in
      let data = try Data(contentsOf: root.appending(path: path))
      return SourceText(path: path, text: String(decoding: data, as: UTF8.self))
    }
  }

  static func text(_ path: String) throws -> SourceText {
    let data = try Data(contentsOf: root.appending(path: path))
    return SourceText(path: path, text: String(decoding: data, as: UTF8.self))
  }

  private static func isFolder(_ path: String) -> Bool {
    var result: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &result) && result.boolValue
  }
}

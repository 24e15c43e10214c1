internal import Foundation

/// Where the media of a draft lie.
public protocol MediaLibrary: Sendable {
  /// The file of medium `id`, or nil where there is none.
  func path(of id: String) -> String?
}

/// Media by name in one folder: the id is the file's name, with or without its extension.
public struct FolderLibrary: MediaLibrary {
  private let files: [String: String]

  /// The files of the folder at `path`; throws where it can't be listed.
  public init(path: String) throws(RenderError) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw RenderError(
        .missingMedia, "The media folder \(path) can't be read; name a folder that exists.",
        cause: error)
    }
    var files: [String: String] = [:]
    for name in names.sorted() where !name.hasPrefix(".") {
      let file = (path as NSString).appendingPathComponent(name)
      files[name] = file
      let stem = (name as NSString).deletingPathExtension
      if files[stem] == nil { files[stem] = file }
    }
    self.files = files
  }

  /// The file of medium `id`.
  public func path(of id: String) -> String? { files[id] }
}

/// Media by id, each with its file.
public struct ListedLibrary: MediaLibrary {
  private let files: [String: String]

  /// A library of the given files.
  public init(_ files: [String: String]) { self.files = files }

  /// The file of medium `id`.
  public func path(of id: String) -> String? { files[id] }
}

internal import Foundation

/// Where the media of a draft lie.
public protocol MediaLibrary: Sendable {
  /// The file of medium `id`, or nil where there is none.
  func path(of id: String) -> String?
  /// A picture of how near the places of still `id` are, white nearest; nil where there is none.
  func depthMap(of id: String) -> String?
  /// A picture that is white on the subject of still `id`; nil where there is none.
  func mask(of id: String) -> String?
}

extension MediaLibrary {
  /// None.
  public func depthMap(of id: String) -> String? { nil }
  /// None.
  public func mask(of id: String) -> String? { nil }
}

/// Media by name in one folder: the id is the file's name, with or without its extension. Beside
/// `photo.jpg` may lie `photo.depth.png` and `photo.mask.png`.
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

  /// `STEM.depth.png`.
  public func depthMap(of id: String) -> String? { companion(of: id, "depth") }

  /// `STEM.mask.png`.
  public func mask(of id: String) -> String? { companion(of: id, "mask") }

  private func companion(of id: String, _ name: String) -> String? {
    files["\(id).\(name).png"] ?? files["\((id as NSString).deletingPathExtension).\(name).png"]
  }
}

/// Media by id, each with its file.
public struct ListedLibrary: MediaLibrary {
  private let files: [String: String]
  private let depthMaps: [String: String]
  private let masks: [String: String]

  /// A library of the given files, depth maps and masks, each by the medium's id.
  public init(
    _ files: [String: String], depthMaps: [String: String] = [:], masks: [String: String] = [:]
  ) {
    self.files = files
    self.depthMaps = depthMaps
    self.masks = masks
  }

  /// The file of medium `id`.
  public func path(of id: String) -> String? { files[id] }

  /// The depth map that was given for `id`.
  public func depthMap(of id: String) -> String? { depthMaps[id] }

  /// The mask that was given for `id`.
  public func mask(of id: String) -> String? { masks[id] }
}

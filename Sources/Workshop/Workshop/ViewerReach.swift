internal import Foundation
internal import Glibc

/// What a process that shows frames can read.
///
/// Where there is a place for it, that is a folder of its own in which each of its owner's files
/// has a second name (a hard link): later files come into reach while the process goes on.
/// Elsewhere it is the files that it was begun with.
struct ViewerReach {
  private var folder: String?
  /// Where the process finds each file.
  private var places: [String: Place] = [:]

  private struct Place {
    let path: String
    let identity: Identity?
  }

  private struct Identity: Equatable {
    let device: dev_t
    let number: ino_t

    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      (device, number) = (status.st_dev, status.st_ino)
    }
  }

  /// - Parameters:
  ///   - files: what is in reach from the beginning.
  ///   - parent: where its folder may be made.
  init(to files: Set<String>, beneath parent: String?) {
    folder = parent.flatMap(Self.newFolder(in:))
    if folder != nil, admit(files) { return }
    remove()
    folder = nil
    places = Dictionary(
      uniqueKeysWithValues: files.map { ($0, Place(path: $0, identity: nil)) })
  }

  private static func newFolder(in parent: String) -> String? {
    mkdir(parent, 0o700)
    let folder = "\(parent)/\(String(UInt64.random(in: .min ... .max), radix: 36))"
    return mkdir(folder, 0o700) == 0 ? folder : nil
  }

  /// What is allowed to the process.
  var readable: [String] { folder.map { [$0] } ?? places.keys.sorted() }

  /// Brings files into reach; false where another process is needed for that.
  mutating func admit(_ files: some Sequence<String>) -> Bool {
    files.allSatisfy { admit($0) }
  }

  private mutating func admit(_ file: String) -> Bool {
    guard let folder else { return places[file] != nil }
    let identity = Identity(file)
    // What was replaced has a new name, too, so that nothing known of the former is taken for it.
    if let known = places[file], known.identity == identity { return true }
    let path = "\(folder)/\(places.count)-\(UInt32.random(in: .min ... .max))"
    guard linkat(AT_FDCWD, file, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 else { return false }
    places[file] = Place(path: path, identity: identity)
    return true
  }

  /// Where the process finds a file that was admitted.
  func place(of file: String) -> String { places[file]?.path ?? file }

  /// Takes the second names away.
  func remove() {
    if let folder { try? FileManager.default.removeItem(atPath: folder) }
  }
}

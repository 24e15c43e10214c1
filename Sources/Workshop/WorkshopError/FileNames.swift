internal import Foundation

/// What people call files whose paths are the server's own business.
struct FileNames: Sendable {
  private let names: [(path: String, name: String)]

  /// One file, the only one there is talk of.
  init(only path: String) { names = [(path, "the file")] }

  /// The media of a film by their ids, and the film itself.
  init(media: [String: String], film: String) {
    let media = media.map { (path: $0.value, name: "the medium \($0.key)") }
    // Longer paths first: one may be the beginning of another.
    names = (media + [(film, "the film")]).sorted { $0.path.count > $1.path.count }
  }

  /// The message with names in place of paths, and a capital at its beginning.
  func applied(to message: String) -> String {
    let named = names.reduce(message) { text, entry in
      text.replacingOccurrences(of: entry.path, with: entry.name)
    }
    return named.prefix(1).uppercased() + named.dropFirst()
  }
}

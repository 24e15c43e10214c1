import Foundation
import Records
import Timeline

/// A medium of a session as the kit's artifact. Each has one version, 0: contents never change.
struct KitArtifact: Sendable {
  var item: MediaItem
  var url: String
  /// The file's name; where a session has two of one name, with the medium's id.
  var name: String

  /// The part that carries it.
  var part: JSONValue {
    .object([
      "fileData": .object([
        "fileUri": .string(url), "mimeType": .string(item.contentType),
        "displayName": .string(item.filename),
      ])
    ])
  }

  /// What is known about its version.
  var version: JSONValue {
    .object([
      "version": .integer(0), "canonicalUri": .string(url), "customMetadata": .object([:]),
      "createTime": JSONValue(item.createdAt.timeIntervalSince1970),
      "mimeType": .string(item.contentType),
    ])
  }

  /// Names for media, each once, in their order.
  static func names(of items: [MediaItem]) -> [String] {
    var counts: [String: Int] = [:]
    for item in items { counts[item.filename, default: 0] += 1 }
    return items.map { item in
      counts[item.filename] == 1 ? item.filename : "\(item.id)_\(item.filename)"
    }
  }
}

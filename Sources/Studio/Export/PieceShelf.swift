import Crypto
import Foundation

/// Pieces of each session's films on this machine's disk, that exports and previews make only
/// what changed. No session sees another's; all of them may be lost.
struct PieceShelf: Sendable {
  /// Holds a folder a session.
  let folder: String
  /// Bytes that all sessions may have.
  let limit: Int

  /// Where a session's pieces lie; nil where there can be none.
  func folder(of session: String) -> String? {
    let place = path(of: session)
    do {
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      return place
    } catch {
      return nil
    }
  }

  func remove(_ session: String) {
    try? FileManager.default.removeItem(atPath: path(of: session))
  }

  /// Removes sessions' pieces, those first that were added to longest ago, until `limit` is kept.
  func trim() {
    let files = FileManager.default
    let names = (try? files.contentsOfDirectory(atPath: folder)) ?? []
    let shelves = names.map { name in
      let path = "\(folder)/\(name)"
      let changed = (try? files.attributesOfItem(atPath: path))?[.modificationDate] as? Date
      return (path: path, changed: changed ?? .distantPast, size: Self.size(of: path))
    }
    var total = 0
    for shelf in shelves.sorted(by: { $0.changed > $1.changed }) {
      total += shelf.size
      if total > limit { try? files.removeItem(atPath: shelf.path) }
    }
  }

  private static func size(of folder: String) -> Int {
    let files = FileManager.default
    return ((try? files.contentsOfDirectory(atPath: folder)) ?? []).reduce(0) { sum, name in
      let size = (try? files.attributesOfItem(atPath: "\(folder)/\(name)"))?[.size] as? NSNumber
      return sum + (size?.intValue ?? 0)
    }
  }

  /// Clients choose ids, so folders aren't called by them.
  private func path(of session: String) -> String {
    "\(folder)/\(Data(SHA256.hash(data: Data(session.utf8))).hexadecimal)"
  }
}

extension Studio {
  /// Where pieces of films are kept; nil where none are.
  var pieces: PieceShelf? {
    guard let folder = settings.pieceFolder, settings.largestPieces > 0 else { return nil }
    return PieceShelf(folder: folder, limit: settings.largestPieces)
  }
}

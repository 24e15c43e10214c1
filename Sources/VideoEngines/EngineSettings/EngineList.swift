import Foundation

/// The engines that a user has set up, in a file; the first is the one that is tried first.
public struct EngineList: Sendable {
  /// Where they are kept.
  public let path: String

  /// The list at `path`, which need not be there.
  public init(path: String) { self.path = path }

  /// The engines, in order.
  /// - Throws: `VideoEngineError` where the file is there and can't be read.
  public func engines() throws(VideoEngineError) -> [EngineSettings] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      return try JSONDecoder().decode(Content.self, from: data).engines
    } catch {
      throw VideoEngineError(
        .refused, "The engines in \(path) can't be read; mend the file or remove it.", cause: error)
    }
  }

  /// Adds an engine, in the place of one of the same name.
  public func add(_ engine: EngineSettings) throws(VideoEngineError) {
    var all = try engines()
    if let index = all.firstIndex(where: { $0.name == engine.name }) {
      all[index] = engine
    } else {
      all.append(engine)
    }
    try write(all)
  }

  /// Removes an engine.
  /// - Returns: whether there was one of that name.
  public func remove(_ name: String) throws(VideoEngineError) -> Bool {
    let all = try engines()
    guard all.contains(where: { $0.name == name }) else { return false }
    try write(all.filter { $0.name != name })
    return true
  }

  private struct Content: Codable { var engines: [EngineSettings] }

  private func write(_ engines: [EngineSettings]) throws(VideoEngineError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let url = URL(fileURLWithPath: path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try encoder.encode(Content(engines: engines)).write(to: url, options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    } catch {
      throw VideoEngineError(
        .unwritable, "\(path) can't be written; check that its folder may be.", cause: error)
    }
  }
}

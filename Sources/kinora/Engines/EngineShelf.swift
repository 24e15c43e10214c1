import Foundation
import Server
import VideoEngines
import Wire

/// Where the user's engines, and the clips that they made, are kept.
enum EngineShelf {
  /// The engines that are set up.
  static var list: EngineList {
    EngineList(path: folder("XDG_CONFIG_HOME", ".config") + "/engines.json")
  }

  /// Clips that were made, and notes of those that are being made.
  static var clips: String { folder("XDG_CACHE_HOME", ".cache") + "/clips" }

  private static var environment: [String: String] { ProcessInfo.processInfo.environment }

  private static func folder(_ variable: String, _ usual: String) -> String {
    let base = environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (base ?? NSHomeDirectory() + "/" + usual) + "/kinora"
  }

  /// The engine called `name`.
  static func engine(_ name: String) throws -> any VideoEngine {
    let engines = try list.engines()
    guard let settings = engines.first(where: { $0.name == name }) else {
      let names = engines.map(\.name).joined(separator: ", ")
      throw VideoEngineError(
        .refused,
        engines.isEmpty
          ? "There is no engine \(name); add one with kinora engines add, or leave --engine out."
          : "There is no engine \(name); there are \(names), and the built-in one without --engine."
      )
    }
    return try engine(settings)
  }

  static func engine(_ settings: EngineSettings) throws(VideoEngineError) -> any VideoEngine {
    try settings.engine(environment, downloader: PublicDownloader())
  }
}

/// Gets results from the public internet alone.
struct PublicDownloader: ClipDownloader {
  func download(
    _ url: String, to path: String, limit: Int
  ) async throws(VideoEngineError) {
    do {
      try await PublicFile.fetch(url, to: path, limit: limit)
    } catch let error as ServiceError {
      throw VideoEngineError(.badReply, error.message, cause: error)
    } catch {
      throw VideoEngineError(
        .unwritable, "The clip can't be written to \(path); free some space.", cause: error)
    }
  }
}

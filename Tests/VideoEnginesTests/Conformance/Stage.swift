import Foundation
import MediaTime
import Testing

@testable import VideoEngines

/// A contender before its double, with a folder and a desk.
struct Stage: Sendable {
  static let request = ClipRequest(
    "a fox in the snow", duration: 4062, size: ClipSize(width: 832, height: 480))

  let contender: Contender
  let folder: TestFolder
  let server: any ClipDouble
  let downloads: RecordedDownloads

  init(_ contender: Contender, _ manner: ClipManner = ClipManner()) throws {
    self.contender = contender
    folder = try TestFolder()
    server = contender.double(manner)
    let content = if case .at = manner.result { ClipManner.film } else { manner.content.body }
    downloads = RecordedDownloads(allows: ["cdn.example.com"], gives: content)
  }

  /// Runs `body` with the engine, beside its double.
  func run(
    key: String? = nil, _ body: @Sendable (any VideoEngine) async throws -> Void
  ) async throws {
    try await EngineDouble.with(server.answer) { double in
      try await body(contender.engine(double.base, key, downloads))
    }
  }

  /// Has the clip made.
  func make(
    by engine: any VideoEngine, as key: String = "k1", journal: (any ClipJournal)? = nil,
    told: Told = Told()
  ) async throws {
    let clip = FittedClip(
      request: Self.request, frames: 65, frameRate: 16, notes: [], dollars: nil)
    let desk = ClipDesk(journal: journal ?? FileJournal(folder: folder("notes")), pace: .quick)
    try await desk.make(clip, key: key, by: engine, to: folder("clip.mp4")) { told.add($0) }
  }

  /// The error with which making the clip fails.
  func failure(key: String? = "k") async throws -> VideoEngineError {
    var failure: VideoEngineError?
    try await EngineDouble.with(server.answer) { double in
      let engine = contender.engine(double.base, key, downloads)
      failure = await #expect(throws: VideoEngineError.self) { try await make(by: engine) }
    }
    return try #require(failure)
  }
}

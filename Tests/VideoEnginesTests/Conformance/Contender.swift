import Testing

@testable import VideoEngines

/// An engine, the double that stands for its server, and in what engines may differ.
struct Contender: Sendable, CustomTestStringConvertible {
  let name: String
  /// An engine that asks at an address with a key.
  let engine:
    @Sendable (_ base: String, _ key: String?, _ downloads: any ClipDownloader) -> any VideoEngine
  let double: @Sendable (ClipManner) -> any ClipDouble
  /// Whether it can look up what it was asked when its answer was lost.
  var finds = true
  /// Whether it tells that somebody else ended a clip.
  var tellsCancelling = true
  /// Whether its results have an address, which may be anywhere.
  var hasAddresses = true
  /// Whether it tells by words how far it is.
  var hasStates = true
  /// Whether a clip that waits is told from one that is made.
  var hasQueue = true
  /// Whether what has begun can be ended.
  var cancels = true

  var testDescription: String { name }

  static let all: [Contender] = [
    Contender(
      name: "/v1/videos",
      engine: { VideosEngine(name: "it", base: $0, key: $1, downloader: $2) },
      double: { VideosDouble($0) }),
    Contender(
      name: "sd-server",
      engine: { base, key, _ in SDServerEngine(name: "it", base: base, key: key) },
      double: { SDServerDouble($0) }, finds: false, hasAddresses: false),
    Contender(
      name: "ComfyUI",
      engine: { base, key, downloads in
        do {
          return try ComfyUIEngineTests.engine(base, key: key, downloads)
        } catch {
          preconditionFailure("the workflow of the tests is none: \(error)")
        }
      },
      double: { ComfyDouble($0) }),
    Contender(
      name: "fal",
      engine: {
        FalEngine(name: "it", base: $0, key: $1 ?? "k", model: FalDouble.model, downloader: $2)
      },
      double: { FalDouble($0) }, finds: false, tellsCancelling: false),
    Contender(
      name: "Replicate",
      engine: {
        ReplicateEngine(
          name: "it", base: $0, key: $1 ?? "k", model: ReplicateDouble.model, downloader: $2)
      },
      double: { ReplicateDouble($0) }),
    Contender(
      name: "Veo",
      engine: { VeoEngine(name: "it", base: $0 + "/v1beta", key: $1 ?? "k", downloader: $2) },
      double: { VeoDouble($0) }, finds: false, hasStates: false, hasQueue: false,
      cancels: false),
  ]
}

public import Foundation
internal import Motion
public import Pixels

/// A medium that is drawn rather than read: a scene and its seed, as a small JSON file. It has no
/// size of its own; each film draws it at the frame's.
public struct SceneFile: Hashable, Sendable, Codable {
  /// What a scene's file says it is.
  public static let format = "kinora.scene.1"

  /// `kinora.scene.1`.
  public let format: String
  /// The sentence it was read from.
  public let prompt: String
  /// What is to be seen.
  public let scene: SceneGraph
  /// Makes chance the same every time.
  public let seed: UInt64

  /// A scene that was read from `words`.
  public init(_ scene: SceneGraph, words: String, seed: UInt64) {
    format = Self.format
    prompt = words
    self.scene = scene
    self.seed = seed
  }

  /// The scene in the file's content; nil where it is something else.
  public init?(content: Data) {
    guard let scene = try? JSONDecoder().decode(SceneFile.self, from: content),
      scene.format == Self.format
    else { return nil }
    self = scene
  }

  /// A scene's file is never larger.
  private static let largest = 65_536

  /// The scene in the file at `path`, or nil where the file is something else.
  public init?(path: String) {
    guard let file = FileHandle(forReadingAtPath: path),
      let bytes = try? file.read(upToCount: Self.largest), bytes.first == UInt8(ascii: "{")
    else { return nil }
    self.init(content: bytes)
  }

  /// The file's content, the same for the same scene.
  public var content: Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)) ?? Data()
  }

  /// Most of the mist is drawn already; this much of it drifts.
  private static let driftingFog = 0.35

  /// What of it moves and drifts by itself, by the names that drafts have.
  public var liveliness: (regions: [String], atmospheres: [(name: String, amount: Double)]) {
    let drawing = SceneArtist(scene, seed: seed).draw(size: PixelSize(width: 192, height: 108))
    var regions: [String] = []
    for region in drawing.regions where !regions.contains(region.kind.rawValue) {
      regions.append(region.kind.rawValue)
    }
    let airs = drawing.airs.map { air in
      (
        name: air.kind == .godRays ? "god_rays" : air.kind.rawValue,
        amount: air.kind == .fog ? air.amount * Self.driftingFog : air.amount
      )
    }
    return (regions, airs)
  }

  /// The flat picture.
  public func picture(size: PixelSize) -> Picture {
    SceneArtist(scene, seed: seed).draw(size: size).picture.flattened()
  }
}

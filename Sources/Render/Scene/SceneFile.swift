public import Foundation
internal import Libav
internal import Motion
public import Pixels
public import Scenes

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

  /// The scene of a sentence.
  public init(_ prompt: ScenePrompt, words: String, seed: UInt64) {
    format = Self.format
    self.prompt = words
    scene = prompt.scene
    self.seed = seed
  }

  /// A scene's file is never larger.
  private static let largest = 65_536

  /// The scene in the file at `path`, or nil where the file is something else.
  public init?(path: String) {
    guard let file = FileHandle(forReadingAtPath: path),
      let bytes = try? file.read(upToCount: Self.largest), bytes.first == UInt8(ascii: "{"),
      let scene = try? JSONDecoder().decode(SceneFile.self, from: bytes),
      scene.format == Self.format
    else { return nil }
    self = scene
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
}

extension SceneFile {
  /// What a probe would say of it: a still as large as the frame it is drawn for.
  static func probe(on canvas: PixelSize) -> MediaProbe { .drawing(of: canvas) }

  /// The scene, drawn for a frame of `size`.
  func drawing(size: PixelSize) -> SceneDrawing { SceneArtist(scene, seed: seed).draw(size: size) }

  /// The flat picture.
  public func picture(size: PixelSize) -> Picture {
    drawing(size: size).picture.flattened()
  }
}

extension SceneDrawing {
  /// The parts that are named, where the scene has them, ready to move.
  func regions(_ wishes: [(kind: MovingRegion.Kind, amount: Double)]) -> [MovingRegion] {
    wishes.compactMap { wish in
      regions.first { $0.kind == wish.kind }
        .map { MovingRegion(wish.kind, mask: $0.mask, amount: wish.amount) }
    }
  }
}

internal import Libav
internal import Motion
internal import Pixels
internal import Scenes

extension SceneFile {
  /// What a probe would say of it: a still as large as the frame it is drawn for.
  static func probe(on canvas: PixelSize) -> MediaProbe { .drawing(of: canvas) }

  /// The scene, drawn for a frame of `size` without what will be `live` in the air before it.
  func drawing(size: PixelSize, live: Set<SceneDrawing.Air.Kind>) -> SceneDrawing {
    SceneArtist(scene, seed: seed, live: live).draw(size: size)
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

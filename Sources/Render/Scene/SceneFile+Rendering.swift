internal import Libav
internal import Motion
internal import Pixels
internal import Scenes

extension SceneFile {
  /// What a probe would say of it: a still as large as the frame it is drawn for.
  static func probe(on canvas: PixelSize) -> MediaProbe { .drawing(of: canvas) }

  /// The scene in layers, with what moves of it where that is asked for, and without what will be
  /// in the `air` before it.
  func layers(
    size: PixelSize, moving: [(kind: MovingRegion.Kind, amount: Double)], air: [Atmosphere.Part]
  ) -> (picture: LayeredPicture, focus: UnitPoint) {
    let live = SceneDrawing.Air.Kind.allCases.filter { kind in
      air.contains { $0.kind.rawValue == kind.rawValue }
    }
    let drawing = SceneArtist(scene, seed: seed, live: Set(live)).draw(size: size)
    let focus = UnitPoint(x: drawing.focus.x, y: drawing.focus.y)
    let regions = moving.compactMap { wish in
      drawing.regions.first { $0.kind.rawValue == wish.kind.rawValue }
        .map { MovingRegion(wish.kind, mask: $0.mask, amount: wish.amount) }
    }
    return (drawing.picture.moving(regions), focus)
  }
}

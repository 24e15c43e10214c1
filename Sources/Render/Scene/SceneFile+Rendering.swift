internal import Libav
internal import Motion
internal import Pixels
internal import Scenes

extension SceneFile {
  /// What a probe would say of it: a still as large as the frame it is drawn for.
  static func probe(on canvas: PixelSize) -> MediaProbe { .drawing(of: canvas) }

  /// The scene in layers, with what moves of it where that is asked for.
  func layers(
    size: PixelSize, moving: [(kind: MovingRegion.Kind, amount: Double)]
  ) -> (picture: LayeredPicture, focus: UnitPoint) {
    let drawing = SceneArtist(scene, seed: seed).draw(size: size)
    let focus = UnitPoint(x: drawing.focus.x, y: drawing.focus.y)
    let regions = moving.compactMap { wish in
      drawing.regions.first { $0.kind.rawValue == wish.kind.rawValue }
        .map { MovingRegion(wish.kind, mask: $0.mask, amount: wish.amount) }
    }
    return (drawing.picture.moving(regions), focus)
  }
}

public import Pixels

internal import Motion

/// Draws scenes: the same graph, size and seed give the same bytes.
public struct SceneArtist: Sendable {
  private let scene: SceneGraph
  private let seed: UInt64
  private let live: Set<SceneDrawing.Air.Kind>

  /// An artist for `scene`, which is completed where it leaves out what it takes for granted;
  /// other seeds give other pictures of it. Of what is `live` in the air while the picture is
  /// shown, none is drawn that stands still.
  public init(
    _ scene: SceneGraph, seed: UInt64, live: Set<SceneDrawing.Air.Kind> = []
  ) {
    self.scene = scene.completed
    self.seed = seed
    self.live = live
  }

  /// Draws the scene composed for a size, in one thread; at least 16 by 16 pixels.
  public func draw(size: PixelSize) -> SceneDrawing {
    precondition(size.width >= 16 && size.height >= 16, "a picture of at least 16 by 16 pixels")
    let stage = Stage(scene, size: size, seed: seed)
    var easel = Easel(stage: stage)
    if scene.isEnclosed {
      Enclosure(stage: stage).draw(on: &easel)
    } else {
      Landscape(stage: stage, hasBursts: !live.contains(.fireworks)).draw(on: &easel)
    }
    let regions = easel.regions()
    Manner(stage: stage).apply(to: &easel)
    easel.airs = Weathering(scene).airs
    let layers = easel.sheets.enumerated().map { index, sheet -> LayeredPicture.Layer in
      var layer = LayeredPicture.Layer(
        sheet.canvas.developed(isOpaque: index == 0), disparity: sheet.disparity)
      layer.isSky = sheet.moving.contains { $0.kind == .sky }
      return layer
    }
    return SceneDrawing(
      picture: LayeredPicture(layers), regions: regions, airs: easel.airs,
      horizon: Double(stage.horizon / stage.height),
      focus: UnitPoint(
        x: Double(easel.focus.x / stage.width), y: Double(easel.focus.y / stage.height)))
  }
}

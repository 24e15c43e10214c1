internal import Libav
internal import MediaTime
internal import Motion
internal import Pixels
internal import Scenes

/// A still made ready for its clip: flat, or in depth where the camera asks for that.
final class PictureShot: Sendable {
  /// The way of the camera, aimed at what the picture shows.
  let path: CameraPath
  private let form: Form

  private let shutter: Shutter
  /// Whether it is quick enough anywhere for its motion to blur.
  private let isQuick: Bool

  private enum Form: Sendable {
    case flat(StillShot)
    case relief(ReliefShot)
    case effect(EffectShot)

    /// How far what is seen travels between two moments.
    func travel(from start: MediaTime, to end: MediaTime) -> Double {
      switch self {
      case .flat(let shot): shot.path.travel(from: start, to: end)
      case .relief(let shot): shot.path.travel(from: start, to: end)
      case .effect(let shot): shot.travel(from: start, to: end)
      }
    }

    var hasAlpha: Bool {
      switch self {
      case .flat(let shot): shot.hasAlpha
      case .relief, .effect: false
      }
    }
  }

  /// Draws or reads the clip's picture, at the size that its nearest view needs, and looks at it
  /// as far as the clip wants that, unless `studies` knows it already.
  init(_ clip: ClipPlan, from studies: StudyCache) throws(RenderError) {
    if let scene = clip.scene {
      (path, form) = Self.drawn(studies.drawing(of: scene, for: clip), for: clip)
    } else {
      do throws(MediaError) {
        (path, form) = try Self.photographed(try studies.study(of: clip), for: clip)
      } catch {
        throw RenderError(.unreadableMedia, error.message, cause: error)
      }
    }
    shutter = clip.shutter
    isQuick =
      !form.hasAlpha && clip.shutter.isNeeded(over: path.duration, travel: form.travel(from:to:))
  }

  private static func drawn(
    _ drawing: SceneDrawing, for clip: ClipPlan
  ) -> (CameraPath, Form) {
    let path = clip.camera.aimed(at: drawing.focus)
    let regions = drawing.regions(clip.treatment.regions)
    if let effect = clip.treatment.effect {
      let flat = drawing.picture.flattened()
      return (
        path,
        .effect(
          EffectShot(flat, PictureAnalysis(flat), effect: effect, path: path, moving: regions))
      )
    }
    return (path, .relief(ReliefShot(drawing.picture.moving(regions), path: path)))
  }

  private static func photographed(
    _ study: PictureStudy, for clip: ClipPlan
  ) throws(MediaError) -> (CameraPath, Form) {
    guard clip.study != .none else {
      return (clip.camera, .flat(StillShot(study.picture, path: clip.camera)))
    }
    let analysis = try study.analysis()
    let path = clip.camera.aimed(at: analysis.aim)
    guard clip.study == .depth, study.picture.alpha == nil else {
      return (path, .flat(StillShot(study.picture, path: path)))
    }
    let regions = analysis.regions(clip.treatment.regions)
    if let effect = clip.treatment.effect {
      return (
        path,
        .effect(
          EffectShot(study.working(), analysis, effect: effect, path: path, moving: regions))
      )
    }
    let layers = try study.layers(
      skyMoves: clip.treatment.regions.contains { $0.kind == .sky })
    return (path, .relief(ReliefShot(layers.moving(regions), path: path)))
  }

  /// Whether every frame shows the same.
  var isStatic: Bool {
    switch form {
    case .flat: path.isStatic
    case .relief(let shot): shot.isStatic
    case .effect: false
    }
  }

  /// Whether any of it lets what lies below show through.
  var hasAlpha: Bool { form.hasAlpha }

  /// Draws the view at `time`, counted from the shot's start, into `rect` of `target`; what is
  /// quick as blurred as a shutter of 180° leaves it.
  func draw(at time: MediaTime, onto target: Picture, in rect: PixelRect) {
    guard isQuick else { return drawSharp(at: time, onto: target, in: rect) }
    shutter.expose(
      at: time, of: path.duration, travel: form.travel(from:to:), onto: target, in: rect,
      draw: drawSharp(at:onto:in:))
  }

  private func drawSharp(at time: MediaTime, onto target: Picture, in rect: PixelRect) {
    switch form {
    case .flat(let shot): shot.draw(at: time, onto: target, in: rect)
    case .relief(let shot): shot.draw(at: time, onto: target, in: rect)
    case .effect(let shot): shot.draw(at: time, onto: target, in: rect)
    }
  }

  /// How near each place of the frame is at `time`, where that is known.
  func disparity(at time: MediaTime) -> Field? {
    switch form {
    case .flat, .effect: nil
    case .relief(let shot): shot.disparity(at: time, cell: 16)
    }
  }
}

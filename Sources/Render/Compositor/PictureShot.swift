internal import Libav
internal import MediaTime
internal import Motion
internal import Pixels
internal import Scenes
internal import Timeline

/// A still made ready for its clip: flat, or in depth where the camera asks for that.
final class PictureShot: Sendable {
  /// The way of the camera, aimed at what the picture shows.
  let path: CameraPath
  private let form: Form

  private enum Form: Sendable {
    case flat(StillShot)
    case relief(ReliefShot)
    case effect(EffectShot)
  }

  /// Draws or decodes the clip's picture, at the size that its nearest view needs, and looks at it
  /// as far as the clip wants that.
  init(_ clip: ClipPlan) throws(RenderError) {
    let nearest = clip.camera.zoomRange.upperBound
    let needed = PixelSize(
      width: Int((Double(clip.rect.width) * nearest).rounded(.up)),
      height: Int((Double(clip.rect.height) * nearest).rounded(.up)))
    if let scene = clip.scene {
      (path, form) = Self.drawn(scene, for: clip, size: needed)
      return
    }
    do throws(MediaError) {
      let whole = try Still.decode(path: clip.path, neededSize: clip.fit == .crop ? nil : needed)
      let picture = clip.fit == .crop ? whole.cropped(to: clip.camera.picture) : whole
      (path, form) = try Self.photographed(picture, for: clip)
    } catch {
      throw RenderError(.unreadableMedia, error.message, cause: error)
    }
  }

  private static func drawn(
    _ scene: SceneFile, for clip: ClipPlan, size: PixelSize
  ) -> (CameraPath, Form) {
    let even = PixelSize(width: (size.width + 1) & ~1, height: (size.height + 1) & ~1)
    let (picture, focus) = scene.layers(
      size: even, moving: clip.treatment.regions, air: clip.treatment.atmospheres)
    let path = clip.camera.aimed(at: focus)
    if let effect = clip.treatment.effect {
      let flat = picture.flattened()
      return (path, .effect(EffectShot(flat, PictureAnalysis(flat), effect: effect, path: path)))
    }
    return (path, .relief(ReliefShot(picture, path: path)))
  }

  private static func photographed(
    _ picture: Picture, for clip: ClipPlan
  ) throws(MediaError) -> (CameraPath, Form) {
    guard clip.study != .none else {
      return (clip.camera, .flat(StillShot(picture, path: clip.camera)))
    }
    var analysis = PictureAnalysis(picture)
    if let map = clip.depthMap { analysis = analysis.with(disparity: try map.brightness()) }
    if let mask = clip.mask { analysis = analysis.with(subject: try mask.brightness()) }
    let path = clip.camera.aimed(at: analysis.aim)
    guard clip.study == .depth, picture.alpha == nil else {
      return (path, .flat(StillShot(picture, path: path)))
    }
    let working = picture.isFullChroma ? picture.resized(to: picture.size) : picture
    if let effect = clip.treatment.effect {
      return (path, .effect(EffectShot(working, analysis, effect: effect, path: path)))
    }
    let layers = LayeredPicture.layers(of: working, analysis, moving: clip.treatment.regions)
    return (path, .relief(ReliefShot(layers.picture, path: path)))
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
  var hasAlpha: Bool {
    switch form {
    case .flat(let shot): shot.hasAlpha
    case .relief, .effect: false
    }
  }

  /// Draws the view at `time`, counted from the shot's start, into `rect` of `target`.
  func draw(at time: MediaTime, onto target: Picture, in rect: PixelRect) {
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

extension String {
  /// How bright the picture in the file of this name is, at a size that depth is thought about.
  fileprivate func brightness() throws(MediaError) -> Field {
    let picture = try Still.decode(path: self)
    let longest = Double(max(picture.size.width, picture.size.height))
    let scale = min(1, 640 / longest)
    return Field(luma: picture.luma).resized(
      to: PixelSize(
        width: max(2, Int(Double(picture.size.width) * scale)),
        height: max(2, Int(Double(picture.size.height) * scale))))
  }
}

internal import Libav
internal import MediaTime
internal import Motion
internal import Pixels
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

  /// Decodes the clip's picture, at the size that its nearest view needs, and looks at it as far
  /// as the clip wants that.
  init(_ clip: ClipPlan) throws(RenderError) {
    let picture: Picture
    do {
      let nearest = clip.camera.zoomRange.upperBound
      let needed = PixelSize(
        width: Int((Double(clip.rect.width) * nearest).rounded(.up)),
        height: Int((Double(clip.rect.height) * nearest).rounded(.up)))
      let whole = try Still.decode(path: clip.path, neededSize: clip.fit == .crop ? nil : needed)
      picture = clip.fit == .crop ? whole.cropped(to: clip.camera.picture) : whole
    } catch {
      throw RenderError(.unreadableMedia, error.message, cause: error)
    }
    guard clip.study != .none else {
      path = clip.camera
      form = .flat(StillShot(picture, path: path))
      return
    }
    let analysis = PictureAnalysis(picture)
    path = clip.camera.aimed(at: analysis.focus)
    guard clip.study == .depth, picture.alpha == nil else {
      form = .flat(StillShot(picture, path: path))
      return
    }
    let working = picture.isFullChroma ? picture.resized(to: picture.size) : picture
    if let effect = clip.treatment.effect {
      form = .effect(EffectShot(working, analysis, effect: effect, path: path))
    } else {
      let layers = LayeredPicture.layers(of: working, analysis, moving: clip.treatment.regions)
      form = .relief(ReliefShot(layers.picture, path: path))
    }
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

internal import MediaTime
internal import Motion
internal import Pixels

/// The air and the look of one clip, made ready for its size and laid over its frames.
struct Finish {
  private let look: FilmLook
  private let atmosphere: Atmosphere
  private let letterbox: Letterbox?

  init(_ clip: ClipPlan) {
    let size = PixelSize(width: clip.rect.width, height: clip.rect.height)
    look = FilmLook(clip.treatment.looks, size: size, seed: clip.treatment.seed)
    atmosphere = Atmosphere(
      clip.treatment.atmospheres, size: size, seed: clip.treatment.seed)
    letterbox = clip.treatment.letterbox
  }

  /// Whether frames stay as they are.
  var isEmpty: Bool { look.isIdentity && atmosphere.isEmpty && letterbox == nil }

  /// Changes `picture`, seen from `pose`, in place; `frame` and `time` count from the clip's start.
  /// What floats in the air stays there while the camera passes.
  func apply(
    to picture: Picture, disparity: Field?, pose: CameraPose, frame: Int, at time: MediaTime
  ) {
    if !atmosphere.isEmpty {
      atmosphere.draw(
        onto: picture, disparity: disparity, at: time,
        shift: (-pose.advance.x, -pose.advance.y))
    }
    if !look.isIdentity { look.apply(to: picture, frame: frame, at: time) }
    letterbox?.apply(to: picture)
  }
}

internal import MediaTime
internal import Motion
internal import Pixels

/// The air and the look of one clip, made ready for its size and laid over its frames.
struct Finish: Sendable {
  /// What it depends on.
  struct Key: Hashable, Sendable {
    fileprivate let looks: [FilmLook.Part]
    fileprivate let atmospheres: [Atmosphere.Part]
    fileprivate let letterbox: Letterbox?
    fileprivate let size: PixelSize
    fileprivate let seed: UInt64

    init(_ clip: ClipPlan) {
      looks = clip.treatment.looks
      atmospheres = clip.treatment.atmospheres
      letterbox = clip.treatment.letterbox
      size = PixelSize(width: clip.rect.width, height: clip.rect.height)
      seed = clip.treatment.seed
    }
  }

  private let look: FilmLook
  private let atmosphere: Atmosphere
  private let letterbox: Letterbox?

  init(_ key: Key) {
    look = FilmLook(key.looks, size: key.size, seed: key.seed)
    atmosphere = Atmosphere(key.atmospheres, size: key.size, seed: key.seed)
    letterbox = key.letterbox
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

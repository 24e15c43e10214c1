internal import Libav
internal import Motion
internal import Pixels
internal import Scenes
internal import Timeline

/// Photographs and drawn scenes that several clips of a film show, each looked at or drawn once.
final class StudyCache: Sendable {
  private let studies: RecentCache<PictureStudy.Key, PictureStudy>
  private let drawings: RecentCache<DrawingKey, SceneDrawing>

  /// Pictures that are kept; at 1080 lines one takes some tens of megabytes.
  private static let capacity = 4

  private struct DrawingKey: Hashable, Sendable {
    let scene: SceneFile
    let size: PixelSize
    let live: Set<SceneDrawing.Air.Kind>

    init(_ scene: SceneFile, for clip: ClipPlan) {
      self.scene = scene
      size = clip.drawnSize
      live = clip.liveAir
    }

    func draw() -> SceneDrawing { scene.drawing(size: size, live: live) }
  }

  init(_ plan: FilmPlan) {
    let stills = plan.tracks.joined().filter { $0.kind == .still }
    studies = RecentCache(
      capacity: Self.capacity, uses: stills.filter { $0.scene == nil }.map(\.studyKey).counts)
    drawings = RecentCache(
      capacity: Self.capacity,
      uses: stills.compactMap { clip in
        clip.scene.map { DrawingKey($0, for: clip) }
      }.counts)
  }

  /// Studies of the last `capacity` photographs and scenes, whichever films show them.
  init(capacity: Int) {
    studies = RecentCache(capacity: capacity)
    drawings = RecentCache(capacity: capacity)
  }

  /// What is known of a clip's photograph.
  func study(of clip: ClipPlan) throws(MediaError) -> PictureStudy {
    try studies.value(for: clip.studyKey) { (key) throws(MediaError) in try PictureStudy(key) }
  }

  /// A clip's scene as it is drawn for it.
  func drawing(of scene: SceneFile, for clip: ClipPlan) -> SceneDrawing {
    drawings.value(for: DrawingKey(scene, for: clip)) { $0.draw() }
  }
}

extension ClipPlan {
  /// The size that its nearest view needs.
  var neededSize: PixelSize {
    let nearest = camera.zoomRange.upperBound
    return PixelSize(
      width: Int((Double(rect.width) * nearest).rounded(.up)),
      height: Int((Double(rect.height) * nearest).rounded(.up)))
  }

  /// What is in the air before its scene.
  fileprivate var liveAir: Set<SceneDrawing.Air.Kind> {
    Set(
      SceneDrawing.Air.Kind.allCases.filter { kind in
        treatment.atmospheres.contains { $0.kind.rawValue == kind.rawValue }
      })
  }

  /// The even size that its scene is drawn at.
  var drawnSize: PixelSize {
    let needed = neededSize
    return PixelSize(width: (needed.width + 1) & ~1, height: (needed.height + 1) & ~1)
  }

  /// What its picture is looked at by. Sizes are those that a photo is halved to as it is read, so
  /// that clips with nearly the same zoom share a study.
  var studyKey: PictureStudy.Key {
    let (whole, needed) = (camera.picture, neededSize)
    let halvings =
      (1...3).last { whole.width >> $0 >= needed.width && whole.height >> $0 >= needed.height }
      ?? 0
    let size = PixelSize(width: whole.width >> halvings, height: whole.height >> halvings)
    let isCropped = fit == .crop
    return PictureStudy.Key(
      path: path, neededSize: isCropped ? nil : size, crop: isCropped ? whole : nil,
      depthMap: depthMap, mask: mask)
  }
}

extension Array where Element: Hashable {
  /// How often each element occurs.
  fileprivate var counts: [Element: Int] {
    reduce(into: [:]) { counts, element in counts[element, default: 0] += 1 }
  }
}

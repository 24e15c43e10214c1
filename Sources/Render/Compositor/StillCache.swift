internal import Libav
internal import Motion
internal import Pixels
internal import Synchronization
internal import Timeline

/// Stills made ready once and shared by all workers for as long as any of them holds one.
final class StillCache: Sendable {
  private let entries: [String: Entry]

  private final class Entry: Sendable {
    private struct Ready { weak var shot: StillShot? }
    private let ready = Mutex(Ready())

    /// Workers that need the same still wait for the first of them.
    func shot(for clip: ClipPlan) throws(RenderError) -> StillShot {
      try ready.withLock { (ready) throws(RenderError) -> StillShot in
        if let shot = ready.shot { return shot }
        let shot = try Self.prepare(clip)
        ready.shot = shot
        return shot
      }
    }

    private static func prepare(_ clip: ClipPlan) throws(RenderError) -> StillShot {
      let nearest = clip.camera.zoomRange.upperBound
      let needed = PixelSize(
        width: Int((Double(clip.rect.width) * nearest).rounded(.up)),
        height: Int((Double(clip.rect.height) * nearest).rounded(.up)))
      do {
        let picture = try Still.decode(
          path: clip.path, neededSize: clip.fit == .crop ? nil : needed)
        let visible = clip.fit == .crop ? picture.cropped(to: clip.camera.picture) : picture
        return StillShot(visible, path: clip.camera)
      } catch {
        throw RenderError(.unreadableMedia, error.message, cause: error)
      }
    }
  }

  init(_ plan: FilmPlan) {
    var entries: [String: Entry] = [:]
    for clip in plan.tracks.joined() where clip.kind == .still { entries[clip.id] = Entry() }
    self.entries = entries
  }

  /// The still of `clip`, made ready by whoever asks first.
  func shot(for clip: ClipPlan) throws(RenderError) -> StillShot {
    guard let entry = entries[clip.id] else {
      preconditionFailure("the cache knows every still of its plan")
    }
    return try entry.shot(for: clip)
  }
}

internal import Synchronization
internal import Timeline

/// Stills made ready once and shared by all workers for as long as any of them holds one.
final class StillCache: Sendable {
  private let entries: [String: Entry]
  private let studies: StudyCache

  private final class Entry: Sendable {
    private struct Ready { weak var shot: PictureShot? }
    private let ready = Mutex(Ready())

    /// Workers that need the same still wait for the first of them.
    func shot(for clip: ClipPlan, from studies: StudyCache) throws(RenderError) -> PictureShot {
      try ready.withLock { (ready) throws(RenderError) -> PictureShot in
        if let shot = ready.shot { return shot }
        let shot = try PictureShot(clip, from: studies)
        ready.shot = shot
        return shot
      }
    }
  }

  /// - Parameter shelf: knows pictures already, and keeps what is found out about them.
  init(_ plan: FilmPlan, shelf: MediaShelf? = nil) {
    var entries: [String: Entry] = [:]
    for clip in plan.tracks.joined() where clip.kind == .still { entries[clip.id] = Entry() }
    self.entries = entries
    studies = shelf?.studies ?? StudyCache(plan)
  }

  /// The still of `clip`, made ready by whoever asks first.
  func shot(for clip: ClipPlan) throws(RenderError) -> PictureShot {
    guard let entry = entries[clip.id] else {
      preconditionFailure("the cache knows every still of its plan")
    }
    return try entry.shot(for: clip, from: studies)
  }
}

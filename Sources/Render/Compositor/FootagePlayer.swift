internal import Libav
internal import MediaTime
internal import Pixels

/// A clip's footage, frame by frame, confined to one worker.
///
/// Playing backwards decodes a window of frames forwards and hands them out from its end.
final class FootagePlayer {
  private let clip: ClipPlan
  private let reader: VideoReader
  private let shelf: MediaShelf?
  private var window: [MediaTime: Picture] = [:]

  /// Frames kept for playing backwards: long enough to spread the cost of a seek.
  private static let windowLength = 16

  /// - Parameter shelf: may have the footage open, and smaller pictures of it.
  init(_ clip: ClipPlan, shelf: MediaShelf? = nil) throws(RenderError) {
    self.clip = clip
    self.shelf = shelf
    do {
      reader =
        if let shelf { try shelf.reader(for: clip) } else { try VideoReader(path: clip.path) }
    } catch {
      throw RenderError(.unreadableMedia, error.message, cause: error)
    }
  }

  /// What the footage shows at `time` of the film.
  func picture(at time: MediaTime, frameDuration: MediaTime) throws(RenderError) -> Picture {
    let source = clip.clock.sourceTime(at: time)
    let later = clip.clock.sourceTime(at: time + frameDuration)
    do {
      if later < source {
        return try backwards(from: source, time: time, frameDuration: frameDuration)
      }
      return try frame(at: source)
    } catch {
      throw RenderError(.unreadableMedia, error.message, cause: error)
    }
  }

  private func backwards(
    from source: MediaTime, time: MediaTime, frameDuration: MediaTime
  ) throws(MediaError) -> Picture {
    if let known = window[source] { return known }
    window.removeAll(keepingCapacity: true)
    let moments = (0..<Self.windowLength).map { step in
      clip.clock.sourceTime(at: time + frameDuration * step)
    }
    for moment in Set(moments).sorted() where moment <= source {
      window[moment] = try frame(at: moment)
    }
    if let wanted = window[source] { return wanted }
    return try frame(at: source)
  }

  private func frame(at time: MediaTime) throws(MediaError) -> Picture {
    guard let shelf, let neededSize = clip.neededFootageSize else {
      return try reader.frame(at: time)
    }
    reader.proxies = shelf.proxies.proxies(of: clip.path)
    return try reader.frame(at: time, neededSize: neededSize)
  }
}

internal import Foundation
internal import Libav
internal import Pixels

/// What was found out about media, and footage that is open, for the next film that shows them.
/// Confined to one thread; a file at a path must stay as it is.
final class MediaShelf {
  /// What is known of pictures.
  let studies = StudyCache(capacity: MediaShelf.mostStudies)
  private var probes: [String: MediaProbe] = [:]
  /// Words whose look is settled.
  let titles = RecentCache<TitleGround, TitlePlan>(capacity: MediaShelf.mostTitles)
  /// What stands beneath words.
  let backdrops = RecentCache<TitleGround, [Picture]>(capacity: MediaShelf.mostTitles)
  /// Looks and weather, settled.
  let finishes = RecentCache<Finish.Key, Finish>(capacity: MediaShelf.mostFinishes)
  /// Footage that is found at once.
  let proxies = ProxyShelf(capacity: MediaShelf.mostProxyBytes, threads: MediaShelf.threads)
  /// Videos that were looked at and aren't read yet.
  private var opened: [String: OpenedMedia] = [:]
  private var readers: [(clip: String, path: String, reader: VideoReader)] = []

  /// A picture is studied twice, for itself and for the words over it. A large one that is no JPEG
  /// takes some hundred megabytes, an open film some tens.
  private static let (mostStudies, mostReaders, mostFinishes) = (6, 4, 8)
  /// Probes are small; words take as much as their letters cover.
  private static let (mostProbes, mostTitles) = (1000, 32)

  /// A minute and a half of 640 pixels.
  private static let mostProxyBytes = 384 << 20

  /// Nothing else is drawn while a frame is sought.
  private static let threads = min(ProcessInfo.processInfo.activeProcessorCount, 4)

  /// What the file at `path` is.
  func probe(_ path: String) throws(MediaError) -> MediaProbe {
    if let known = probes[path] { return known }
    let media = try Media.open(path: path)
    if probes.count == Self.mostProbes { probes.removeAll() }
    probes[path] = media.probe
    if media.probe.kind == .video {
      if opened.count == Self.mostReaders { opened.removeAll() }
      opened[path] = media
    }
    return media.probe
  }

  /// The footage of a clip: where it stopped the last time that a clip of this name showed it.
  func reader(for clip: ClipPlan) throws(MediaError) -> VideoReader {
    if let index = readers.firstIndex(where: { $0.clip == clip.id && $0.path == clip.path }) {
      let entry = readers.remove(at: index)
      readers.append(entry)
      return entry.reader
    }
    let reader = try newReader(of: clip.path)
    if readers.count == Self.mostReaders { readers.removeFirst() }
    readers.append((clip.id, clip.path, reader))
    return reader
  }

  private func newReader(of path: String) throws(MediaError) -> VideoReader {
    guard let media = opened.removeValue(forKey: path) else {
      return try VideoReader(path: path, threads: Self.threads, keepsPast: true)
    }
    return try VideoReader(media, threads: Self.threads, keepsPast: true)
  }
}

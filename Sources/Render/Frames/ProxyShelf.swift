internal import Libav
internal import MediaTime
internal import Motion
internal import Pixels
internal import Timeline

/// Proxies of the footage of films that are looked at, made while nobody asks for anything, so that
/// any moment of it is there at once. Confined to one thread.
final class ProxyShelf {
  /// What proxies are wanted of.
  struct Wish: Hashable {
    let path: String
    /// The part that a clip shows.
    let times: ClosedRange<MediaTime>
    /// How large they must be.
    let size: PixelSize
  }

  private var shelf: [FrameProxies] = []
  private var wishes: [Wish] = []
  /// Wishes for which nothing more can be done.
  private var settled: Set<Wish> = []
  private let capacity: Int
  private let threads: Int

  /// - Parameters:
  ///   - capacity: bytes that all proxies may take; what is no more wanted gives way.
  ///   - threads: how many decode.
  init(capacity: Int, threads: Int) {
    self.capacity = capacity
    self.threads = threads
  }

  /// Those of the video at `path`.
  func proxies(of path: String) -> FrameProxies? { shelf.first { $0.path == path } }

  /// Settles what is to be made, in that order, instead of what was before.
  func want(_ wishes: [Wish]) { self.wishes = wishes }

  /// Makes a little more.
  /// - Returns: false where there is nothing left to make, or no room.
  func advance() -> Bool {
    while let wish = wishes.first(where: { !settled.contains($0) }) {
      let proxies = proxies(for: wish)
      guard hasRoom() else { return false }
      // What can't be read is told to whoever asks for it.
      if (try? proxies.advance(within: wish.times)) == true { return true }
      settled.insert(wish)
    }
    return false
  }

  private func proxies(for wish: Wish) -> FrameProxies {
    if let known = proxies(of: wish.path) {
      if known.size.covers(wish.size) { return known }
      remove(known)
    }
    let proxies = FrameProxies(path: wish.path, size: wish.size, threads: threads)
    shelf.append(proxies)
    return proxies
  }

  private func hasRoom() -> Bool {
    let wanted = Set(wishes.map(\.path))
    while shelf.reduce(0, { $0 + $1.byteCount }) >= capacity {
      guard let other = shelf.first(where: { !wanted.contains($0.path) }) else { return false }
      remove(other)
    }
    return true
  }

  private func remove(_ proxies: FrameProxies) {
    shelf.removeAll { $0 === proxies }
    settled = settled.filter { $0.path != proxies.path }
  }
}

extension ProxyShelf.Wish {
  /// What would show a clip at any moment; nil where that is needless or can't be.
  init?(_ clip: ClipPlan) {
    guard clip.kind == .footage, !clip.hasAlpha, clip.clock.playback != .freeze,
      let needed = clip.neededFootageSize
    else { return nil }
    let whole = clip.camera.picture
    let scale = max(
      Double(needed.width) / Double(whole.width), Double(needed.height) / Double(whole.height))
    func reduced(_ side: Int) -> Int { max(2, (Int(Double(side) * scale) + 1) & ~1) }
    self.init(
      path: clip.path, times: clip.clock.sourceTimes,
      size: scale < Self.worthwhileScale
        ? PixelSize(width: reduced(whole.width), height: reduced(whole.height)) : whole)
  }

  /// Drawing from pictures that are hardly smaller would only blur.
  private static let worthwhileScale = 0.75
}

extension ClipPlan {
  /// The size that its footage is needed at; nil where it is shown pixel by pixel.
  var neededFootageSize: PixelSize? { fit == .crop ? nil : neededSize }
}

extension FilmPlan {
  /// Its footage, that on frame `index` first.
  func footage(around index: Int) -> [ProxyShelf.Wish] {
    let clips = tracks.joined()
    let shown = clips.filter { $0.frames.contains(index) }
    return (shown + clips.filter { !$0.frames.contains(index) }).compactMap(ProxyShelf.Wish.init)
  }
}

internal import Libav
internal import Synchronization

/// The pieces of one film that are kept from others, and those that it leaves. Shared by workers.
final class KeptPieces: Sendable {
  private let cache: ChunkCache
  private let names: PieceNames
  private let chunks: [Range<Int>]
  private let reused = Mutex(0)

  /// - Parameter chunks: the film's pieces.
  init(_ cache: ChunkCache, _ names: PieceNames, _ chunks: [Range<Int>]) {
    self.cache = cache
    self.names = names
    self.chunks = chunks
  }

  /// Frames that were there already.
  var framesReused: Int { reused.withLock { $0 } }

  func chunk(of frames: Range<Int>) -> EncodedChunk? {
    guard let name = names.piece(of: frames), let kept = cache.chunks(named: name),
      kept.count == 1, kept[0].frameCount == frames.count
    else { return nil }
    reused.withLock { $0 += frames.count }
    return kept[0]
  }

  func keep(_ chunk: EncodedChunk, of frames: Range<Int>) {
    guard let name = names.piece(of: frames) else { return }
    cache.keep(named: name) { append in try append(chunk) }
  }

  /// The film's sound, in parts of which the last is its end.
  func sound() -> [EncodedChunk]? { names.sound.flatMap(cache.chunks(named:)) }

  func keepSound(_ write: ((EncodedChunk) throws -> Void) throws -> Void) {
    guard let name = names.sound else { return }
    cache.keep(named: name, write)
  }

  /// What the film's first frames show, which `make` measures where it isn't known.
  func pictureReport(
    ofFirst count: Int, _ make: () throws(RenderError) -> PictureReport
  ) throws(RenderError) -> PictureReport {
    // Whether the film ends with them matters, too.
    let pieces = chunks.filter { $0.lowerBound <= count }.map(names.piece(of:))
    let known = pieces.compactMap { $0 }
    let name =
      known.count == pieces.count
      ? Fingerprint.name(of: "pictures", known, count, chunks.last as Any) : nil
    return try cache.value(named: name, make: make)
  }

  /// What is heard of the film, which `make` measures where it isn't known.
  func soundReport(
    _ make: () throws(RenderError) -> SoundReport
  ) throws(RenderError) -> SoundReport {
    try cache.value(named: names.sound.flatMap { Fingerprint.name(of: "heard", $0) }, make: make)
  }

  /// Makes room for the next film.
  func trim() { cache.trim() }
}

internal import Libav
internal import Synchronization

/// The pieces of one film that are kept from others, and those that it leaves. Shared by workers.
final class KeptPieces: Sendable {
  private let cache: ChunkCache
  private let names: PieceNames
  private let reused = Mutex(0)

  init(_ cache: ChunkCache, _ names: PieceNames) {
    self.cache = cache
    self.names = names
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

  /// Makes room for the next film.
  func trim() { cache.trim() }
}

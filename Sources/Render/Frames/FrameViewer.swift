public import Pixels
public import Timeline

/// Shows single frames of films that are being edited, as their exports will. Confined to one
/// thread.
///
/// The last films stay open, and what was found out about their media serves the next: a draft of
/// which one thing was changed is drawn without looking at its pictures again. Files must stay as
/// they are as long as it lives.
public final class FrameViewer {
  let shelf = MediaShelf()
  /// Where films are made ready for.
  let beside = Crew()
  private var films: [(key: Key, film: OpenFilm)] = []

  private static let mostFilms = 4

  private struct Key: Hashable {
    let name: String
    let size: PixelSize
  }

  /// A viewer that knows nothing yet.
  public init() {}

  /// The size of frames `width` pixels wide of films of this canvas: both sides even.
  public static func size(of canvas: Canvas, width: Int) -> PixelSize {
    let width = max(2, width / 2 * 2)
    let height = Double(width) * Double(canvas.height) / Double(max(canvas.width, 1))
    return PixelSize(width: width, height: max(2, Int((height / 2).rounded()) * 2))
  }

  /// A frame of a film, drawn on a canvas `width` pixels wide; good until the next is asked for.
  /// - Parameters:
  ///   - index: which; one beyond the end is the last.
  ///   - draft: the film.
  ///   - name: what the draft is known by; another draft has another name.
  ///   - library: where its media lie.
  ///   - width: pixels across.
  ///   - seed: the seed of the film.
  public func frame(
    _ index: Int, of draft: Draft, named name: String, library: any MediaLibrary, width: Int,
    seed: UInt64 = 1
  ) throws(RenderError) -> Picture {
    let size = Self.size(of: draft.canvas, width: width)
    let key = Key(name: name, size: size)
    if !films.contains(where: { $0.key == key }) {
      prepare(draft, library: library, width: width, seed: seed, showing: index)
    }
    let film = try film(draft, key, library, seed)
    wantFootage(of: film.plan, around: index)
    return try film.frame(index)
  }

  private func film(
    _ draft: Draft, _ key: Key, _ library: any MediaLibrary, _ seed: UInt64
  ) throws(RenderError) -> OpenFilm {
    if let index = films.firstIndex(where: { $0.key == key }) {
      let entry = films.remove(at: index)
      films.append(entry)
      return entry.film
    }
    // Readers are shared: two open films would pull one to and fro, but never wrongly.
    let film = try OpenFilm(draft, library: library, size: key.size, seed: seed, shelf: shelf)
    if films.count == Self.mostFilms { films.removeFirst() }
    films.append((key, film))
    return film
  }
}

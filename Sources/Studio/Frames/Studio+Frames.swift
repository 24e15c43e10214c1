public import Accounts
import Crypto
import Foundation
import MediaTime
import Records
import Timeline
import Wire

extension Studio {
  /// Settles which frame a request means; nothing is drawn yet.
  /// - Throws: `ServiceError`: 1002; 404 where there is no such version or medium; 409 where the
  ///   film is empty; 400 where the medium has no picture or the frame would be too large.
  public func view(
    _ request: FrameRequest, in session: String, for identity: Identity
  ) async throws -> FrameInView {
    let session = try await self.session(session, for: identity)
    let media = try await media(of: session)
    switch request.subject {
    case .film(let version):
      let film = try film(version, of: session, media)
      guard film.draft.hasContent else { throw Self.nothingToShow }
      return try view(
        film.draft, named: film.name, at: film.draft.frame(at: request.time), request, session,
        media, isForGood: version != nil)
    case .medium(let id):
      let item = try Self.medium(id, in: media)
      guard item.facts.kind.hasPicture else {
        throw ServiceError(
          .badRequest,
          item.facts.kind == .audio
            ? "\(item.name.shown) is a sound and has no picture; ask for its peaks."
            : "\(item.name.shown) has no picture; ask for a picture or a film.")
      }
      let time = item.facts.kind == .video ? min(request.time, max(item.facts.duration - 1, 0)) : 0
      var shown = try view(
        Draft(showing: item, at: time), named: SHA256.digest([item.blob, "\(time.count)"]), at: 0,
        request, session, media, isForGood: true)
      if request.width >= Self.narrowestFilm {
        shown.order.outlook = Draft(of: item, on: session.history?.draft)
      }
      return shown
    }
  }

  /// The frame as a JPEG: one that was drawn before, or drawn now.
  /// - Throws: `ServiceError`: 422 where the draft can't be drawn; 503 where many newer frames
  ///   were asked for.
  public func picture(of view: FrameInView) async throws -> [UInt8] {
    if let known = shelf.frames[view.entityTag] { return known }
    let bytes = try await workshop.frame(view.order)
    shelf.frames.keep(bytes, for: view.entityTag, weight: bytes.count)
    return bytes
  }

  /// Narrower pictures of media are for lists.
  private static let narrowestFilm = 320

  static let nothingToShow = ServiceError(
    .conflict, "There is nothing to show yet; add a picture, a clip or words first.")

  private func view(
    _ draft: Draft, named name: String, at index: Int, _ request: FrameRequest,
    _ session: Session, _ media: ViewShelf.SessionMedia, isForGood: Bool
  ) throws -> FrameInView {
    let width = request.width / 2 * 2
    guard width * draft.canvas.height <= FrameRequest.mostLines * draft.canvas.width else {
      throw ServiceError(
        .badRequest,
        "A frame so wide would have more than \(FrameRequest.mostLines) lines; ask for a smaller w."
      )
    }
    let used = Set(draft.tracks.flatMap(\.segments).compactMap(\.source))
    if let missing = used.first(where: { media.files[$0] == nil }) {
      throw Self.gone(missing)
    }
    let tables = draft.tables.filter { media.items[$0]?.facts.kind == .table }
    let named = used.union(tables)
    let order = FrameOrder(
      session: session.id, name: name, draft: draft,
      files: media.files.filter { named.contains($0.key) }.mapValues(\.path),
      reach: Set(media.files.values.map(\.path)), index: index, width: width,
      seed: FilmDesk.seed(of: draft))
    return FrameInView(
      entityTag: SHA256.digest([name, "\(index)", "\(width)"]), isForGood: isForGood,
      order: order, files: Array(media.files.values))
  }

  /// The session's draft, as it is now or was in a version.
  func film(
    _ version: Int?, of session: Session, _ media: ViewShelf.SessionMedia
  ) throws -> ViewShelf.NamedDraft {
    guard let history = session.history else {
      if let version { throw Self.noVersion(version) }
      throw Self.nothingToShow
    }
    let number = version ?? history.currentNumber
    let key = ViewShelf.FilmKey(
      session: session.id, createdAt: session.createdAt, version: number)
    if let known = shelf.films[key] { return known }
    let draft: Draft
    do throws(EditError) {
      draft = number == history.currentNumber ? history.draft : try history.draft(at: number)
    } catch { throw Self.noVersion(number) }
    let used = Set(draft.tracks.flatMap(\.segments).compactMap(\.source)).sorted()
    let contents = used.map { "\($0) \(media.items[$0]?.blob ?? "")" }
    let film = ViewShelf.NamedDraft(
      version: number, draft: draft, name: SHA256.digest([draft.encoded()] + contents))
    shelf.films.keep(film, for: key)
    return film
  }

  private static func noVersion(_ number: Int) -> ServiceError {
    ServiceError(.notFound, "There is no version \(number) of the film; ask for its history.")
  }

  /// The session's media and their files.
  func media(of session: Session) async throws -> ViewShelf.SessionMedia {
    if let known = shelf.media[session.id], known.createdAt == session.createdAt,
      known.revision == session.revision
    {
      return known
    }
    let items = try await read { try $0.media(in: session.id) }
    var files: [String: BlobFile] = [:]
    for item in items { files[item.id] = try await file(of: item.blob) }
    let media = ViewShelf.SessionMedia(
      createdAt: session.createdAt, revision: session.revision,
      items: Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      files: files)
    shelf.media.keep(media, for: session.id)
    return media
  }

  /// A medium of the session whose content is there.
  static func medium(
    _ id: String, in media: ViewShelf.SessionMedia
  ) throws(ServiceError) -> MediaItem {
    guard let item = media.items[id] else {
      throw ServiceError(
        .notFound, "There is no medium \(id.shown) in the session; ask for its state.")
    }
    guard media.files[id] != nil else { throw gone(id) }
    return item
  }

  private static func gone(_ id: String) -> ServiceError {
    ServiceError(
      .badDraft, "The file \(id.shown) is no longer in the session; upload it again.")
  }
}

extension Draft {
  /// What a film will likely make of a medium, in `draft`'s shape: of a picture, a moving still.
  fileprivate init?(of item: MediaItem, on draft: Draft?) {
    let thing = RoughCut.Item(id: item.id, name: item.name, facts: item.facts)
    guard var film = try? RoughCut().draft(of: [thing]) else { return nil }
    if let draft, draft.hasContent { film.canvas = draft.canvas }
    if item.facts.kind == .image {
      film.tracks[0].segments[0].style.motion = [RoughCut.gentleMove, CameraMove(.parallax)]
    }
    self = film
  }

  /// A film of one frame: a medium as it is, at a moment of it.
  fileprivate init(showing item: MediaItem, at time: Milliseconds) {
    func side(_ length: Int) -> Int { min(max(length / 2 * 2, 16), Canvas.largest) }
    let facts = item.facts
    let canvas =
      facts.aspect == nil
      ? Canvas() : Canvas(width: side(facts.width), height: side(facts.height))
    let segment = Segment(
      id: item.id, source: item.id, inPoint: time, duration: 1000,
      style: SegmentStyle(playback: .freeze, fit: .fit))
    self.init(
      canvas: canvas, tracks: [Track(id: "t1", kind: .video, segments: [segment])])
    self = normalized()
  }
}

import Accounts
import Crypto
import Foundation
import Language
import MediaTime
import Records
import Timeline
import Wire

/// Settles what an order for a film means before it is taken.
struct FilmDesk: Sendable {
  let policy: Policy
  let settings: StudioSettings
  /// How the plan's limits can be lifted.
  let advice: String

  /// An order as it came.
  struct Order: Sendable {
    var id: String
    var account: String
    var session: String
    /// nil for the session's own draft.
    var draft: Draft?
    var quality: Quality
    /// The shape of the film, where it isn't the draft's.
    var aspect: Aspect?
  }

  /// Films of one session that may wait.
  static let mostWaiting = 20

  /// Reads a request.
  /// - Throws: `ServiceError`: 402, 400, 422.
  func order(_ request: RenderRequest, account: String) throws -> Order {
    try requireExport()
    guard !request.id.isEmpty, request.id.utf8.count <= 128,
      request.id.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "/") })
    else {
      throw ServiceError(
        .badRequest, "\"id\" can't name a render; use something like render_1700000000.")
    }
    guard request.format.lowercased() == "mp4" else {
      throw ServiceError(
        .badRequest, "The format \"\(request.format.shown)\" is unknown; films are made as mp4.")
    }
    guard let quality = Quality(rawValue: request.quality) else {
      let names = Quality.allCases.map(\.rawValue).joined(separator: ", ")
      throw ServiceError(
        .badRequest, "The quality \"\(request.quality.shown)\" is unknown; use one of \(names).")
    }
    return Order(
      id: request.id, account: account, session: request.sessionID,
      draft: try request.draft.flatMap(draft), quality: quality)
  }

  private func draft(_ json: JSONValue) throws -> Draft? {
    if json == .object([:]) { return nil }
    guard json.text().utf8.count <= settings.largestDraft else {
      throw ServiceError(
        .bodyTooLarge,
        "The draft is larger than \(settings.largestDraft >> 10) kB; leave out what isn't used.")
    }
    do { return try Draft(json: json) } catch {
      throw ServiceError(.badDraft, error.message)
    }
  }

  func requireExport() throws {
    guard policy.isExportAllowed else {
      throw ServiceError(.exportBlocked, "This plan does not allow exports. \(advice)")
    }
  }

  /// The export that an order stands for; it isn't stored yet.
  /// - Throws: `ServiceError`: 1002, 402, 422.
  func export(for order: Order, at time: Date, in view: any MetadataView) throws -> Export {
    let session = try Studio.session(order.session, of: order.account, in: view)
    var draft = (order.draft ?? session.history?.draft ?? Draft()).normalized()
    let media = try view.media(in: session.id)
    let facts = Dictionary(media.map { ($0.id, $0.facts) }) { first, _ in first }
    if let aspect = order.aspect {
      draft = Plan([.aspect(aspect)], in: .english, for: draft) { facts[$0] }.result
    }
    do { try draft.validate { facts[$0] } } catch {
      throw ServiceError(.badDraft, error.message)
    }
    let longest = Milliseconds(policy.maximumFilmSeconds * 1000)
    guard draft.lastEnd <= longest else {
      throw ServiceError(
        .exportBlocked,
        "The film lasts \(draft.lastEnd.secondsText) s and this plan allows "
          + "\(longest.secondsText) s; shorten it. \(advice)")
    }
    let text = draft.encoded()
    let seed = Self.seed(of: draft)
    return Export(
      id: order.id, account: order.account, session: session.id, draft: text,
      digest: SHA256.digest([text, "mp4", order.quality.rawValue, String(seed)]),
      quality: order.quality.rawValue, seed: seed, createdAt: time)
  }

  /// A draft may carry a seed under `m`; 1 is the renderer's own.
  private static func seed(of draft: Draft) -> Int {
    guard case .integer(let seed)? = draft.unknown["seed"], seed >= 0 else { return 1 }
    return seed
  }

  /// What an order gives whose id is known already.
  /// - Throws: `ServiceError` with code 409 where the id stands for another film.
  func repeated(_ order: Order, _ earlier: Export, in view: any MetadataView) throws -> Export {
    guard earlier.session == order.session, earlier.quality == order.quality.rawValue else {
      throw conflict(order)
    }
    guard let draft = order.draft else { return earlier }
    guard earlier.draft == draft.normalized().encoded() else { throw conflict(order) }
    return earlier
  }

  private func conflict(_ order: Order) -> ServiceError {
    ServiceError(
      .conflict, "The id \(order.id.shown) stands for another film already; choose a new id.")
  }

  /// The work of making a film. Films of one session share a lane, so that they are made one after
  /// another; an account has as many lanes as its plan allows films at once.
  func work(on export: Export) -> Records.Work {
    let lanes = UInt64(max(policy.concurrentExports, 1))
    let hash = export.session.utf8.reduce(UInt64(5381)) { $0 &* 33 &+ UInt64($1) }
    return Records.Work(
      id: "export:\(export.subject)", kind: .export, subject: export.subject,
      group: "export:\(export.account):\(hash % lanes)", createdAt: export.createdAt)
  }
}

extension Export {
  /// Completes it with the film of another that is the same.
  mutating func complete(like finished: Export, at time: Date) {
    status = .completed
    progress = 1
    blob = finished.blob
    duration = finished.duration
    size = finished.size
    completedAt = time
  }
}

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
    /// What was found of it already; nil where nobody looked.
    var findings: [PreflightFinding]?
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
      draft: try request.draft.flatMap(draft), quality: quality,
      aspect: try request.aspect.map(aspect))
  }

  private func aspect(_ text: String) throws -> Aspect {
    let sides = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard sides.count == 2, sides.allSatisfy({ (1...100_000).contains($0) }),
      Canvas.size(aspect: (sides[0], sides[1])) != nil
    else {
      throw ServiceError(
        .badRequest, "The aspect \"\(text.shown)\" is no shape of films; use one like 9:16.")
    }
    return Aspect(sides[0], sides[1])
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
    let facts = try facts(in: session.id, view)
    let draft = shaped(order.draft ?? session.history?.draft ?? Draft(), order.aspect, facts)
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
    var export = Export(
      id: order.id, account: order.account, session: session.id, draft: text,
      digest: SHA256.digest([text, "mp4", order.quality.rawValue, String(seed)]),
      quality: order.quality.rawValue, seed: seed, createdAt: time)
    export.findings = order.findings
    return export
  }

  private func facts(
    in session: String, _ view: any MetadataView
  ) throws -> [String: MediaFacts] {
    Dictionary(try view.media(in: session).map { ($0.id, $0.facts) }) { first, _ in first }
  }

  /// A draft in the shape that was ordered.
  private func shaped(
    _ draft: Draft, _ aspect: Aspect?, _ facts: [String: MediaFacts]
  ) -> Draft {
    let draft = draft.normalized()
    guard let aspect else { return draft }
    return Plan([.aspect(aspect)], in: .english, for: draft) { facts[$0] }.result
  }

  /// A draft may carry a seed under `m`; 1 is the renderer's own.
  static func seed(of draft: Draft) -> Int {
    guard case .integer(let seed)? = draft.unknown["seed"], seed >= 0 else { return 1 }
    return seed
  }

  /// What an order gives whose id is known already.
  /// - Throws: `ServiceError` with code 409 where the id stands for another film.
  func repeated(_ order: Order, _ earlier: Export, in view: any MetadataView) throws -> Export {
    guard earlier.session == order.session, earlier.quality == order.quality.rawValue else {
      throw conflict(order)
    }
    if let draft = order.draft {
      let facts = try facts(in: order.session, view)
      guard earlier.draft == shaped(draft, order.aspect, facts).encoded() else {
        throw conflict(order)
      }
    } else if let aspect = order.aspect, let canvas = try? Draft.decode(earlier.draft).canvas {
      // The session's own draft may have changed since; its film's shape has not.
      let size = Canvas.size(aspect: (aspect.width, aspect.height))
      guard let size, size == (canvas.width, canvas.height) else { throw conflict(order) }
    }
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
    receipt = finished.receipt
    findings = finished.findings
    completedAt = time
  }
}

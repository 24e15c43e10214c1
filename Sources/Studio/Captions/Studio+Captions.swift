public import Accounts
import Foundation
import Records
public import Timeline
import Wire

extension Studio {
  /// The captions of a session's film as a file; of a version of it, where one is named.
  /// - Throws: `ServiceError`: 1002; 404 where there is no such version; 409 where the film has
  ///   no captions.
  public func captions(
    as format: CaptionFormat, version: Int?, of session: String, for identity: Identity
  ) async throws -> CaptionFile {
    let session = try await self.session(session, for: identity)
    guard version != nil || session.history != nil else { throw Self.noCaptions }
    let film = try film(version, of: session, try await media(of: session))
    return try Self.captions(of: film.draft, as: format)
  }

  /// The captions that a signed link leads to, as the film has them now.
  /// - Throws: `ServiceError` with code 404 where the link is wrong or has expired; 409 where the
  ///   film has no captions.
  public func captions(
    link id: String, expires: Int, signature: String
  ) async throws -> CaptionFile {
    let parts = id.dropFirst(Self.captionPrefix.count).split(separator: ".")
    let signer = SignedLink(key: linkKey)
    guard signer.isValid(id: id, expires: expires, signature: signature, at: now()),
      parts.count == 3, let format = CaptionFormat(rawValue: String(parts[2])),
      let session = try await read({ try $0.session(String(parts[0])) }),
      parts[1] == Self.age(of: session)
    else {
      throw ServiceError(
        .notFound, "This link is wrong or has expired; ask for the subtitles to get a new one.")
    }
    guard let draft = session.history?.draft else { throw Self.noCaptions }
    return try Self.captions(of: draft, as: format)
  }

  /// Whether a link's id is that of captions.
  public static func isOfCaptions(_ id: String) -> Bool { id.hasPrefix(captionPrefix) }

  /// Links to the captions of a session's film.
  func captionLinks(of session: Session) -> [CaptionFormat: String] {
    let links = links(at: now())
    let name = "\(Self.captionPrefix)\(session.id).\(Self.age(of: session))"
    return Dictionary(
      uniqueKeysWithValues: CaptionFormat.allCases.map { format in
        (format, links.link(to: "\(name).\(format.rawValue)"))
      })
  }

  /// When a session was made: ids of removed sessions may come again, and old links must not lead
  /// to what is in them then.
  private static func age(of session: Session) -> String {
    "\(Int(session.createdAt.timeIntervalSince1970))"
  }

  private static let captionPrefix = "c_"

  private static func captions(
    of draft: Draft, as format: CaptionFormat
  ) throws(ServiceError) -> CaptionFile {
    guard !draft.captions.isEmpty else { throw noCaptions }
    return CaptionFile(draft, as: format)
  }

  private static let noCaptions = ServiceError(
    .conflict, "The film has no subtitles yet; add captions or upload a subtitle file first.")
}

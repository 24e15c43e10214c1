public import Accounts
import Foundation
public import Records
import Timeline
public import Wire

extension Studio {
  /// Begins to take a file in. Send it to ``IncomingFile/append(_:)`` as it comes. The
  /// file's name as it was sent is only shown.
  /// - Throws: `ServiceError`: 1002; 400 where the session holds too many files; 507.
  public func receiveUpload(
    named name: String, to session: String, for identity: Identity
  ) async throws -> IncomingFile {
    try await requireRoom(in: session, for: identity)
    let id = "u_" + UUID().uuidString.lowercased()
    intake.add(part: id)
    do {
      let part = try await blobs.openPart(id)
      return IncomingFile(
        studio: self, partID: id, part: part, filename: Self.filename(name), session: session,
        account: identity.account, limit: accounts.policy(of: identity.plan).maximumFileSize)
    } catch {
      intake.remove(part: id)
      throw Self.service(error)
    }
  }

  /// A medium as uploads and states show it, with a signed link.
  public func describe(_ item: MediaItem) -> UploadedFile {
    StateWriter(links: links(at: now())).description(of: item)
  }

  /// What a signed link leads to.
  /// - Throws: `ServiceError` with code 404 where the signature is wrong, the link has expired or
  ///   the content is gone.
  public func openMedia(
    link id: String, expires: Int, signature: String
  ) async throws -> OpenedFile {
    let gone = ServiceError(
      .notFound, "This link is wrong or has expired; ask for the session's state to get a new one.")
    let signer = SignedLink(key: linkKey)
    guard signer.isValid(id: id, expires: expires, signature: signature, at: now())
    else { throw gone }
    if id.hasPrefix("f_") {
      let blob = String(id.dropFirst(2))
      guard try await isUsed(blob), let file = try await file(of: blob)
      else { throw gone }
      return OpenedFile(
        file: file, contentType: "video/mp4", entityTag: blob, filename: "film.mp4")
    }
    guard let item = try await read({ try $0.media(id) }),
      let file = try await file(of: item.poster ?? item.blob)
    else { throw gone }
    if let poster = item.poster {
      return OpenedFile(
        file: file, contentType: "image/png", entityTag: poster, filename: "\(item.name).png")
    }
    return OpenedFile(
      file: file, contentType: item.contentType, entityTag: item.blob, filename: item.filename)
  }

  /// Whether a content is anyone's.
  func isUsed(_ blob: String) async throws -> Bool {
    if previews.holds(blob) { return true }
    return try await read { try $0.isUsed(blob: blob) }
  }

  /// A content on this machine.
  func file(of blob: String) async throws -> BlobFile? {
    do { return try await blobs.file(of: blob) } catch { throw Self.service(error) }
  }

  /// Makes sure that the session is the owner's and takes another file.
  func requireRoom(in session: String, for identity: Identity) async throws {
    let most = settings.mediaPerSession
    try await read { view in
      try Self.requireSession(session, of: identity.account, in: view)
      try Self.requireRoom(beside: try view.media(in: session), most: most)
    }
  }

  static func requireRoom(beside media: [MediaItem], most: Int) throws {
    guard media.count < most else {
      throw ServiceError(
        .badRequest, "The session holds \(most) files, which is all it can; begin a new one.")
    }
  }

  /// Makes a part a medium of a session: looks at it, keeps it, says whose it is.
  ///
  /// A content that the session has already is that medium.
  /// - Parameter also: what else belongs into the transaction.
  func keep(
    _ part: any BlobPart, probed: ProbedMedia? = nil, named filename: String,
    in session: String, of account: String,
    also: @escaping @Sendable (MediaItem, any MetadataTransaction) throws -> Void = { _, _ in }
  ) async throws -> MediaItem {
    let probed = if let probed { probed } else { try await probe(part) }
    return try await intake.arriving {
      let blob: Blob
      do { blob = try await part.commit() } catch { throw Self.service(error) }
      let (time, most) = (now(), settings.mediaPerSession)
      return try await write(changing: session, andItsState: true) { transaction in
        var owner = try Self.session(session, of: account, in: transaction)
        let media = try transaction.media(in: session)
        let known = media.first { $0.blob == blob.key && $0.origin == .upload }
        // Others may have come since this one was begun.
        if known == nil { try Self.requireRoom(beside: media, most: most) }
        let item =
          known
          ?? MediaItem(
            id: "m_" + Self.mediaName(), session: session, account: account, filename: filename,
            blob: blob.key, size: blob.size, contentType: probed.contentType,
            facts: probed.facts, createdAt: time)
        if known == nil { try transaction.insert(item) }
        owner.revision += 1
        owner.updatedAt = time
        try transaction.update(owner)
        try also(item, transaction)
        return item
      }
    }
  }

  func probe(_ part: any BlobPart) async throws -> ProbedMedia {
    guard await part.count > 0 else {
      throw ServiceError(.unsupportedFile, "The file is empty; choose another.")
    }
    let path: String
    do { path = try await part.path() } catch { throw Self.service(error) }
    return try await workshop.probe(path: path)
  }

  private static func mediaName() -> String {
    (0..<12).map { _ in UInt8.random(in: 0...255) }.hexadecimal
  }

  /// The last part of a name, without what can't be shown.
  static func filename(_ name: String) -> String {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    guard let line = Self.name(last, atMost: 200), line.contains(where: { $0 != "." })
    else { return "file" }
    return line
  }
}

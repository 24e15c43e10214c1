public import Accounts
import Foundation
public import Records
import Wire

extension Studio {
  /// Begins a resumable upload (tus 1.0).
  ///
  /// `length` is that of the whole in bytes, `metadata` is `Upload-Metadata` as it came.
  /// - Throws: `ServiceError`: 1002; 400; 4002 where it will be larger than the plan allows.
  public func createPartial(
    length: Int, filename: String, metadata: String, session: String, for identity: Identity
  ) async throws -> PartialUpload {
    guard length > 0 else {
      throw ServiceError(.badRequest, "The upload has no length; say how many bytes will come.")
    }
    guard metadata.utf8.count <= 4096 else {
      throw ServiceError(.badRequest, "Upload-Metadata is too long; keep it under 4 kB.")
    }
    let limit = accounts.policy(of: identity.plan).maximumFileSize
    let filename = Self.filename(filename)
    guard length <= limit else { throw Self.tooLarge(filename, limit: limit) }
    try await requireRoom(in: session, for: identity)
    let time = now()
    let upload = PartialUpload(
      id: "t_" + UUID().uuidString.lowercased(), account: identity.account, session: session,
      filename: filename, length: length, metadata: metadata, createdAt: time,
      expiresAt: time + Double(settings.uploadLifetime.components.seconds))
    try await write { transaction in
      try Self.requireSession(session, of: identity.account, in: transaction)
      try transaction.insert(upload)
    }
    return upload
  }

  /// A resumable upload and how many of its bytes are here.
  /// - Throws: `ServiceError` with code 404 where there is none, it is another's or has expired.
  public func partial(
    _ id: String, for identity: Identity
  ) async throws -> (upload: PartialUpload, offset: Int) {
    let upload = try await partialUpload(id, of: identity.account)
    if upload.media != nil { return (upload, upload.length) }
    if let offset = intake.offset(ofBusy: id), offset >= 0 { return (upload, offset) }
    return (upload, try await part(id).count)
  }

  /// Takes more bytes of a resumable upload, as they come. What came stays when they break off.
  ///
  /// `offset` says where the bytes belong; it must be where the last ones ended.
  /// - Returns: the upload, with its medium where it is whole now, and its new offset.
  /// - Throws: `ServiceError`: 404; 409 where the offset is wrong or another request sends to the
  ///   same upload; 400 where more comes than was announced; 4001 where the whole can't be used;
  ///   what `chunks` throws.
  public func appendToPartial<Chunks: AsyncSequence>(
    _ id: String, offset: Int, from chunks: Chunks, for identity: Identity
  ) async throws -> (upload: PartialUpload, offset: Int)
  where Chunks.Element == [UInt8] {
    let upload = try await partialUpload(id, of: identity.account)
    if upload.media != nil {
      guard offset == upload.length else { throw Self.wrongOffset(offset, upload.length) }
      return (upload, upload.length)
    }
    guard intake.take(upload: id) else {
      throw ServiceError(
        .conflict, "Another request is sending to this upload; wait until it has ended.")
    }
    defer { intake.leave(upload: id) }
    let part = try await part(id)
    let start = await part.count
    guard start == offset else { throw Self.wrongOffset(offset, start) }
    let end = try await receive(chunks, into: part, of: upload, from: start)
    guard end == upload.length else { return (upload, end) }
    return (try await finish(upload, part), end)
  }

  /// Gives a resumable upload up.
  /// - Throws: `ServiceError`: 404; 409 where a request is sending to it.
  public func removePartial(_ id: String, for identity: Identity) async throws {
    _ = try await partialUpload(id, of: identity.account)
    guard intake.take(upload: id) else {
      throw ServiceError(
        .conflict, "A request is sending to this upload; wait until it has ended.")
    }
    defer { intake.leave(upload: id) }
    try await write { try $0.removePartialUpload(id) }
    do { try await blobs.removePart(id) } catch { throw Self.service(error) }
  }

  private func receive<Chunks: AsyncSequence>(
    _ chunks: Chunks, into part: any BlobPart, of upload: PartialUpload, from start: Int
  ) async throws -> Int where Chunks.Element == [UInt8] {
    var end = start
    do {
      for try await bytes in chunks {
        guard end + bytes.count <= upload.length else {
          throw ServiceError(
            .badRequest,
            "More came than the \(upload.length) bytes that were announced; begin a new upload.")
        }
        try await part.append(bytes)
        end += bytes.count
        intake.note(upload: upload.id, offset: end)
      }
    } catch {
      try? await uncancelled { try await part.flush() }
      throw Self.service(error)
    }
    do { try await part.flush() } catch { throw Self.service(error) }
    metrics.received(end - start)
    return end
  }

  private func finish(
    _ upload: PartialUpload, _ part: any BlobPart
  ) async throws -> PartialUpload {
    var whole = upload
    do {
      let item = try await keep(
        part, named: upload.filename, in: upload.session, of: upload.account
      ) { item, transaction in
        var upload = upload
        upload.media = item.id
        try transaction.update(upload)
      }
      whole.media = item.id
      return whole
    } catch let error as ServiceError where error.isFinal {
      try? await write { try $0.removePartialUpload(upload.id) }
      try? await blobs.removePart(upload.id)
      throw error
    }
  }

  private func part(_ id: String) async throws -> any BlobPart {
    do { return try await blobs.openPart(id) } catch { throw Self.service(error) }
  }

  private func partialUpload(_ id: String, of account: String) async throws -> PartialUpload {
    let time = now()
    let upload = try await read { try $0.partialUpload(id) }
    guard let upload, upload.account == account, upload.expiresAt > time else {
      throw ServiceError(
        .notFound, "There is no upload \(id.shown), or it has expired; begin a new one.")
    }
    return upload
  }

  private static func wrongOffset(_ offset: Int, _ expected: Int) -> ServiceError {
    ServiceError(
      .conflict, "\(expected) bytes are here; go on from there and not from \(offset).")
  }
}

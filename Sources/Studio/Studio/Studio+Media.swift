public import Accounts
public import Records
public import Wire

extension Studio {
  /// Begins to take a file in. Send it to ``IncomingFile/append(_:)`` as it comes.
  /// - Parameter name: the file's name as it was sent; it is only shown.
  /// - Throws: `ServiceError`: 1002; 429 where the session holds too many files.
  public func receiveUpload(
    named name: String, to session: String, for identity: Identity
  ) async throws -> IncomingFile {
    throw ServiceError(.unavailable, "Uploads are being built.")
  }

  /// A medium as uploads and states show it, with a signed link.
  public func describe(_ item: MediaItem) -> UploadedFile {
    UploadedFile(
      filename: item.filename, fileType: "", url: "", duration: 0, width: 0, height: 0, fps: 0,
      hash: item.blob)
  }

  /// What a signed link leads to.
  /// - Throws: `ServiceError` with code 404 where the signature is wrong, the link has expired or
  ///   the content is gone.
  public func openMedia(
    link id: String, expires: Int, signature: String
  ) async throws -> OpenedFile {
    throw ServiceError(.notFound, "Links are being built.")
  }
}

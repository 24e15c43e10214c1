public import Accounts
public import Records
import Wire

extension Studio {
  /// Begins a resumable upload (tus 1.0).
  /// - Parameters:
  ///   - length: bytes when whole.
  ///   - metadata: `Upload-Metadata` as it came.
  /// - Throws: `ServiceError`: 1002; 400; 4002 where it will be larger than the plan allows.
  public func createPartial(
    length: Int, filename: String, metadata: String, session: String, for identity: Identity
  ) async throws -> PartialUpload {
    throw ServiceError(.unavailable, "Uploads are being built.")
  }

  /// A resumable upload and how many of its bytes are here.
  /// - Throws: `ServiceError` with code 404 where there is none, it is another's or has expired.
  public func partial(
    _ id: String, for identity: Identity
  ) async throws -> (upload: PartialUpload, offset: Int) {
    throw ServiceError(.unavailable, "Uploads are being built.")
  }

  /// Takes more bytes of a resumable upload, as they come. What came stays when they break off.
  /// - Parameter offset: where the bytes belong; it must be where the last ones ended.
  /// - Returns: the upload, with its medium where it is whole now, and its new offset.
  /// - Throws: `ServiceError`: 404; 409 where the offset is wrong or another request sends to the
  ///   same upload; 400 where more comes than was announced; 4001 where the whole can't be used.
  public func appendToPartial<Chunks: AsyncSequence>(
    _ id: String, offset: Int, from chunks: Chunks, for identity: Identity
  ) async throws -> (upload: PartialUpload, offset: Int)
  where Chunks.Element == [UInt8] {
    throw ServiceError(.unavailable, "Uploads are being built.")
  }

  /// Gives a resumable upload up.
  /// - Throws: `ServiceError` with code 404.
  public func removePartial(_ id: String, for identity: Identity) async throws {}
}

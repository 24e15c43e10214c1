public import Accounts
public import Wire

extension Studio {
  /// Orders a film. The same id with the same draft gives the same job; a film that was made of
  /// the same draft before is there at once.
  /// - Throws: `ServiceError`: 402 where the plan forbids exports or so long a film; 409 where
  ///   the id stands for another film; 422 where the draft can't be rendered; 1002; 400.
  public func order(_ request: RenderRequest, for identity: Identity) async throws -> RenderJob {
    throw ServiceError(.unavailable, "Exports are being built.")
  }

  /// How far an export is.
  /// - Throws: `ServiceError` with code 404.
  public func job(_ id: String, for identity: Identity) async throws -> RenderJob {
    throw ServiceError(.unavailable, "Exports are being built.")
  }

  /// Ends an export that waits or goes on; one that has ended is left as it is.
  /// - Throws: `ServiceError` with code 404.
  public func cancel(_ id: String, for identity: Identity) async throws -> RenderJob {
    throw ServiceError(.unavailable, "Exports are being built.")
  }

  /// The film of a completed export.
  /// - Throws: `ServiceError`: 404; 409 where it is not finished.
  public func openFilm(_ id: String, for identity: Identity) async throws -> OpenedFile {
    throw ServiceError(.unavailable, "Exports are being built.")
  }
}

public import Records
public import Wire

extension ServiceError {
  /// What a client is told of a failure of the store. Its own words stay here: they name files.
  public init(storage error: StorageError) {
    switch error.code {
    case .full: self.init(.diskFull, "The server's disk is full; try again later.")
    case .unavailable, .inUse:
      self.init(
        .unavailable, "The server can't reach its store just now; try again in a moment.",
        retryAfter: 5)
    case .duplicate:
      self.init(.conflict, "Something of that name is there already; use another name.")
    default: self.init(.internalError, "The server's store failed; try again.")
    }
  }
}

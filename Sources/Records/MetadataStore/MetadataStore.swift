public import Foundation

/// Everything that is known and must not be lost, apart from contents.
///
/// Both calls run `body` on a thread where waiting is fine, and neither is broken off when its
/// task is cancelled: what a worker has to put right when it is stopped is still put right.
/// Failures of the store itself are `StorageError`; what `body` throws comes out as it is.
public protocol MetadataStore: Sendable {
  /// Reads from one state of the store.
  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any MetadataView) throws -> Result
  ) async throws -> Result
  /// Changes the store: all of it or, where `body` throws, nothing. Committed changes survive a
  /// crash of the machine.
  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any MetadataTransaction) throws -> Result
  ) async throws -> Result
}

/// One state of the store.
public protocol MetadataView {
  func account(_ id: String) throws -> Account?
  func account(email: String) throws -> Account?
  /// In the order of their ids, after `id`.
  func accounts(after id: String?, limit: Int) throws -> [Account]
  func token(digest: String) throws -> AccessToken?
  /// Newest first.
  func tokens(of account: String) throws -> [AccessToken]
  func countIssues(client: String, since: Date) throws -> Int
  func countIssues(address: String, since: Date) throws -> Int
  /// The time of the oldest since, of the client or else of the address.
  func firstIssue(client: String, since: Date) throws -> Date?
  func firstIssue(address: String, since: Date) throws -> Date?

  func credits(of account: String) throws -> Credits
  func hold(_ id: String) throws -> CreditHold?
  func openHolds() throws -> [CreditHold]
  /// Oldest first.
  func ledger(of account: String) throws -> [LedgerEntry]

  func session(_ id: String) throws -> Session?
  /// Whose a session is, without its history.
  func owner(ofSession id: String) throws -> String?
  /// Latest change first.
  func sessions(of account: String) throws -> [Session]
  /// Without a turn or an export that goes on.
  func sessions(idleSince: Date, limit: Int) throws -> [Session]

  func media(_ id: String) throws -> MediaItem?
  /// Oldest first.
  func media(in session: String) throws -> [MediaItem]
  func media(blob: String) throws -> [MediaItem]
  /// Whether a medium or an export has this content.
  func isUsed(blob: String) throws -> Bool
  func partialUpload(_ id: String) throws -> PartialUpload?
  func partialUploads(expiredBefore: Date) throws -> [PartialUpload]

  func turn(_ id: String) throws -> Turn?
  func turn(account: String, key: String) throws -> Turn?
  /// Oldest first.
  func turns(in session: String) throws -> [Turn]
  /// Those that wait or go on, oldest first.
  func activeTurns(in session: String) throws -> [Turn]
  /// The last one of its session that came before this one and was begun; of one that isn't
  /// stored, the last that was begun.
  func turn(before turn: Turn) throws -> Turn?
  /// Oldest first, those with a sequence above `after`.
  func events(in session: String, after: Int, limit: Int) throws -> [StoredEvent]

  func export(_ id: String, of account: String) throws -> Export?
  /// Newest first.
  func exports(in session: String) throws -> [Export]
  func exports(blob: String) throws -> [Export]
  /// A completed export of the same order and session, whose film is there.
  func completedExport(digest: String, session: String) throws -> Export?

  /// A value kept under a name, such as the key that signs links.
  func value(_ name: String) throws -> String?
  /// How many there are, by kind: accounts, sessions, media, turns, exports.
  func counts() throws -> [String: Int]
}

/// A state of the store that is being changed.
///
/// `insert` throws `StorageError`: `duplicate` where the id (or a token's digest, an account's
/// address, a turn's key) is taken, `missing` where what the record belongs to isn't there. A
/// failure that is caught leaves the rest of the change as it was.
///
/// `update` changes what is there and does nothing where it is gone. Tokens apart, it never changes
/// whose something is: that is ``moveWork(from:to:)``'s alone, so that who holds an older copy of a
/// record can't undo a move. `remove` takes along what hangs on a record.
///
/// Times are read back exactly, texts too, except that U+0000 becomes U+FFFD.
public protocol MetadataTransaction: MetadataView {
  func insert(_ account: Account) throws
  func update(_ account: Account) throws
  /// With its tokens, credits, sessions, media, turns, exports and uploads.
  func removeAccount(_ id: String) throws
  func insert(_ token: AccessToken) throws
  func update(_ token: AccessToken) throws
  func insert(_ issue: TokenIssue) throws
  func removeIssues(before: Date) throws

  /// Sets what `credits(of:)` gives.
  func save(_ credits: Credits) throws
  func insert(_ hold: CreditHold) throws
  func update(_ hold: CreditHold) throws
  func append(_ entry: LedgerEntry) throws

  func insert(_ session: Session) throws
  func update(_ session: Session) throws
  /// With its media, turns, events, exports and uploads.
  func removeSession(_ id: String) throws
  /// Gives all sessions, media, turns, exports and uploads of one account to another, and queued
  /// exports with them. Where both have used the same name, the other keeps it: a turn that comes
  /// loses its key, an export its id.
  func moveWork(from account: String, to other: String) throws

  func insert(_ item: MediaItem) throws
  func update(_ item: MediaItem) throws
  func insert(_ upload: PartialUpload) throws
  func update(_ upload: PartialUpload) throws
  func removePartialUpload(_ id: String) throws

  func insert(_ turn: Turn) throws
  func update(_ turn: Turn) throws
  func insert(_ event: StoredEvent) throws
  /// Its number is not given again.
  func removeEvent(_ sequence: Int, of session: String) throws

  func insert(_ export: Export) throws
  func update(_ export: Export) throws

  func setValue(_ value: String, named name: String) throws
}

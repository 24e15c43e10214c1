public import Accounts
import Crypto
public import Director
public import Foundation
public import Logging
public import Records
import Synchronization

/// Sessions, turns, media and exports: who may do what, what it costs, what was promised.
///
/// Everything is durable before it is acknowledged. One process owns the store; within it all
/// functions may be called from anywhere at once. Failures are `ServiceError`s.
public final class Studio: Sendable {
  /// Who may do what.
  public let accounts: Accounts
  /// What the operator chose.
  public let settings: StudioSettings
  let store: any MetadataStore
  let queue: any WorkQueue
  let blobs: any BlobStore
  let workshop: any MediaWorkshop
  /// Models elsewhere that make clips; nil for none.
  let clips: (any ClipWorkshop)?
  /// Who may say in simple sentences what messages ask for.
  let planner: (any Planner)?
  let logger: Logger
  let now: @Sendable () -> Date
  /// Rings under a session's id when it has new events or turns that ended.
  let hub = Bell()
  /// Rings under an export's subject when it is further.
  let board = Bell()
  let stateCache: StateCache
  let progress = LiveProgress()
  let running = RunningWork()
  /// Turns that may go on beside those that do.
  let turnSlots: Slots
  let intake = Intake()
  let metrics = StudioMetrics()
  let turnStarts = TurnStarts()
  let shelf = ViewShelf()
  let previews = PreviewBoard()
  /// A renderer uses every core by itself.
  let previewSlots = Slots(1)
  let pages = SharedReads<EventFeed.PageKey, EventFeed.Page>()
  private let address: Mutex<String>
  private let key = Mutex<SymmetricKey?>(nil)

  /// A studio over its stores. Call ``prepare()`` once before anything else.
  public init(
    store: any MetadataStore, queue: any WorkQueue, blobs: any BlobStore,
    workshop: any MediaWorkshop, accounts: Accounts, settings: StudioSettings, logger: Logger,
    planner: (any Planner)? = nil, clips: (any ClipWorkshop)? = nil,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.store = store
    self.queue = queue
    self.blobs = blobs
    self.workshop = workshop
    self.planner = planner
    self.clips = clips
    self.accounts = accounts
    self.settings = settings
    self.logger = logger
    self.now = now
    address = Mutex(settings.publicURL)
    turnSlots = Slots(settings.turnWorkers)
    stateCache = StateCache(
      capacity: settings.stateCacheSize,
      lifetime: min(6 * 3600, Double(settings.linkLifetime.components.seconds) / 4))
  }

  /// Where clients reach the server, without a slash at its end; links begin with it. A server
  /// that learns its port late sets it then.
  public var publicURL: String {
    get { address.withLock { $0 } }
    set {
      address.withLock { $0 = newValue }
      stateCache.removeAll()
    }
  }

  /// What signs links; made once for a store, in ``prepare()``.
  var linkKey: SymmetricKey {
    get { key.withLock { $0 } ?? SymmetricKey(size: .bits256) }
    set { key.withLock { $0 = newValue } }
  }
}

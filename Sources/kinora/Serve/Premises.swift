import Accounts
import Engines
import Foundation
import Logging
import Server
import Store
import Studio
import struct Workshop.Confinement
import struct Workshop.Workshop

/// A data folder with all that works on it: store, contents, workshop, accounts, studio.
struct Premises {
  let settings: ServeSettings
  let store: EmbeddedStore
  let studio: Studio
  let workshop: Workshop
  let logger: Logger

  /// Opens the data folder, which is made where it isn't there.
  /// - Throws: `StorageError` where another process has it, or it can't be used.
  init(_ settings: ServeSettings, logger: Logger) async throws {
    self.settings = settings
    self.logger = logger
    store = try EmbeddedStore(folder: settings.dataFolder)
    let blobs = try DiskBlobStore(folder: settings.dataFolder)
    workshop = Workshop(settings: settings.workshop)
    let accounts = Accounts(store: store, settings: settings.accounts)
    studio = Studio(
      store: store, queue: store, blobs: blobs,
      workshop: ChildWorkshop(workshop: workshop, logger: logger),
      accounts: accounts, settings: settings.studio, logger: logger, planner: settings.planner,
      clips: settings.engines(logger))
    try await studio.prepare()
  }

  /// Says how far the kernel confines what reads strangers' files.
  /// - Throws: `WorkshopError` where it gives less than is demanded.
  func checkConfinement() async throws {
    let confinement: Confinement
    do {
      confinement = try await workshop.confinement()
    } catch {
      throw SettingsError(
        "\(error)".replacing(
          "set the confinement to preferred", with: "start with --set sandbox=preferred"))
    }
    guard !confinement.isWhole, settings.workshop.confinement != .off else { return }
    logger.warning(
      "The kernel confines the processes that read files only in part.",
      metadata: [
        "landlock": "\(confinement.landlock)", "seccomp": "\(confinement.filtersCalls)",
      ])
  }

  /// Gives the data folder back.
  func close() { store.close() }
}

import ServiceLifecycle
import Studio

/// The studio's workers as a service: a graceful shutdown gives running work back.
struct StudioService: Service {
  let studio: Studio

  func run() async throws {
    await cancelWhenGracefulShutdown { await studio.run() }
  }
}

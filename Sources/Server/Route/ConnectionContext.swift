import Hummingbird
import Logging
import NIOCore

/// The connection that a request came over, and the request's log.
struct ConnectionContext: InitializableFromSource {
  let channel: any Channel
  let logger: Logger

  init(source: ApplicationRequestContextSource) {
    channel = source.channel
    logger = source.logger
  }
}

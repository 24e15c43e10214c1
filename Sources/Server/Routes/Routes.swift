import Accounts
import Logging
import Studio

/// Everything the server answers, by what it needs to answer it.
///
/// Each extension gives the routes of one part of the API; ``all`` lists them.
struct Routes: Sendable {
  let studio: Studio
  let configuration: KinoraServer.Configuration
  let streams: StreamRegister
  let drain: Drain
  let metrics: PrometheusMetrics
  let logger: Logger
  let page = OpenAPIPage()

  var accounts: Accounts { studio.accounts }
}

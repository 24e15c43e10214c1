import Foundation
import HTTPTypes
import Hummingbird
public import Logging
import NIOCore
import NIOPosix
public import ServiceLifecycle
public import Studio
import Synchronization

/// The HTTP server over a studio.
///
/// It runs as a service: when its group shuts down gracefully it refuses new work with 503, breaks
/// open streams off so that they are resumed, lets what goes on come to its end, and is out within
/// ``Configuration/drainTime``.
public final class KinoraServer: Service {
  private let studio: Studio
  private let configuration: Configuration
  private let logger: Logger
  private let metrics: PrometheusMetrics
  private let onListening: @Sendable (Int) async -> Void
  private let drain = Drain()
  let streams: StreamRegister

  /// A server that listens once it runs.
  ///
  /// Bootstrap the metrics system with the same `metrics` to show the studio's figures too.
  /// `onListening` is told the port once connections are taken.
  public init(
    studio: Studio, configuration: Configuration, metrics: PrometheusMetrics = .init(),
    logger: Logger, onListening: @escaping @Sendable (Int) async -> Void = { _ in }
  ) {
    self.studio = studio
    self.configuration = configuration
    self.metrics = metrics
    self.logger = logger
    self.onListening = onListening
    streams = StreamRegister(configuration, metrics: metrics)
  }

  /// Serves until it is told to stop.
  /// - Throws: where the port can't be listened on.
  public func run() async throws {
    FileLimit.raise()
    let group = ServiceGroup(
      configuration: .init(services: [.init(service: application)], logger: silent))
    // A task of its own: the group must not hear of the shutdown before the streams have ended.
    let serving = Task.detached { try await group.run() }
    try await withTaskCancellationHandler {
      try await withGracefulShutdownHandler {
        try await serving.value
      } onGracefulShutdown: {
        Task { await self.stop(group, serving) }
      }
    } onCancel: {
      serving.cancel()
    }
  }

  private func stop(_ group: ServiceGroup, _ serving: Task<Void, any Error>) async {
    drain.begin()
    streams.close()
    try? await Task.sleep(for: configuration.drainNotice)
    await group.triggerGracefulShutdown()
    // Cancelling is for those who don't read, or send, to the end.
    try? await Task.sleep(for: configuration.drainTime)
    serving.cancel()
  }

  /// Service groups tell of each step; an operator wants to know less.
  private var silent: Logger {
    var logger = logger
    logger.logLevel = max(logger.logLevel, .warning)
    return logger
  }

  /// What the server answers.
  var routes: Routes {
    Routes(
      studio: studio, configuration: configuration, streams: streams, drain: drain,
      metrics: metrics, logger: logger)
  }

  private var table: RouteTable {
    RouteTable(
      routes.all, gate: Gate(accounts: studio.accounts, configuration: configuration),
      drain: drain, configuration: configuration, metrics: metrics)
  }

  private var application: Application<RouteTable> {
    let connections = min(configuration.connections, FileLimit.roomForConnections)
    return Application(
      responder: table,
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [BodyManners(), LeaveWatch(), ParserErrorReply()],
          idleTimeout: configuration.idleTimeout,
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: configuration.largestHead,
            maxHeaderListSize: configuration.largestHead, maxHeaderFieldCount: 100))),
      configuration: ApplicationConfiguration(
        address: .hostname(configuration.host, port: configuration.port), serverName: nil,
        backlog: 1024, availableConnectionsDelegate: .maximum(connections, logger: silent)),
      onServerRunning: { [self] channel in await listening(channel) },
      logger: silent)
  }

  private func listening(_ channel: any Channel) async {
    let port = channel.localAddress?.port ?? configuration.port
    studio.publicURL = configuration.publicURL ?? address(port)
    logger.info("Listening.", metadata: ["host": "\(configuration.host)", "port": "\(port)"])
    await onListening(port)
  }

  private func address(_ port: Int) -> String {
    let host =
      switch configuration.host {
      case "0.0.0.0", "::": "127.0.0.1"
      case let host where host.contains(":"): "[\(host)]"
      case let host: host
      }
    return "http://\(host):\(port)"
  }
}

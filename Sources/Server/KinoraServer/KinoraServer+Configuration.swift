public import NIOCore

extension KinoraServer {
  /// What an operator may choose about the server.
  public struct Configuration: Sendable {
    /// The name or address to listen on.
    public var host = "127.0.0.1"
    /// The port; 0 for any that is free.
    public var port = 8787
    /// The address under which people reach the server, without a slash at the end; nil where
    /// that is the host and port of each request.
    public var publicURL: String?
    /// Bytes of the largest body that is read whole.
    public var largestBody = 1 << 20
    /// How long such a body may take to come.
    public var bodyTimeout: TimeAmount = .seconds(30)
    /// How slowly the bytes of an upload may come.
    public var uploadPace = BodyPace()
    /// Bytes of all files of one request, as a multiple of the largest file of the plan.
    public var largestUploadFactor = 5
    /// What is fetched for users.
    public var fetching = FetchSettings()
    /// How long a connection may be silent between requests, or take to send a request's head.
    public var idleTimeout: TimeAmount = .seconds(30)
    /// Bytes of all headers of a request.
    public var largestHead = 16 << 10
    /// Connections at once; more wait to be accepted.
    public var connections = 16_384
    /// After this much silence a stream carries a heartbeat.
    public var heartbeat: TimeAmount = .seconds(10)
    /// How long a stream lasts at most; it can be resumed.
    public var longestStream: TimeAmount = .seconds(15 * 60)
    /// Streams at once; more are asked to wait.
    public var streams = 12_000
    /// For how long new work is refused before the server stops listening.
    public var drainNotice: Duration = .milliseconds(250)
    /// How long requests that go on may take once the server is about to stop.
    public var drainTime: Duration = .seconds(25)
    /// Whether `X-Forwarded-For` names the client, because a proxy stands before the server.
    public var trustsProxy = false
    /// Whether `/metrics` is told to other machines too.
    public var showsMetricsToAll = false
    /// The secret of `POST /admin`; nil to have no such route.
    public var administratorSecret: String?
    /// The version that `/version` tells.
    public var version = "0.0.0"

    /// The usual configuration.
    public init() {}
  }
}

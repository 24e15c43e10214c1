public import AsyncHTTPClient

extension HTTPClient {
  /// The client for models elsewhere. It follows no redirect: what is told to a model goes to the
  /// address that was set up, and nowhere else.
  public static let engines = HTTPClient(
    eventLoopGroupProvider: .singleton,
    configuration: Configuration(redirectConfiguration: .disallow))
}

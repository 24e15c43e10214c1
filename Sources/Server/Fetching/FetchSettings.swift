/// What may be fetched for users, and how long it may take.
public struct FetchSettings: Hashable, Sendable {
  /// Whether addresses of this machine and of private networks may be asked. Only for a server
  /// whose users may see all that it sees.
  public var allowsPrivateAddresses = false
  /// Ports that may be asked; empty for all.
  public var ports: Set<Int> = [80, 443]
  /// Redirects that are followed.
  public var redirects = 5
  /// How long one file may take in all.
  public var timeLimit: Duration = .seconds(300)
  /// How long a server may take to be reached.
  public var connectTimeLimit: Duration = .seconds(10)
  /// How long a server may send nothing.
  public var silenceLimit: Duration = .seconds(30)
  /// Files of one request.
  public var files = 16

  /// The usual settings.
  public init() {}
}

import HTTPTypes
import NIOCore

/// Where a request comes from.
struct ClientAddress: Hashable, Sendable {
  /// The address, without a port; `unknown` where there is none.
  var text: String
  /// Whether it is this machine, with no proxy between.
  var isThisMachine: Bool

  /// The address of the other end of the connection or, where a proxy is trusted, the last one
  /// that the proxy names in `X-Forwarded-For`.
  init(peer: SocketAddress?, headers: HTTPFields, trustsProxy: Bool) {
    let address = peer?.ipAddress.map(Self.unmapped)
    text = address ?? "unknown"
    isThisMachine = address.map { $0.hasPrefix("127.") || $0 == "::1" } ?? false
    if let forwarded = headers[.forwardedFor] {
      // Whoever is named there is not at this machine, even where a proxy on it passes him on.
      isThisMachine = false
      let last = forwarded.split(separator: ",").last.map { String($0).trimmed }
      if trustsProxy, let last, (try? SocketAddress(ipAddress: last, port: 0)) != nil {
        text = Self.unmapped(last)
      }
    }
  }

  /// `::ffff:1.2.3.4` as `1.2.3.4`.
  private static func unmapped(_ address: String) -> String {
    address.hasPrefix("::ffff:") && address.contains(".") ? String(address.dropFirst(7)) : address
  }
}

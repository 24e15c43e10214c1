import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import Wire

/// Fetches files that users name, from the public internet only.
///
/// A name is looked up once; where any of its addresses isn't public, it is refused. The connection
/// goes to the address that was checked, not to what the name may mean a moment later, and each
/// redirect is a new address to be checked.
struct Fetcher: Sendable {
  let settings: FetchSettings
  var lookup = NameLookup.system

  /// What a server says about a file before it sends it.
  struct Head: Equatable, Sendable {
    /// What the server or else the address calls it.
    var filename: String
    /// Bytes, where the server says.
    var length: Int?
  }

  /// A file as it comes: its head, once, and then its bytes.
  enum Piece: Equatable, Sendable {
    case head(Head)
    case bytes(ByteBuffer)
  }

  /// Fetches a file.
  /// - Parameter take: told the pieces as they come; the next is fetched when it returns.
  /// - Throws: code 400 where the file can't be fetched; whatever `take` throws.
  func fetch(_ address: String, _ take: (Piece) async throws -> Void) async throws {
    let deadline = ContinuousClock.now + settings.timeLimit
    var target = try FetchTarget(address, settings: settings)
    for _ in 0...settings.redirects {
      let next = try await ask(target, deadline) { response in
        if Self.redirects.contains(response.status.code),
          let location = response.headers.first(name: "location")
        {
          return try target.redirected(to: location, settings: settings)
        }
        guard response.status == .ok else {
          throw refusal("\(target.host) answered \(response.status.code); check the address.")
        }
        try await take(.head(head(of: response, target)))
        for try await bytes in response.body {
          guard ContinuousClock.now < deadline else { throw tooSlow(target) }
          try await take(.bytes(bytes))
        }
        return nil
      }
      guard let next else { return }
      target = next
    }
    throw refusal("\(target.host) redirects too often; give the address of the file itself.")
  }

  private static let redirects: Set<UInt> = [301, 302, 303, 307, 308]

  /// Asks each address in turn until one answers. What an answer brought is used once: where it
  /// breaks off later, no other address is asked.
  private func ask(
    _ target: FetchTarget, _ deadline: ContinuousClock.Instant,
    _ use: (HTTPClientResponse) async throws -> FetchTarget?
  ) async throws -> FetchTarget? {
    let addresses = try await checkedAddresses(of: target)
    for (index, address) in addresses.enumerated() {
      let client = HTTPClient(
        eventLoopGroupProvider: .singleton, configuration: configuration(target, address))
      var hasAnswered = false
      let result: Result<FetchTarget?, any Error>
      do {
        let response = try await client.execute(
          request(target), deadline: .now() + TimeAmount(deadline - .now))
        hasAnswered = true
        result = .success(try await use(response))
      } catch {
        result = .failure(error)
      }
      try? await client.shutdown()
      if case .failure(let error) = result, !hasAnswered, Self.isUnreachable(error),
        index + 1 < addresses.count
      {
        continue
      }
      return try result.mapError { told($0, target) }.get()
    }
    throw refusal("\(target.host) could not be found; check the address.")
  }

  /// The addresses to connect to, at most four, all of them checked.
  private func checkedAddresses(of target: FetchTarget) async throws -> [PublicAddress] {
    let found: [PublicAddress]
    if let address = target.address {
      found = [address]
    } else {
      let texts = try await lookup.addresses(target.host)
      found = try texts.map { text in
        guard let address = PublicAddress(text) else { throw notPublic(target) }
        return address
      }
    }
    guard !found.isEmpty else {
      throw refusal("\(target.host) could not be found; check the address.")
    }
    guard settings.allowsPrivateAddresses || found.allSatisfy(\.isPublic) else {
      throw notPublic(target)
    }
    return Array(found.prefix(4))
  }

  private func configuration(
    _ target: FetchTarget, _ address: PublicAddress
  ) -> HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(
        connect: TimeAmount(settings.connectTimeLimit), read: TimeAmount(settings.silenceLimit)),
      decompression: .disabled)
    configuration.dnsOverride = [target.host: address.description]
    configuration.httpVersion = .http1Only
    return configuration
  }

  private func request(_ target: FetchTarget) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: target.url.absoluteString)
    request.headers = ["User-Agent": "Kinora", "Accept": "*/*", "Accept-Encoding": "identity"]
    return request
  }

  private func head(of response: HTTPClientResponse, _ target: FetchTarget) -> Head {
    let disposition = response.headers.first(name: "content-disposition")
      .flatMap { HeaderParameters($0).text("filename") }
    return Head(
      filename: disposition.map(FileName.cleaned) ?? target.filename ?? target.host,
      length: response.headers.first(name: "content-length").flatMap { Int($0) })
  }

  private static func isUnreachable(_ error: any Error) -> Bool {
    error is NIOConnectionError || error is IOError
      || (error as? HTTPClientError) == .connectTimeout
  }

  private static let timeouts: [HTTPClientError] = [.readTimeout, .deadlineExceeded]

  /// What a user is told of a failure of the client library.
  private func told(_ error: any Error, _ target: FetchTarget) -> any Error {
    switch error {
    case let error as HTTPClientError where Self.timeouts.contains(error): tooSlow(target)
    case is HTTPClientError, is NIOConnectionError, is IOError, is ChannelError, is HTTPParserError:
      refusal("\(target.host) could not be reached or broke off; check the address, try again.")
    default: error
    }
  }

  private func tooSlow(_ target: FetchTarget) -> ServiceError {
    refusal("\(target.host) took too long to send the file; upload it instead.")
  }

  private func notPublic(_ target: FetchTarget) -> ServiceError {
    refusal("\(target.host) is not on the public internet; upload the file instead.")
  }

  private func refusal(_ sentence: String) -> ServiceError {
    ServiceError(.badRequest, sentence)
  }
}

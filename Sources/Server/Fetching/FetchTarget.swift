import Foundation
import Wire

/// An address that a user asks to be fetched, read and found harmless as far as its text goes.
struct FetchTarget: Equatable, Sendable {
  /// The address without its fragment.
  var url: URL
  /// The host as the client library names it: a name, or an IP address without brackets.
  var host: String
  /// The host where it is an IP address.
  var address: PublicAddress?

  /// Characters of an address.
  static let limit = 2048

  /// Reads an address.
  /// - Throws: code 400 where it is none, or none that is fetched.
  init(_ text: String, settings: FetchSettings) throws(ServiceError) {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard text.utf8.count <= Self.limit else {
      throw Self.refusal("An address is longer than \(Self.limit) characters; shorten it.")
    }
    guard var components = URLComponents(string: text), let scheme = components.scheme else {
      throw Self.refusal("\(Self.quoted(text)) is no address; write it as https://….")
    }
    guard ["http", "https"].contains(scheme.lowercased()) else {
      throw Self.refusal(
        "\(Self.quoted(text)) can't be fetched; only http and https addresses can.")
    }
    guard components.user == nil, components.password == nil else {
      throw Self.refusal("An address must not hold a user name or a password; remove them.")
    }
    components.fragment = nil
    // Read once more from its text, as the client library will.
    guard let url = components.url.flatMap({ URL(string: $0.absoluteString) }),
      let name = url.host, !name.isEmpty, url.user == nil
    else {
      throw Self.refusal("\(Self.quoted(text)) names no host; write it as https://host/file.")
    }
    let port = url.port ?? (scheme.lowercased() == "https" ? 443 : 80)
    guard settings.ports.isEmpty || settings.ports.contains(port) else {
      throw Self.refusal(
        "\(Self.quoted(text)) uses port \(port), which isn't fetched from; use 80 or 443.")
    }
    var host = name
    if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
    let address = PublicAddress(host)
    guard address != nil || Self.isName(host) else {
      throw Self.refusal("\(Self.quoted(text)) has no host that can be looked up; check it.")
    }
    self.url = url
    self.host = host
    self.address = address
  }

  /// The address that a redirect leads to.
  func redirected(
    to location: String, settings: FetchSettings
  ) throws(ServiceError) -> FetchTarget {
    guard let next = URL(string: location, relativeTo: url)?.absoluteString else {
      throw Self.refusal("\(host) redirects to something that is no address.")
    }
    return try FetchTarget(next, settings: settings)
  }

  /// The file's name by the address's path, nil where it has none.
  var filename: String? {
    let last = url.path.split(separator: "/").last.map(String.init) ?? ""
    return last.isEmpty ? nil : FileName.cleaned(last)
  }

  /// A name of letters, digits, dots, hyphens and underscores whose last label is no number:
  /// `127.1`, `0x7f.1` and `2130706433` are addresses in disguise.
  private static func isName(_ host: String) -> Bool {
    let isPlain = host.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "-._".utf8.contains(byte)
      }
    }
    let labels = host.split(separator: ".")
    guard isPlain, host.utf8.count <= 253, let last = labels.last?.lowercased() else {
      return false
    }
    return !last.allSatisfy(\.isNumber) && !last.hasPrefix("0x")
  }

  private static func quoted(_ text: String) -> String {
    "\"\(text.count > 80 ? text.prefix(80) + "…" : text[...])\""
  }

  private static func refusal(_ sentence: String) -> ServiceError {
    ServiceError(.badRequest, sentence)
  }
}

import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// A file of the studio page, as it is sent.
struct PageFile: Sendable {
  let type: String
  let entityTag: String
  private let content: ByteBuffer

  /// A file by its name and content; nil where a page has no files of that kind.
  init?(named name: String, content: String) {
    guard let type = Self.types[name.split(separator: ".").last.map(String.init) ?? ""] else {
      return nil
    }
    self.type = type
    let content = name.hasSuffix(".js") || name.hasSuffix(".css") ? Self.lean(content) : content
    self.content = ByteBuffer(string: content)
    entityTag = SHA256.hash(data: Data(content.utf8)).prefix(12)
      .map { String(UInt8($0), radix: 16) }.joined()
  }

  /// The reply to a request for it.
  func response(to call: Call) -> Response {
    var headers: HTTPFields = [
      .eTag: "\"\(entityTag)\"", .cacheControl: "no-cache",
      .contentSecurityPolicy: Self.contentSecurityPolicy, .referrerPolicy: "no-referrer",
    ]
    if let known = call.header(.ifNoneMatch), EntityTag.list(known, names: entityTag) {
      return Response(status: .notModified, headers: headers)
    }
    headers[.contentType] = type
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: content))
  }

  /// What browsers are told to allow: what this server sends, and nothing written into the page.
  static let contentSecurityPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    + "media-src 'self' blob:; connect-src 'self'; font-src 'self'; form-action 'self'; "
    + "base-uri 'none'; frame-ancestors 'none'"

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
  ]

  /// A script or a style without what only its readers need: indentation and comments that have
  /// lines of their own. No text of the page's runs over several lines.
  static func lean(_ content: String) -> String {
    var isComment = false
    return content.split(separator: "\n").compactMap { line -> String? in
      let line = line.trimmed
      if isComment || line.hasPrefix("/*") {
        isComment = !line.hasSuffix("*/")
        return nil
      }
      return line.isEmpty || line.hasPrefix("//") ? nil : line
    }.joined(separator: "\n")
  }
}

import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Records
import Testing
import Timeline
import Wire

@testable import Server

@Suite struct CallPartTests {
  @Test(
    "A token is taken from Bearer and from the password of Basic",
    arguments: [
      ("Bearer abc", "abc"), ("bearer  abc ", "abc"), ("Basic bWU6YWJj", "abc"),
      ("Basic bWU6YTpi", "a:b"), ("Basic bWU=", nil), ("Basic ???", nil), ("abc", nil),
      ("Digest abc", nil), ("", nil),
    ] as [(String, String?)])
  func secret(_ header: String, _ expected: String?) {
    #expect(Gate.secret(header) == expected)
  }

  @Test(
    "Blanks at both ends are cut",
    arguments: [
      ("", ""), (" ", ""), (" \t ", ""), ("a", "a"), (" a b\t", "a b"), ("\u{A0}a", "\u{A0}a"),
      ("海 ", "海"),
    ])
  func trimming(_ text: String, _ expected: String) {
    #expect(text.trimmed == expected)
  }

  @Test("Texts survive percent-encoding", arguments: ["", "a b", "海/边?&=%", "-._~"])
  func roundTrip(_ text: String) {
    #expect(PercentEncoding.decode(PercentEncoding.encode(text)[...]) == text)
  }

  @Test(
    "The client's address is the connection's, unless a proxy is trusted",
    arguments: [
      ("127.0.0.1", nil, false, "127.0.0.1", true),
      ("::1", nil, false, "::1", true),
      ("::ffff:127.0.0.1", nil, false, "127.0.0.1", true),
      ("192.0.2.1", nil, true, "192.0.2.1", false),
      ("127.0.0.1", "203.0.113.9", false, "127.0.0.1", false),
      ("127.0.0.1", "203.0.113.9", true, "203.0.113.9", false),
      ("127.0.0.1", "198.51.100.1, 203.0.113.9", true, "203.0.113.9", false),
      ("127.0.0.1", "nonsense", true, "127.0.0.1", false),
    ] as [(String, String?, Bool, String, Bool)])
  func address(
    _ peer: String, _ forwarded: String?, _ isTrusted: Bool, _ text: String, _ isHere: Bool
  ) throws {
    var headers = HTTPFields()
    headers[.forwardedFor] = forwarded
    let address = ClientAddress(
      peer: try SocketAddress(ipAddress: peer, port: 9), headers: headers, trustsProxy: isTrusted)
    #expect(address.text == text)
    #expect(address.isThisMachine == isHere)
  }

  @Test("Every error becomes a code and a status")
  func errors() {
    let table: [(any Error, Int, Int)] = [
      (ServiceError(.badToken, "a"), 1001, 401), (ServiceError(.sessionNotFound, "a"), 1002, 404),
      (ServiceError(.noCredits, "a"), 2001, 403),
      (ServiceError(.unsupportedFile, "a"), 4001, 415),
      (ServiceError(.fileTooLarge, "a"), 4002, 413),
      (ServiceError(.exportBlocked, "a"), 402, 402),
      (StorageError(.full, "a"), 507, 507), (StorageError(.inUse, "a"), 503, 503),
      (StorageError(.unavailable, "a"), 503, 503), (StorageError(.damaged, "a"), 500, 500),
      (HTTPError(.notFound), 404, 404), (HTTPError(.badRequest, message: "b"), 400, 400),
      (NIOTooManyBytesError(maxBytes: 1), 413, 413), (CancellationError(), 503, 503),
      (LeaseLost(Work(id: "", kind: .turn, subject: "", group: "", createdAt: .now)), 500, 500),
    ]
    for (error, code, status) in table {
      let told = ServiceError(telling: error)
      #expect(told.code.rawValue == code, "\(error)")
      #expect(told.response.status.code == status, "\(error)")
      #expect(!told.message.isEmpty)
      #expect((told.response.headers[.retryAfter] != nil) == (status == 503))
      #expect((told.response.headers[.wwwAuthenticate] != nil) == (status == 401))
    }
  }

  @Test("What failed here is not told to anybody")
  func discretion() {
    let error = StorageError(.damaged, "/srv/somebody/kinora.sqlite is damaged")
    #expect(!ServiceError(telling: error).message.contains("/srv"))
  }

  @Test(
    "Base64 of either alphabet is read",
    arguments: [("aGk=", "hi"), ("aGk", "hi"), ("-_-_", nil), ("a", nil), ("ä", nil)]
      as [(String, String?)])
  func base64(_ text: String, _ expected: String?) {
    let bytes = try? Routes.bytes(text)
    if let expected {
      #expect(bytes == Array(expected.utf8))
    } else if text == "-_-_" {
      #expect(bytes == [0xFB, 0xFF, 0xBF])
    } else {
      #expect(bytes == nil)
    }
  }
}

import Accounts
import AsyncHTTPClient
import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOPosix
import Testing
import Timeline
import Wire

@testable import Server

@Suite struct BadInputLiveTests {
  private typealias Case = (String, String, [String: String], String?, Int, Int)

  /// Method, path, headers, body; the status and code that answer them.
  private static func cases(_ session: String) -> [Case] {
    addresses + bodies + messages(session) + editing(session) + others(session)
  }

  private static let sessions = "/api/tasks/me/with-session/nemo_agent"
  private static let latest = "/api/state/nemo_agent/me/"
  private static let film = "/api/render/proxy/lambda"

  private static let addresses: [Case] = [
    ("GET", "/nowhere", [:], nil, 404, 404),
    ("GET", "//list-apps", [:], nil, 404, 404),
    ("GET", latest + "1", [:], nil, 404, 404),
    ("GET", latest + "%00/latest", [:], nil, 400, 400),
    ("GET", latest + String(repeating: "9", count: 900) + "/latest", [:], nil, 404, 1002),
    ("GET", latest + String(repeating: "9", count: 1100) + "/latest", [:], nil, 404, 404),
    ("DELETE", sessions, [:], nil, 405, 405),
    ("PURGE", sessions, [:], nil, 405, 405),
  ]

  private static let bodies: [Case] = [
    ("POST", sessions, [:], "{", 400, 400),
    ("POST", sessions, [:], "[]", 400, 400),
    ("POST", sessions, [:], "null", 400, 400),
    ("POST", sessions, [:], #"{"task_name":1}"#, 400, 400),
    ("POST", sessions, [:], "\u{FEFF}{", 400, 400),
    ("POST", sessions, ["Content-Type": "text/plain"], "{}", 415, 415),
    ("POST", sessions, ["Content-Type": ""], "{}", 200, 0),
    ("POST", sessions, ["Content-Type": "application/json; charset=utf-8"], "{}", 200, 0),
    ("POST", sessions, [:], "\"" + String(repeating: "a", count: 1 << 20) + "\"", 413, 413),
  ]

  private static func messages(_ session: String) -> [Case] {
    [
      ("POST", "/run_sse", [:], "{}", 400, 400),
      ("POST", "/run_sse", [:], #"{"session_id":"1"}"#, 400, 400),
      ("POST", "/run_sse", [:], ServerBench.message("hello", to: "1"), 404, 1002),
      ("POST", "/run_sse", [:], ServerBench.message("", to: session), 400, 400),
      ("POST", "/run_sse", [:], #"{"session_id":"1","app_name":"x"}"#, 404, 404),
      ("POST", "/run_sse", [:], #"{"session_id":"1","user_id":"x"}"#, 404, 1002),
      ("POST", "/run_sse", [:], #"{"session_id":1}"#, 400, 400),
      (
        "POST", "/run_sse", ["Idempotency-Key": String(repeating: "k", count: 256)],
        ServerBench.message("hello", to: session), 400, 400
      ),
      ("GET", "/run_sse/\(session)?after=x", [:], nil, 400, 400),
      ("GET", "/run_sse/\(session)?after=-1", [:], nil, 400, 400),
      ("GET", "/run_sse/\(session)?after=99999999999999999999", [:], nil, 400, 400),
      ("GET", "/run_sse/\(session)?after=%zz", [:], nil, 400, 400),
      ("GET", "/run_sse/1", [:], nil, 404, 1002),
      ("GET", "/run_sse/\(session)", ["Last-Event-ID": "x"], nil, 400, 400),
    ]
  }

  private static func editing(_ session: String) -> [Case] {
    let (edit, history) = ("/api/edit/nemo_agent/me/", "/api/history/nemo_agent/me/")
    return [
      ("POST", edit + session, [:], "{}", 400, 400),
      ("POST", edit + session, [:], #"{"edits":[{"set_sped":{}}]}"#, 400, 400),
      ("POST", edit + session, [:], #"{"edits":[{"set_speed":{"speed":1}}]}"#, 400, 400),
      ("POST", edit + session, [:], #"{"edits":["undo"]}"#, 400, 400),
      (
        "POST", edit + session, [:],
        #"{"edits":[{"insert_segment":{"track":"t1","segment":{"id":"s1","d":"x"}}}]}"#, 422, 422
      ),
      ("POST", edit + session, [:], #"{"edits":[{"remove_track":{"track":"t9"}}]}"#, 422, 422),
      ("POST", edit + session, [:], #"{"undo":true}"#, 409, 409),
      ("POST", edit + session, [:], #"{"redo":true}"#, 409, 409),
      ("POST", edit + session, [:], #"{"go_to":9}"#, 404, 404),
      ("POST", edit + session, [:], #"{"go_to":-1}"#, 404, 404),
      ("POST", edit + session, [:], #"{"undo_only":1}"#, 404, 404),
      ("POST", edit + session, [:], #"{"go_to":1,"base":2}"#, 409, 409),
      ("POST", edit + session + "?language=fr", [:], #"{"go_to":1}"#, 400, 400),
      ("POST", edit + "1", [:], #"{"undo":true}"#, 404, 1002),
      ("GET", history + "1", [:], nil, 404, 1002),
      ("GET", history + session + "?after=x", [:], nil, 400, 400),
      ("GET", history + session + "?language=", [:], nil, 400, 400),
      ("GET", history + session + "/0", [:], nil, 404, 404),
      ("GET", history + session + "/2", [:], nil, 404, 404),
      ("GET", history + session + "/x", [:], nil, 400, 400),
      ("GET", history + session + "/1?against=2", [:], nil, 404, 404),
      ("GET", history + "1/1", [:], nil, 404, 1002),
    ]
  }

  private static func others(_ session: String) -> [Case] {
    [
      ("POST", film, [:], "{}", 400, 400),
      ("POST", film, [:], #"{"id":"r","sessionId":"1"}"#, 404, 1002),
      ("POST", film, [:], #"{"id":"r","sessionId":"\#(session)"}"#, 402, 402),
      ("GET", "/run_sse/\(session)?after=1&after=2", [:], nil, 400, 400),
      ("GET", film + "/none", [:], nil, 404, 404),
      ("POST", film + "/none/cancel", [:], nil, 404, 404),
      ("GET", "/apps/other/users/me/sessions", [:], nil, 404, 404),
      ("GET", "/apps/nemo_agent/users/other/sessions", [:], nil, 404, 1002),
      ("POST", "/apps/nemo_agent/users/me/sessions", [:], #"{"events":[{}]}"#, 400, 400),
      ("GET", "/list-apps?detailed=2", [:], nil, 400, 400),
    ]
  }

  @Test("Bad requests are refused with a code and a sentence")
  func table() async throws {
    try await ServerBench.with { bench in
      let token = try await bench.token()
      let session = try await bench.session(token)
      for (method, path, headers, body, status, code) in Self.cases(session) {
        let answer = try await bench.send(
          method, path, token: token, headers: headers, body: body)
        let name = "\(method) \(path.prefix(60)) \(body?.prefix(40) ?? "")"
        #expect(answer.status == status, "\(name): \(answer.body)")
        #expect(try answer.code == code, "\(name)")
        #expect(answer.headers.first(name: "X-API-Version") == "1", "\(name)")
        #expect(answer.headers.first(name: "X-Content-Type-Options") == "nosniff", "\(name)")
        #expect(
          answer.headers.first(name: "Content-Security-Policy") == "default-src 'none'",
          "\(name)")
        if status == 405 { #expect(answer.headers.first(name: "Allow") == "POST", "\(name)") }
        if status != 200 {
          let fields = try Fields(answer.json)
          #expect(try fields.requiredString("message").hasSuffix("."), "\(name)")
          #expect(fields.members["data"] == .null, "\(name)")
        }
      }
    }
  }

  @Test(
    "Without a good token there is only 1001",
    arguments: [
      nil, "Bearer", "Bearer ", "Bearer nmv_usr_wrong", "Basic bWU6YWJj", "Digest x",
    ])
  func token(_ header: String?) async throws {
    try await ServerBench.with { bench in
      let headers = header.map { ["Authorization": $0] } ?? [:]
      for route in bench.server.routes.all where route.access == .token {
        let path = route.path.description.replacing(/\{[a-z]+\}/, with: "x")
        let answer = try await bench.send(route.method.rawValue, path, headers: headers)
        #expect(answer.status == 401, "\(route.method) \(path)")
        #expect(answer.headers.first(name: "WWW-Authenticate") == "Bearer")
        if route.method != .head { #expect(try answer.code == 1001) }
      }
    }
  }

  @Test("A token works as the password of Basic, too")
  func basic() async throws {
    try await ServerBench.with { bench in
      let pair = Data("me:\(try await bench.token())".utf8).base64EncodedString()
      let answer = try await bench.send(
        "GET", "/api/credits/balance/simple", headers: ["Authorization": "Basic \(pair)"])
      #expect(answer.status == 200)
    }
  }

  @Test("Another's sessions read as if there were none")
  func others() async throws {
    try await ServerBench.with { bench in
      let (mine, theirs) = (try await bench.token(), try await bench.token())
      let session = try await bench.session(mine)
      let root = "/apps/nemo_agent/users/me/sessions/\(session)"
      let requests: [(String, String, String?)] = [
        ("GET", "/api/state/nemo_agent/me/\(session)/latest", nil),
        ("POST", "/run_sse", ServerBench.message("hello", to: session)),
        ("POST", "/run", ServerBench.message("hello", to: session)),
        ("GET", "/run_sse/\(session)", nil), ("GET", root, nil), ("DELETE", root, nil),
        ("PATCH", root, #"{"state_delta":{}}"#), ("GET", root + "/artifacts", nil),
      ]
      for (method, path, body) in requests {
        let answer = try await bench.send(method, path, token: theirs, body: body)
        #expect(try answer.tells(404, 1002), "\(method) \(path)")
      }
      #expect(try await bench.send("GET", root, token: mine).status == 200)
    }
  }

  @Test("HEAD has the headers of GET and no body; anonymous tokens are limited")
  func headAndLimit() async throws {
    try await ServerBench.with(accounts: { $0.issuesPerClient = 1 }) { bench in
      let head = try await bench.send("HEAD", "/list-apps")
      #expect((head.status, head.body) == (200, ""))
      #expect(head.headers.first(name: "Content-Length") == "14")
      let client = ["X-Client-Id": "once"]
      let path = "/api/auth/anonymous-token"
      #expect(try await bench.send("POST", path, headers: client).status == 200)
      let second = try await bench.send("POST", path, headers: client)
      #expect(try second.tells(429, 429))
      #expect(second.headers.first(name: "Retry-After").flatMap(Int.init) ?? 0 > 0)
      #expect(try await bench.send("POST", path).status == 400)
      let figures = try await bench.send("GET", "/metrics")
      let labels = #"{method="POST",route="\#(path)",status="429"}"#
      #expect(figures.body.contains("kinora_http_requests_total\(labels) 1\n"))
      #expect(figures.body.contains("process_resident_memory_bytes"))
    }
  }

  private static let noRequests = [
    "method": "BREW / HTTP/1.1\r\nHost: x\r\n\r\n",
    "path": "GET /\u{1} HTTP/1.1\r\n\r\n",
    "words": "hello\r\n\r\n",
    "long header": "GET / HTTP/1.1\r\nA: \(String(repeating: "a", count: 20_000))\r\n\r\n",
    "many headers": "GET / HTTP/1.1\r\n\(String(repeating: "A: a\r\n", count: 200))\r\n",
    "length": "POST /run HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    "two lengths":
      "POST /run HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
  ]

  @Test("What is no HTTP gets the contract's body, too", arguments: noRequests.keys.sorted())
  func noHTTP(_ name: String) async throws {
    let text = try #require(Self.noRequests[name])
    try await ServerBench.with { bench in
      let port = try #require(bench.root.split(separator: ":").last.flatMap { Int($0) })
      let connection = try await RawConnection(port: port)
      try await connection.send(text)
      let answer = try await connection.readToEnd()
      #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(answer)")
      #expect(answer.contains(#"{"code":400,"data":null,"message":"#), "\(answer)")
      await connection.close()
    }
  }

  @Test(
    "An address that is badly encoded is refused",
    arguments: ["/api/state/nemo_agent/me/%zz/latest", "/run_sse/%FF%FE", "/list-apps?detailed=%"])
  func badAddress(_ path: String) async throws {
    try await ServerBench.with { bench in
      let port = try #require(bench.root.split(separator: ":").last.flatMap { Int($0) })
      let connection = try await RawConnection(port: port)
      let token = try await bench.token()
      try await connection.send(
        "GET \(path) HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(token)\r\n\r\n")
      let answer = try await connection.read()
      #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(answer)")
      #expect(answer.contains("X-API-Version: 1"))
      await connection.close()
    }
  }

  @Test("The operator needs the secret, and this machine")
  func operatorOnly() async throws {
    try await ServerBench.with { bench in
      _ = try await bench.token()
      let users = #"{"users":{"limit":10}}"#
      #expect(try await bench.send("POST", "/admin", body: users).status == 401)
      let wrong = try await bench.send("POST", "/admin", token: "a secret", body: users)
      #expect(wrong.status == 401)
      let right = try await bench.send("POST", "/admin", token: "the secret", body: users)
      #expect(right.status == 200 && right.body.contains("anon_"), "\(right.body)")
      let odd = try await bench.send("POST", "/admin", token: "the secret", body: "{}")
      #expect(odd.status == 400)
      let far = try await bench.send(
        "POST", "/admin", token: "the secret", headers: ["X-Forwarded-For": "192.0.2.1"],
        body: users)
      #expect(far.status == 404)
      #expect(try await !bench.send("GET", "/metrics").body.contains("the secret"))
    }
  }
}

import Accounts
import Foundation
import HTTPTypes
import NIOCore
import Records
import Studio
import Testing
import Timeline
import Wire

@testable import Server

@Suite struct PageRouteTests {
  private static let password = "correct horse battery"

  /// A browser: it keeps cookies, and sends forms with what their page holds.
  private actor Browser {
    let bench: UploadBench
    private(set) var cookies: [String: String] = [:]
    private(set) var page = ""

    init(_ bench: UploadBench) { self.bench = bench }

    @discardableResult
    func open(_ path: String, language: String = "en") async throws -> TestReply {
      try await ask(.get, path, [.acceptLanguage: language], nil)
    }

    @discardableResult
    func submit(
      _ path: String, _ fields: [String: String], _ headers: HTTPFields = [:]
    ) async throws -> TestReply {
      var fields = fields
      if fields["seal"] == nil { fields["seal"] = hidden("seal") }
      let body = fields.map { "\(PercentEncoding.encode($0))=\(PercentEncoding.encode($1))" }
        .joined(separator: "&")
      var all: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
      for field in headers { all[field.name] = field.value }
      return try await ask(.post, path, all, ByteBuffer(string: body))
    }

    private func ask(
      _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: ByteBuffer?
    ) async throws -> TestReply {
      var headers = headers
      if !cookies.isEmpty {
        headers[.cookie] = cookies.map { "\($0)=\($1)" }.joined(separator: "; ")
      }
      let reply = try await bench.client.send(method, path, headers, body: body)
      for header in reply.headers[values: .setCookie] {
        let pair = header.split(separator: ";")[0].split(separator: "=", maxSplits: 1)
        cookies[String(pair[0])] = pair.count > 1 ? String(pair[1]) : nil
        #expect(header.contains("HttpOnly"))
        #expect(header.contains("SameSite=Strict"))
        #expect(!header.contains("Secure"))
      }
      if !reply.text.isEmpty { page = reply.text }
      return reply
    }

    func hidden(_ name: String) -> String {
      guard let start = page.range(of: "name=\"\(name)\" value=\"") else { return "" }
      return String(page[start.upperBound...].prefix { $0 != "\"" })
    }
  }

  @Test("An anonymous user registers, and keeps the work")
  func registers() async throws {
    try await UploadBench.with { bench in
      let owner = try await bench.studio.accounts.identity(bearer: bench.token)
      let browser = Browser(bench)
      let page = try await browser.open("/register?bind=\(owner.account)")
      #expect(page.status == 200)
      #expect(page.headers[.contentType] == "text/html; charset=utf-8")
      #expect(page.headers[.cacheControl] == "no-store")
      let policy = try #require(page.headers[.contentSecurityPolicy])
      #expect(policy.contains("default-src 'none'"))
      #expect(policy.contains("style-src 'sha256-"))
      #expect(await browser.hidden("bind") == owner.account)
      let done = try await browser.submit(
        "/register",
        ["email": "Ann@Example.org", "password": Self.password, "bind": owner.account])
      #expect(done.status == 303, "\(done.text)")
      #expect(done.headers[.location] == "/account?welcome=1")
      let account = try await browser.open("/account?welcome=1")
      #expect(account.status == 200)
      #expect(account.text.contains("ann@example.org"))
      #expect(account.text.contains("Free"))
      let same = try await bench.studio.accounts.identity(bearer: bench.token)
      #expect(same.account == owner.account)
      #expect(same.isRegistered)
    }
  }

  @Test("What was wrong is said in the form, with what was typed, but never the password")
  func saysWhatIsWrong() async throws {
    try await UploadBench.with { bench in
      let browser = Browser(bench)
      try await browser.open("/register")
      for (email, password, status) in [
        ("no address", Self.password, 400), ("a\"<b>@example.org", "short", 400),
        ("a@example.org", "short", 400),
      ] {
        let reply = try await browser.submit("/register", ["email": email, "password": password])
        #expect(reply.status == status)
        #expect(reply.text.contains("role=\"alert\""))
        #expect(reply.text.contains("value=\"\(HTML.escaped(email))\""))
        #expect(!reply.text.contains(password))
      }
      let wrong = try await browser.submit(
        "/sign-in", ["email": "a@example.org", "password": Self.password])
      #expect(wrong.status == 401)
      #expect(await browser.cookies["kinora_session"] == nil)
      let chinese = try await browser.open("/sign-in", language: "zh-CN")
      #expect(chinese.text.contains("lang=\"zh-CN\""))
      #expect(chinese.text.contains("登录"))
    }
  }

  @Test("A form that another site sends does nothing")
  func foreignForms() async throws {
    try await UploadBench.with { bench in
      let browser = Browser(bench)
      try await browser.open("/register")
      let fields = ["email": "a@example.org", "password": Self.password]
      for (extra, headers) in [
        (["seal": "0"], [:]), (["seal": ""], [:]), ([:], [.origin: "https://evil.example"]),
        ([:], [.origin: "null"]), ([:], [HTTPField.Name("Sec-Fetch-Site")!: "cross-site"]),
      ] as [([String: String], HTTPFields)] {
        let all = fields.merging(extra) { $1 }
        #expect(try await browser.submit("/register", all, headers).status == 403)
        try await browser.open("/register")
      }
      let json = try await browser.submit("/register", fields, [.contentType: "text/plain"])
      #expect(json.status == 415)
      await #expect(throws: ServiceError.self) {
        _ = try await bench.studio.accounts.account(named: "a@example.org")
      }
    }
  }

  @Test("Tokens are made, shown once, and taken back")
  func tokens() async throws {
    try await UploadBench.with { bench in
      let browser = Browser(bench)
      try await browser.open("/register")
      try await browser.submit(
        "/register", ["email": "a@example.org", "password": Self.password])
      try await browser.open("/account")
      let wrong = try await browser.submit(
        "/account/tokens", ["label": "my <b>agent</b>", "password": "wrong password"])
      #expect(wrong.status == 401)
      #expect(wrong.text.contains("my &lt;b&gt;agent&lt;/b&gt;"))
      let made = try await browser.submit(
        "/account/tokens", ["label": "agent", "password": Self.password])
      #expect(made.status == 200)
      let start = try #require(made.text.range(of: "class=\"secret\">"))
      let token = String(made.text[start.upperBound...].prefix { $0 != "<" })
      let identity = try await bench.studio.accounts.identity(bearer: token)
      #expect(identity.isRegistered)
      try await browser.open("/account")
      #expect(await !browser.page.contains(token))
      let revoked = try await browser.submit("/account/tokens/revoke", ["id": identity.token])
      #expect(revoked.status == 303)
      await #expect(throws: ServiceError.self) {
        _ = try await bench.studio.accounts.identity(bearer: token)
      }
      try await browser.open("/account")
      let out = try await browser.submit("/account/sign-out", [:])
      #expect(out.status == 303)
      #expect(try await browser.open("/account").headers[.location] == "/sign-in")
    }
  }

  @Test("Programs register, sign in, list and revoke by JSON")
  func json() async throws {
    try await UploadBench.with { bench in
      func post(_ path: String, _ body: String) async throws -> TestReply {
        try await bench.client.send(
          .post, path, [.contentType: "application/json"], body: ByteBuffer(string: body))
      }
      let body = "{\"email\":\"a@example.org\",\"password\":\"\(Self.password)\"}"
      #expect(try await post("/api/auth/login", body).code == 1001)
      let made = try await post("/api/auth/register", body)
      #expect(made.code == 0)
      #expect(made.headers[.cacheControl] == "no-store")
      #expect(try await post("/api/auth/register", body).code == 409)
      #expect(try await post("/api/auth/register", "{\"email\":1}").code == 400)
      let signedIn = try await post("/api/auth/login", body)
      let reply = try TokenReply(json: Envelope.data(of: .parse(body: signedIn.text)))
      let list = try await bench.send(.get, "/api/auth/tokens", token: reply.token)
      #expect(list.text.contains("\"current\":true"))
      #expect(!list.text.contains(reply.token))
      let id = try await bench.studio.accounts.identity(bearer: reply.token).token
      let stranger = try await bench.send(.delete, "/api/auth/tokens/\(id)")
      #expect(stranger.code == 404)
      let gone = try await bench.send(.delete, "/api/auth/tokens/\(id)", token: reply.token)
      #expect(gone.code == 0)
      #expect(try await bench.send(.get, "/api/auth/tokens", token: reply.token).code == 1001)
    }
  }

  @Test("The first page tells where to go on")
  func landing() async throws {
    try await UploadBench.with { bench in
      let page = try await bench.client.send(.get, "/about")
      #expect(page.status == 200)
      #expect(page.text.contains(bench.studio.publicURL))
      for link in ["/register", "/sign-in", "/openapi.yaml"] {
        #expect(page.text.contains("href=\"\(link)\""))
        #expect(try await bench.client.send(.get, link).status == 200)
      }
    }
  }
}

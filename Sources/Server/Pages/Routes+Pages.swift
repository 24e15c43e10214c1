import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import Records
import Studio
import Timeline
import Wire

extension Routes {
  /// Pages for people, and what they do as JSON for programs.
  var pageRoutes: [Route] { pagesForPeople + accountAPIRoutes }

  private var pagesForPeople: [Route] {
    [
      page(.get, "/about", "aboutPage", "What this server is.") { landing($0, $1) },
      page(.get, "/register", "registerPage", "The page to create an account.") {
        entry(.register, $0, $1)
      },
      page(.post, "/register", "register", "Creates an account by the page's form.") {
        await enter(.register, $0, $1)
      },
      page(.get, "/sign-in", "signInPage", "The page to sign in.") { entry(.signIn, $0, $1) },
      page(.post, "/sign-in", "signIn", "Signs in by the page's form.") {
        await enter(.signIn, $0, $1)
      },
      page(.get, "/account", "accountPage", "The page of who is signed in.") {
        try await account($0, $1)
      },
      page(.post, "/account/tokens", "createToken", "Makes a token by the page's form.") {
        try await createToken($0, $1)
      },
      page(.post, "/account/tokens/revoke", "revokeByPage", "Takes a token back, by the page.") {
        try await revokeToken($0, $1)
      },
      page(.post, "/account/sign-out", "signOut", "Takes this browser's token back.") {
        try await signOut($0, $1)
      },
    ]
  }

  private func page(
    _ method: HTTPRequest.Method, _ path: RoutePath, _ name: String, _ summary: String,
    _ answer: @escaping @Sendable (Call, Visitor) async throws -> Response
  ) -> Route {
    Route(
      method, path, access: .anyone,
      PageDocument.page(method, name, summary, path: path.description)
    ) { call in
      let visitor = try await Visitor(call, studio: studio)
      return try await answer(call, visitor)
    }
  }

  private func entry(_ kind: EntryPage.Kind, _ call: Call, _ visitor: Visitor) -> Response {
    let bind = Self.bind((try? call.query("bind")) ?? nil)
    return EntryPage(kind: kind, bind: bind).page(for: visitor).response
  }

  private func enter(
    _ kind: EntryPage.Kind, _ call: Call, _ visitor: Visitor
  ) async -> Response {
    var page = EntryPage(kind: kind, bind: Self.bind((try? call.query("bind")) ?? nil))
    do {
      let fields = try await visitor.form(of: call)
      page.email = String(fields["email"].prefix(254))
      page.bind = Self.bind(fields["bind"])
      let bind = page.bind.isEmpty ? nil : page.bind
      let reply =
        switch kind {
        case .register:
          try await accounts.register(
            email: fields["email"], password: fields["password"], bind: bind,
            from: call.client.text)
        case .signIn:
          try await accounts.signIn(
            email: fields["email"], password: fields["password"], bind: bind,
            label: visitor.language("browser", "浏览器"), from: call.client.text)
        }
      var response = Self.redirect("/account?welcome=1")
      response.headers.append(
        HTTPField(name: .setCookie, value: visitor.sessionCookie(reply)))
      return response
    } catch {
      page.failure = ServiceError(telling: error)
      return page.page(for: visitor).response
    }
  }

  private func account(_ call: Call, _ visitor: Visitor) async throws -> Response {
    guard let identity = visitor.identity else { return Self.redirect("/sign-in") }
    var page = try await accountPage(identity)
    page.isWelcome = try call.query("welcome") != nil
    return page.page(for: visitor).response
  }

  private func accountPage(_ identity: Identity) async throws -> AccountPage {
    AccountPage(
      account: try await accounts.account(named: identity.account),
      credits: try await accounts.credits(of: identity),
      sessions: try await studio.sessions(for: identity).count,
      tokens: try await accounts.tokens(of: identity), current: identity.token)
  }

  private func createToken(_ call: Call, _ visitor: Visitor) async throws -> Response {
    guard let identity = visitor.identity else { return Self.redirect("/sign-in") }
    var label = ""
    do {
      let fields = try await visitor.form(of: call)
      label = String(fields["label"].prefix(100))
      let email = try await accounts.account(named: identity.account).email ?? ""
      let reply = try await accounts.signIn(
        email: email, password: fields["password"], bind: nil, label: label,
        from: call.client.text)
      var page = try await accountPage(identity)
      page.newToken = reply.token
      return page.page(for: visitor).response
    } catch {
      var page = try await accountPage(identity)
      page.label = label
      page.failure = ServiceError(telling: error)
      return page.page(for: visitor).response
    }
  }

  private func revokeToken(_ call: Call, _ visitor: Visitor) async throws -> Response {
    guard let identity = visitor.identity else { return Self.redirect("/sign-in") }
    do {
      let fields = try await visitor.form(of: call)
      try await accounts.revoke(fields["id"], of: identity)
      return Self.redirect(fields["id"] == identity.token ? "/sign-in" : "/account")
    } catch {
      var page = try await accountPage(identity)
      page.failure = ServiceError(telling: error)
      return page.page(for: visitor).response
    }
  }

  private func signOut(_ call: Call, _ visitor: Visitor) async throws -> Response {
    guard let identity = visitor.identity else { return Self.redirect("/sign-in") }
    do {
      _ = try await visitor.form(of: call)
    } catch {
      var page = try await accountPage(identity)
      page.failure = ServiceError(telling: error)
      return page.page(for: visitor).response
    }
    try await accounts.revoke(identity.token, of: identity)
    var response = Self.redirect("/sign-in")
    response.headers.append(
      HTTPField(
        name: .setCookie,
        value: Cookies.header(
          Visitor.sessionCookie, "", isSecure: visitor.isSecure, maximumAge: 0)))
    return response
  }

  private static func redirect(_ path: String) -> Response {
    Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
  }

  /// An account's id as links carry it; empty where it is none.
  private static func bind(_ text: String?) -> String {
    guard let text, text.utf8.count <= 64,
      text.utf8.allSatisfy({ byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
      })
    else { return "" }
    return text
  }
}

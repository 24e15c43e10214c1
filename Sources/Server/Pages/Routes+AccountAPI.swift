import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import Records
import Timeline
import Wire

extension Routes {
  /// Registration, sign-in and tokens, for programs.
  var accountAPIRoutes: [Route] {
    [
      Route(
        .post, "/api/auth/register", access: .anyone, PageDocument.registerByAPI
      ) { call in
        let fields = try await call.fields()
        _ = try fields.string("label")
        let reply = try await accounts.register(
          email: try fields.requiredString("email"),
          password: try fields.requiredString("password"), bind: try fields.string("bind"),
          from: call.client.text)
        return .data(reply.json)
      },
      Route(.post, "/api/auth/login", access: .anyone, PageDocument.signInByAPI) { call in
        let fields = try await call.fields()
        let reply = try await accounts.signIn(
          email: try fields.requiredString("email"),
          password: try fields.requiredString("password"), bind: try fields.string("bind"),
          label: String((try fields.string("label") ?? "sign-in").prefix(100)),
          from: call.client.text)
        return .data(reply.json)
      },
      Route(.get, "/api/auth/tokens", PageDocument.tokens) { call in
        let tokens = try await accounts.tokens(of: call.owner)
        return .data(.object(["tokens": .array(tokens.map { $0.json(call.owner) })]))
      },
      Route(.delete, "/api/auth/tokens/{token}", PageDocument.revokeByAPI) { call in
        try await accounts.revoke(call.parameter("token"), of: call.owner)
        return .data(.object(["id": .string(call.parameter("token")), "revoked": .bool(true)]))
      },
    ]
  }
}

extension AccessToken {
  fileprivate func json(_ owner: Identity) -> JSONValue {
    .object([
      "id": .string(id), "label": .string(label),
      "created_at": .string(createdAt.formatted(.iso8601)),
      "expires_at": .string(expiresAt.formatted(.iso8601)), "current": .bool(id == owner.token),
    ])
  }
}

import Accounts
import HTTPTypes
import Records
import Timeline
import Wire

extension Routes {
  /// Tokens for people without a name, and credits.
  var accountRoutes: [Route] { [anonymousToken, balance] }

  private var anonymousToken: Route {
    Route(
      .post, "/api/auth/anonymous-token", access: .anyone,
      RouteDocument(
        name: "anonymousToken", summary: "Gives a token to a client that has none.",
        tag: .accounts,
        parameters: [
          .init(
            name: "X-Client-Id", place: .header, isRequired: true,
            summary: "Any stable name of the client.",
            schema: .text(pattern: #"\S"#, longest: 64))
        ],
        replies: [.data("Token", "The token, told once.")], failures: [400, 429])
    ) { call in
      .data(
        try await accounts.issueAnonymousToken(
          client: call.header(.clientID), address: call.client.text
        ).json)
    }
  }

  private var balance: Route {
    Route(
      .get, "/api/credits/balance/simple",
      RouteDocument(
        name: "balance", summary: "Tells how many credits there are.", tag: .accounts,
        replies: [.data("Balance", "The credits.")])
    ) { call in
      let credits = try await accounts.credits(of: call.owner)
      return .data(CreditBalance(available: credits.available, frozen: credits.frozen).json)
    }
  }
}

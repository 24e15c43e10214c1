import Accounts
import Foundation
import Hummingbird
import Timeline
import Wire

extension Routes {
  /// The Agent Development Kit's own routes. They answer bare JSON; failures are the contract's.
  var kitRoutes: [Route] {
    [listApps, appInfo] + kitSessionRoutes + kitArtifactRoutes
  }

  /// - Throws: `ServiceError` with code 404 where there is no such application.
  func check(app: String) throws(ServiceError) {
    guard app == Kit.app else {
      throw ServiceError(.notFound, "There is no such application; it is called \(Kit.app).")
    }
  }

  /// - Throws: `ServiceError` with code 1002 where `user` is somebody else.
  func check(user: String, _ call: Call) throws(ServiceError) {
    guard user == "me" || user == call.owner.account else {
      throw ServiceError(
        .sessionNotFound, "There is no such session; write \"me\" for the user.")
    }
  }

  private var listApps: Route {
    Route(
      .get, "/list-apps", access: .anyone,
      RouteDocument(
        name: "listApps", summary: "Lists the applications: one.", tag: .kit,
        parameters: [
          .init(
            name: "detailed", place: .query, summary: "Whether to tell more than the name.",
            schema: .truth)
        ],
        replies: [
          .json(
            .object([
              "oneOf": .array([.list(of: .text()), .reference("KitApps")])
            ]), "The names, or the details.")
        ], failures: [400])
    ) { call in
      switch try call.query("detailed") {
      case nil, "false", "0"?: return .json(.array([.string(Kit.app)]))
      case "true"?, "1"?: return .json(.object(["apps": .array([Kit.listing])]))
      default:
        throw ServiceError(.badRequest, "\"detailed\" in the address must be true or false.")
      }
    }
  }

  private var appInfo: Route {
    Route(
      .get, "/apps/{app}/app-info", access: .anyone,
      RouteDocument(
        name: "appInfo", summary: "Tells about the application.", tag: .kit,
        replies: [.json(.reference("KitApp"), "The details.")])
    ) { call in
      try check(app: call.parameter("app"))
      return .json(Kit.listing)
    }
  }
}

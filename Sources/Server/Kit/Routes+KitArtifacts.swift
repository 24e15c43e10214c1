import Foundation
import Hummingbird
import Studio
import Timeline
import Wire

extension Routes {
  var kitArtifactRoutes: [Route] {
    [
      artifacts, addArtifact, artifact, artifactVersions, artifactVersionList, artifactVersion,
      artifactVersionFacts,
    ]
  }

  private static let root = "/apps/{app}/users/{user}/sessions/{session}/artifacts"

  private var artifacts: Route {
    Route(
      .get, RoutePath(Self.root),
      RouteDocument(
        name: "artifacts", summary: "Lists the media of a session by their names.", tag: .kit,
        replies: [.json(.list(of: .text()), "The names.")])
    ) { call in
      try check(call)
      return .json(.array(try await artifacts(call).map { .string($0.name) }))
    }
  }

  private var addArtifact: Route {
    Route(
      .post, RoutePath(Self.root), startsWork: true,
      RouteDocument(
        name: "addArtifact", summary: "Puts a small file into a session.", tag: .kit,
        body: .json("KitArtifactRequest"),
        replies: [.json(.reference("KitArtifactVersion"), "Its version.")],
        failures: [413, 415, 429, 507])
    ) { call in
      try check(call)
      _ = try await studio.session(call.parameter("session"), for: call.owner)
      let fields = try await call.fields()
      let name = try fields.requiredString("filename")
      guard let artifact = try fields.object("artifact") else {
        throw fields.missing("artifact", "an object with \"inline_data\"")
      }
      guard let inline = try artifact.object("inline_data") else {
        throw artifact.missing("inline_data", "an object with \"data\"")
      }
      let bytes = try Self.bytes(try inline.requiredString("data"))
      let file = try await studio.receiveUpload(
        named: name, to: call.parameter("session"), for: call.owner)
      do {
        try await file.append(bytes)
        let item = try await file.finish()
        let url = studio.describe(item).url
        return .json(KitArtifact(item: item, url: url, name: name).version)
      } catch {
        await file.discard()
        throw error
      }
    }
  }

  /// Base64 of either alphabet, padded or not.
  static func bytes(_ text: String) throws(ServiceError) -> [UInt8] {
    var standard = text.replacing("-", with: "+").replacing("_", with: "/")
    while standard.utf8.count % 4 != 0 { standard += "=" }
    guard let data = Data(base64Encoded: standard) else {
      throw ServiceError(.badRequest, "\"data\" is no base64; encode the file's bytes with it.")
    }
    return Array(data)
  }

  private var artifact: Route {
    Route(
      .get, RoutePath(Self.root + "/{name}"),
      RouteDocument(
        name: "artifact", summary: "A medium as a part with its link.", tag: .kit,
        parameters: [
          .init(
            name: "version", place: .query, summary: "0 is the only one.",
            schema: .wholeNumber(from: 0, to: Call.largestNumber))
        ],
        replies: [.json(.reference("KitFilePart"), "The part.")])
    ) { call in
      try check(call)
      let version = try call.queryNumber("version") ?? 0
      return .json(try await found(call, version: version).part)
    }
  }

  private var artifactVersions: Route {
    Route(
      .get, RoutePath(Self.root + "/{name}/versions"),
      RouteDocument(
        name: "artifactVersions", summary: "The versions of a medium: 0.", tag: .kit,
        replies: [.json(.list(of: .wholeNumber(from: 0)), "The versions.")])
    ) { call in
      try check(call)
      let isThere = try await artifacts(call).contains { $0.name == call.parameter("name") }
      return .json(.array(isThere ? [.integer(0)] : []))
    }
  }

  private var artifactVersionList: Route {
    Route(
      .get, RoutePath(Self.root + "/{name}/versions/metadata"),
      RouteDocument(
        name: "artifactVersionList", summary: "What is known about all versions.", tag: .kit,
        replies: [.json(.list(of: .reference("KitArtifactVersion")), "The versions.")])
    ) { call in
      try check(call)
      let name = call.parameter("name")
      return .json(
        .array(try await artifacts(call).filter { $0.name == name }.map(\.version)))
    }
  }

  private var artifactVersion: Route {
    Route(
      .get, RoutePath(Self.root + "/{name}/versions/{version}"),
      RouteDocument(
        name: "artifactVersion", summary: "A version of a medium as a part.", tag: .kit,
        replies: [.json(.reference("KitFilePart"), "The part.")])
    ) { call in
      try check(call)
      return .json(try await found(call, version: try Self.version(call)).part)
    }
  }

  private var artifactVersionFacts: Route {
    Route(
      .get, RoutePath(Self.root + "/{name}/versions/{version}/metadata"),
      RouteDocument(
        name: "artifactVersionFacts", summary: "What is known about a version.", tag: .kit,
        replies: [.json(.reference("KitArtifactVersion"), "The version.")])
    ) { call in
      try check(call)
      return .json(try await found(call, version: try Self.version(call)).version)
    }
  }

  private static func version(_ call: Call) throws(ServiceError) -> Int {
    let text = call.parameter("version")
    if text == "latest" { return 0 }
    guard let number = Int(text), number >= 0 else {
      throw ServiceError(.badRequest, "A version is a whole number from 0 on, or \"latest\".")
    }
    return number
  }

  private func found(_ call: Call, version: Int) async throws -> KitArtifact {
    let all = try await artifacts(call)
    guard version == 0, let artifact = all.first(where: { $0.name == call.parameter("name") })
    else {
      throw ServiceError(.notFound, "The session has no such artifact; list them first.")
    }
    return artifact
  }

  private func artifacts(_ call: Call) async throws -> [KitArtifact] {
    let items = try await studio.media(in: call.parameter("session"), for: call.owner)
    return zip(items, KitArtifact.names(of: items)).map { item, name in
      KitArtifact(item: item, url: studio.describe(item).url, name: name)
    }
  }
}

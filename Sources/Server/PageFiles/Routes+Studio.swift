import Foundation
import Hummingbird
import Timeline
import Wire

extension Routes {
  /// The studio page, and the files that it is made of.
  var studioRoutes: [Route] {
    let pages = [
      ("/" as RoutePath, "studioPage", "The studio, where films are made in a browser."),
      ("/workspace/claim", "claimPage", "The studio, with the session that a link names."),
    ].map { path, name, summary in
      Route(.get, path, access: .anyone, Self.document(name, summary, [])) { call in
        try file("index.html").response(to: call)
      }
    }
    // The folders are named one by one, since a parameter is one part of a path.
    let files = ["", "style/", "parts/", "parts/timeline/"].map { folder in
      let name = "pageFile" + folder.split(separator: "/").map(\.capitalized).joined()
      return Route(
        .get, RoutePath("/page/\(folder){file}"), access: .anyone,
        Self.document(name, "A file of the studio page.", [404])
      ) { call in
        try file(folder + call.parameter("file")).response(to: call)
      }
    }
    return pages + files
  }

  private func file(_ path: String) throws(ServiceError) -> PageFile {
    let folder = PageFolder.standard
    if let file = folder.files[path] { return file }
    guard folder.files.isEmpty else { throw Gate.nothingThere }
    throw ServiceError(
      .notFound,
      "The studio page is missing here: keep the folder kinora_Server.resources beside the program "
        + "kinora. The API works without it.")
  }

  private static func document(
    _ name: String, _ summary: String, _ failures: [Int]
  ) -> RouteDocument {
    RouteDocument(
      name: name, summary: summary, tag: .pages,
      parameters: [
        .init(
          name: "If-None-Match", place: .header, summary: "Send nothing where it has this tag.",
          schema: .text())
      ],
      replies: [
        .init(
          status: 200, summary: "The file.", content: ["*/*": .object([:])],
          headers: ["ETag": "Names the content."]),
        .init(status: 304, summary: "It has not changed.", headers: ["ETag": "The tag."]),
      ], failures: failures)
  }
}

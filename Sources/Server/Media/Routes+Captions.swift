import HTTPTypes
import Hummingbird
import NIOCore
import Studio
import Timeline
import Wire

extension Routes {
  /// The film's captions as a file.
  var captionRoutes: [Route] { [captions] }

  private var captions: Route {
    Route(
      .get, "/api/captions/nemo_agent/me/{session}",
      RouteDocument(
        name: "captions", summary: "The film's captions and subtitles as a file.", tag: .media,
        parameters: [
          .init(
            name: "format", place: .query, summary: "SubRip or WebVTT; SubRip where left out.",
            schema: .text(oneOf: CaptionFormat.allCases.map(\.rawValue))),
          .init(
            name: "version", place: .query,
            summary: "A version of the film; the one that is current where left out.",
            schema: .wholeNumber(from: 1, to: Call.largestNumber)),
        ],
        replies: [
          .init(
            status: 200, summary: "The captions.",
            content: ["application/x-subrip": .object([:]), "text/vtt": .object([:])],
            headers: ["Content-Disposition": "What the file is called."])
        ],
        failures: [404, 409])
    ) { call in
      let name = try call.query("format") ?? CaptionFormat.srt.rawValue
      guard let format = CaptionFormat(rawValue: name) else {
        throw ServiceError(.badRequest, "\"format\" in the address must be srt or vtt.")
      }
      return Self.response(
        with: try await studio.captions(
          as: format, version: try call.queryNumber("version"),
          of: call.parameter("session"), for: call.owner))
    }
  }

  /// Captions to be kept as a file.
  static func response(with file: CaptionFile) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: file.contentType, .cacheControl: "private, no-cache",
        .contentDisposition: ContentDisposition.header(filename: file.filename, isInline: false),
      ], body: ResponseBody(byteBuffer: ByteBuffer(string: file.text)))
  }
}

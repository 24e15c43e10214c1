import HTTPTypes
import Hummingbird
import MediaTime
import NIOCore
import Studio
import Timeline
import Wire

extension Routes {
  /// What an editor looks at and listens to: frames, curves of sounds, quick films.
  var viewRoutes: [Route] { [frame, peaks, preview] }

  private var frame: Route {
    Route(.get, "/api/frame/nemo_agent/me/{session}", Self.frameDocument) { call in
      let request = try Self.frameRequest(call)
      let (studio, owner) = (studio, call.owner)
      let view = try await studio.view(request, in: call.parameter("session"), for: owner)
      var headers: HTTPFields = [
        .eTag: "\"\(view.entityTag)\"",
        .cacheControl: view.isForGood ? Self.forGood : "private, no-cache",
      ]
      if let known = call.header(.ifNoneMatch), EntityTag.list(known, names: view.entityTag) {
        return Response(status: .notModified, headers: headers)
      }
      let bytes = try await call.whileHeard { try await studio.picture(of: view) }
      headers[.contentType] = "image/jpeg"
      return Response(
        status: .ok, headers: headers,
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
  }

  private static let forGood = "private, max-age=86400, immutable"

  private static func frameRequest(_ call: Call) throws(ServiceError) -> FrameRequest {
    let width = try call.queryNumber("w") ?? 640
    guard FrameRequest.widths.contains(width) else {
      throw ServiceError(.badRequest, "\"w\" in the address must be a width from 16 to 1920.")
    }
    let time = Milliseconds(min(try call.queryNumber("t") ?? 0, longestTime))
    let version = try call.queryNumber("version")
    guard let medium = try call.query("media") else {
      return FrameRequest(.film(version: version), at: time, width: width)
    }
    return FrameRequest(.medium(medium), at: time, width: width)
  }

  /// Whatever is later than any film's end shows the same.
  private static let longestTime = 1 << 40

  private static var frameDocument: RouteDocument {
    RouteDocument(
      name: "frame",
      summary: "A frame of the film, or of a medium, as the export would show it.", tag: .media,
      parameters: [
        .init(
          name: "t", place: .query,
          summary: "When, in milliseconds; past the end it is the last frame. 0 where left out.",
          schema: .wholeNumber(from: 0, to: Call.largestNumber)),
        .init(
          name: "w", place: .query,
          summary: "How wide, in pixels; an odd number is one less. 640 where left out.",
          schema: .wholeNumber(from: 16, to: 1920)),
        .init(
          name: "version", place: .query,
          summary: "A version of the film; the one that is current where left out.",
          schema: .wholeNumber(from: 1, to: Call.largestNumber)),
        .init(
          name: "media", place: .query,
          summary: "A medium to be shown in the film's place; it has no versions.",
          schema: .text(pattern: #"\S"#)),
        .init(
          name: "If-None-Match", place: .header,
          summary: "Send nothing where the frame has this tag.", schema: .text()),
      ],
      replies: [
        .init(
          status: 200, summary: "The frame.", content: ["image/jpeg": .object([:])],
          headers: [
            "ETag": "Names what is shown.",
            "Cache-Control": "Whether it may be kept without asking again.",
          ]),
        .init(status: 304, summary: "It shows the same.", headers: ["ETag": "The tag."]),
      ],
      failures: [409, 415, 422])
  }

  private var peaks: Route {
    Route(
      .get, "/api/peaks/nemo_agent/me/{session}",
      RouteDocument(
        name: "peaks", summary: "How loud a medium is from step to step.", tag: .media,
        parameters: [
          .init(
            name: "media", place: .query, isRequired: true, summary: "The medium.",
            schema: .text(pattern: #"\S"#)),
          .init(
            name: "bins", place: .query, summary: "How many steps; 800 where left out.",
            schema: .wholeNumber(from: 1, to: 4000)),
          .init(
            name: "duration", place: .query,
            summary: "How long composed music and effects are played, in milliseconds.",
            schema: .wholeNumber(from: 1, to: Studio.longestPeaks.count)),
        ],
        replies: [.data("Peaks", "The curve; it never changes.")], failures: [415, 422])
    ) { call in
      guard let medium = try call.query("media"), !medium.isEmpty else {
        throw ServiceError(.badRequest, "\"media\" is missing in the address; name a medium.")
      }
      let bins = try call.queryNumber("bins") ?? 800
      guard Studio.peakBins.contains(bins) else {
        throw ServiceError(.badRequest, "\"bins\" in the address must be from 1 to 4000.")
      }
      let length = try call.queryNumber("duration")
      guard length.map({ (1...Studio.longestPeaks.count).contains($0) }) ?? true else {
        throw ServiceError(
          .badRequest, "\"duration\" in the address must be from 1 ms to an hour.")
      }
      let (studio, owner, session) = (studio, call.owner, call.parameter("session"))
      let peaks = try await call.whileHeard {
        try await studio.peaks(
          of: medium, bins: bins, lasting: length.map { Milliseconds($0) }, in: session,
          for: owner)
      }
      var response = Response.data(
        .object([
          "duration": .integer(peaks.duration.count),
          "peaks": .array(peaks.values.map { .integer(Int($0)) }),
        ]))
      response.headers[.cacheControl] = Self.forGood
      return response
    }
  }

  private var preview: Route {
    Route(
      .get, "/api/preview/nemo_agent/me/{session}", startsWork: true,
      RouteDocument(
        name: "preview",
        summary: "Begins a quick, small film of the draft, or tells how far it is.", tag: .media,
        parameters: [
          .init(
            name: "version", place: .query,
            summary: "A version of the film; the one that is current where left out.",
            schema: .wholeNumber(from: 1, to: Call.largestNumber))
        ],
        replies: [.data("Preview", "The quick film; ask again until it is completed.")],
        failures: [402, 409, 422])
    ) { call in
      .data(
        try await studio.preview(
          version: try call.queryNumber("version"), of: call.parameter("session"),
          for: call.owner
        ).json)
    }
  }
}

import Timeline

/// How the resumable uploads are described.
enum TusDocument {
  static let options = plain(
    "tusOptions", "What this server can do of tus 1.0.",
    replies: [
      .init(
        status: 204, summary: "Version, extensions and the largest file.",
        headers: [
          "Tus-Resumable": "1.0.0", "Tus-Version": "1.0.0",
          "Tus-Extension": "creation, creation-with-upload, expiration, termination.",
          "Tus-Max-Size": "Bytes of the largest file.",
        ])
    ])

  static let optionsOfUpload: RouteDocument = {
    var document = options
    document.name = "tusOptionsOfUpload"
    return document
  }()

  static let create = plain(
    "createUpload", "Begins a resumable upload (tus 1.0), with its first bytes or without.",
    parameters: [
      version,
      .init(
        name: "Upload-Length", place: .header, isRequired: true, summary: "The file's bytes.",
        schema: .wholeNumber(from: 1, to: Call.largestNumber)),
      .init(
        name: "Upload-Metadata", place: .header, isRequired: true,
        summary: "`filename` and `session_id`, each with its value in base64.",
        schema: .text(pattern: "^session_id (\(quad)){1,8},filename (\(quad)){1,8}$")),
    ], body: bytes(isRequired: false),
    replies: [
      .init(
        status: 201, summary: "The upload has begun.",
        headers: progress.merging(["Location": "Where its bytes are sent to."]) { old, _ in old })
    ], failures: [400, 404, 408, 412, 413, 415, 507])

  static let head = plain(
    "uploadProgress", "How many bytes of an upload are safe.", parameters: [version],
    replies: [
      .init(
        status: 200, summary: "The offset to go on at.",
        headers: progress.merging(["Upload-Length": "The file's bytes."]) { old, _ in old })
    ], failures: [404, 412])

  static let patch = plain(
    "continueUpload", "Sends bytes of an upload; the last ones make it a medium of its session.",
    parameters: [
      version,
      .init(
        name: "Upload-Offset", place: .header, isRequired: true,
        summary: "Where the bytes belong.", schema: .wholeNumber(from: 0, to: Call.largestNumber)),
    ], body: bytes(isRequired: true),
    replies: [.init(status: 204, summary: "The bytes are safe.", headers: progress)],
    failures: [400, 404, 408, 409, 412, 413, 415, 507])

  static let delete = plain(
    "removeUpload", "Gives an upload up.", parameters: [version],
    replies: [.init(status: 204, summary: "It is gone.")], failures: [404, 412])

  /// Four digits of base64 that stand for ASCII.
  private static let quad =
    "[A-Za-f][A-HQ-Xg-nw-z0-3][ABEFIJMNQRUVYZcdghklopstwx014589][A-Za-z0-9+/]"

  static let override = plain(
    "overrideUpload", "PATCH of an upload, for clients that know POST alone; HEAD and DELETE too.",
    parameters: [
      version,
      .init(
        name: "X-HTTP-Method-Override", place: .header, isRequired: true,
        summary: "The method that is meant.",
        schema: .object([
          "type": .string("string"),
          "enum": .array([.string("PATCH")]),
        ])),
      .init(
        name: "Upload-Offset", place: .header, isRequired: true,
        summary: "Where the bytes belong.", schema: .wholeNumber(from: 0, to: Call.largestNumber)),
    ], body: bytes(isRequired: false),
    replies: [
      .init(status: 204, summary: "As the method answers.", headers: progress),
      .init(status: 200, summary: "As HEAD answers.", headers: progress),
    ], failures: [400, 404, 405, 408, 409, 412, 413, 415, 507])

  private static let version = RouteDocument.Parameter(
    name: "Tus-Resumable", place: .header, isRequired: true, summary: "The protocol's version.",
    schema: .object(["type": .string("string"), "enum": .array([.string("1.0.0")])]))

  private static let progress = [
    "Upload-Offset": "Bytes that are safe.",
    "Upload-Expires": "When the upload is given up, while it is not whole.",
    "X-Media-Id": "The medium that the file became, once it is whole.",
    "Tus-Resumable": "1.0.0",
  ]

  private static func bytes(isRequired: Bool) -> RouteDocument.Body {
    RouteDocument.Body(
      content: ["application/offset+octet-stream": .object([:])], isRequired: isRequired)
  }

  private static func plain(
    _ name: String, _ summary: String, parameters: [RouteDocument.Parameter] = [],
    body: RouteDocument.Body? = nil, replies: [RouteDocument.Reply], failures: [Int] = []
  ) -> RouteDocument {
    RouteDocument(
      name: name, summary: summary, tag: .uploads, parameters: parameters, body: body,
      replies: replies, failures: failures)
  }
}

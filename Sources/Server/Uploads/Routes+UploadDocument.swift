import Timeline

extension Routes {
  static let uploadDocument = RouteDocument(
    name: "uploadFiles",
    summary: "Puts files into a session: all of them, or none where one can't be used.",
    tag: .uploads,
    body: RouteDocument.Body(
      content: [
        "multipart/form-data": .object([
          "type": .string("object"), "required": .array([.string("files")]),
          "properties": .object([
            "files": .object([
              "type": .string("array"), "minItems": .integer(1),
              "items": .object(["type": .string("string"), "format": .string("binary")]),
            ])
          ]),
        ]),
        "application/json": .reference("URLUploadRequest"),
      ]),
    replies: [.data("UploadReply", "The files, in the order sent.")],
    failures: [408, 413, 415, 507])
}

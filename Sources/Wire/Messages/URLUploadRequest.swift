public import Timeline

/// The JSON body of an upload: files to fetch.
public struct URLUploadRequest: WireMessage, Hashable {
  /// Their addresses.
  public var urls: [String]

  /// A request for `urls`.
  public init(urls: [String]) { self.urls = urls }

  /// Reads a body.
  public init(json: JSONValue) throws(ServiceError) {
    let fields = try Fields(json)
    if let kind = try fields.string("source_type"), kind != "url" {
      throw ServiceError(
        .badRequest, "\"source_type\" is \"\(kind)\", which is unknown; write \"url\".")
    }
    var urls: [String] = []
    for value in try fields.list("urls") ?? [] {
      guard case .string(let url) = value else {
        throw ServiceError(.badRequest, "\"urls\" must be a list of addresses in quotes.")
      }
      urls.append(url)
    }
    guard !urls.isEmpty else { throw fields.missing("urls", "a list of addresses") }
    self.urls = urls
  }

  /// The body.
  public var json: JSONValue {
    .object(["urls": .array(urls.map(JSONValue.string)), "source_type": .string("url")])
  }
}

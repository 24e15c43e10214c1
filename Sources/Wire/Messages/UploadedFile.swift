public import Timeline

/// One file of an upload's reply; in a state's `video_infos` also with `id` and `name`.
public struct UploadedFile: WireMessage, Hashable {
  /// The medium's id in drafts; nil where a server doesn't tell it.
  public var id: String?
  /// What people call it; nil where a server doesn't tell it.
  public var name: String?
  /// The file's name as it was sent.
  public var filename: String
  /// `video`, `image`, `audio`, `subtitle` or `lut`.
  public var fileType: String
  /// Where it can be fetched.
  public var url: String
  /// Seconds; 0 for an image.
  public var duration: Double
  /// Pixels; 0 for a sound.
  public var width: Int
  /// Pixels; 0 for a sound.
  public var height: Int
  /// Frames a second; 0 where there are none.
  public var fps: Double
  /// SHA-256 of the file, in hexadecimal digits.
  public var hash: String

  /// A file.
  public init(
    id: String? = nil, name: String? = nil, filename: String, fileType: String, url: String,
    duration: Double, width: Int, height: Int, fps: Double, hash: String
  ) {
    self.id = id
    self.name = name
    self.filename = filename
    self.fileType = fileType
    self.url = url
    self.duration = duration
    self.width = width
    self.height = height
    self.fps = fps
    self.hash = hash
  }

  /// Reads one.
  public init(json: JSONValue) throws(ServiceError) {
    let fields = try Fields(json, place: "The file")
    id = try fields.string("id")
    name = try fields.string("name")
    filename = try fields.string("filename") ?? ""
    fileType = try fields.string("file_type") ?? ""
    url = try fields.string("cdn_url") ?? ""
    duration = try fields.number("duration") ?? 0
    width = Int(min(max(try fields.number("width") ?? 0, 0), 1e6))
    height = Int(min(max(try fields.number("height") ?? 0, 0), 1e6))
    fps = try fields.number("fps") ?? 0
    hash = try fields.string("hash") ?? ""
  }

  /// As it is sent.
  public var json: JSONValue {
    .compact([
      "id": id.map(JSONValue.string), "name": name.map(JSONValue.string),
      "filename": .string(filename), "file_type": .string(fileType), "cdn_url": .string(url),
      "duration": JSONValue(duration), "width": .integer(width), "height": .integer(height),
      "fps": JSONValue(fps), "hash": .string(hash),
    ])
  }
}

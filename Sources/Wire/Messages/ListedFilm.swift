public import Timeline

/// A film in a session's list: its job, and what was ordered.
public struct ListedFilm: Hashable, Sendable {
  /// How far it is.
  public var job: RenderJob
  /// `draft`, `standard` or `high`.
  public var quality: String
  /// The shape, such as `9:16`; nil where it isn't known.
  public var aspect: String?

  /// A film.
  public init(job: RenderJob, quality: String, aspect: String?) {
    self.job = job
    self.quality = quality
    self.aspect = aspect
  }

  /// The job as a poll answers it, on one level, and what was ordered.
  public var listed: JSONValue {
    guard case .object(let whole) = job.json, case .object(var members)? = whole["data"] else {
      return .null
    }
    members["quality"] = .string(quality)
    members["aspect"] = aspect.map(JSONValue.string) ?? .null
    members["duration"] = job.duration.map { JSONValue($0) } ?? .null
    members["size"] = job.size.map(JSONValue.integer) ?? .null
    return .object(members)
  }
}

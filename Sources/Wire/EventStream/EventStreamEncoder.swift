/// Writes server-sent events (the HTML standard, §9.2).
public enum EventStreamEncoder {
  /// One event: its `id:` line and its `data:` line. `data` must be one line.
  public static func event(id: String, data: String) -> String {
    "id: \(id)\ndata: \(data)\n\n"
  }

  /// What is sent in silence: an empty `data:` line.
  public static let heartbeat = "data:\n\n"
}

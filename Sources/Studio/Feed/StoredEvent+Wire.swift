import Records
import Timeline
import Wire

extension StoredEvent {
  /// Whether it is what the user said: the session shows it, the stream doesn't.
  var isMessage: Bool {
    body.contains("\"author\":\"user\"") && (try? event)?.author == "user"
  }

  /// Whether it tells the progress of work that went on.
  var isProgress: Bool {
    body.contains("\"partial\":true") && (try? event)?.isPartial == true
  }

  /// The event as the contract has it.
  var event: Event {
    get throws { try Event(json: JSONValue.parse(body: body)) }
  }
}

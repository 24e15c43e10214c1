import Synchronization

/// The document as text, made when it is first asked for.
final class OpenAPIPage: Sendable {
  private let text = Mutex<String?>(nil)

  /// The text; `make` makes it.
  func text(_ make: () -> String) -> String {
    text.withLock { text in
      if let text { return text }
      let made = make()
      text = made
      return made
    }
  }
}

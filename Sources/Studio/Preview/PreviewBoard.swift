import Foundation
import Synchronization

/// Quick films that are being made or were made lately, at most one a session. They are kept
/// nowhere else: after a restart they are made anew, and the sweep removes their contents.
final class PreviewBoard: Sendable {
  /// A quick film.
  struct Preview: Sendable {
    /// Tells it from earlier and later ones.
    let number: Int
    /// What the draft is known by.
    let name: String
    var version: Int
    var state = State.waiting
    var askedAt: Date
    /// The content of the film before it, which somebody may still be watching.
    var formerBlob: String?

    /// How far it is.
    enum State: Sendable {
      case waiting
      case going(Double)
      case done(blob: String)
      case failed(String, at: Date)
    }

    /// The contents that it has.
    var blobs: [String] {
      guard case .done(let blob) = state else { return formerBlob.map { [$0] } ?? [] }
      return [blob]
    }

    fileprivate var isUnderWay: Bool {
      switch state {
      case .waiting, .going: true
      case .done, .failed: false
      }
    }
  }

  private struct Entry {
    var preview: Preview
    var task: Task<Void, Never>?
  }

  private struct State {
    var entries: [String: Entry] = [:]
    var lastNumber = 0
  }

  private let state = Mutex(State())

  /// The session's film, where it is of that draft; asking keeps it.
  func preview(of session: String, named name: String, at time: Date) -> Preview? {
    state.withLock { state in
      guard state.entries[session]?.preview.name == name else { return nil }
      state.entries[session]?.preview.askedAt = time
      return state.entries[session]?.preview
    }
  }

  /// Begins a film in place of the session's former one, which ends.
  func begin(
    _ name: String, version: Int, of session: String, at time: Date,
    _ make: @escaping @Sendable (_ number: Int) async -> Void
  ) -> Preview {
    state.withLock { state in
      let former = state.entries[session]
      if let same = former?.preview, same.name == name, same.isUnderWay { return same }
      former?.task?.cancel()
      state.lastNumber += 1
      let number = state.lastNumber
      let preview = Preview(
        number: number, name: name, version: version, askedAt: time,
        formerBlob: former?.preview.blobs.first)
      // It may end before it is noted, so it is noted first.
      state.entries[session] = Entry(preview: preview)
      state.entries[session]?.task = Task { await make(number) }
      return preview
    }
  }

  /// Notes how far a film is.
  /// - Returns: the content that nobody needs any more; nil where there is none.
  func note(_ change: Preview.State, of number: Int, in session: String) -> String? {
    state.withLock { state in
      guard var preview = state.entries[session]?.preview, preview.number == number else {
        if case .done(let blob) = change { return blob }
        return nil
      }
      preview.state = change
      var unused: String?
      if case .done(let blob) = change {
        unused = preview.formerBlob == blob ? nil : preview.formerBlob
        preview.formerBlob = nil
      }
      state.entries[session]?.preview = preview
      return unused
    }
  }

  /// Whether a content is a quick film's.
  func holds(_ blob: String) -> Bool {
    state.withLock { state in
      state.entries.values.contains { $0.preview.blobs.contains(blob) }
    }
  }

  /// Ends and forgets a session's film.
  /// - Returns: its contents.
  func remove(_ session: String) -> [String] {
    state.withLock { state in
      let entry = state.entries.removeValue(forKey: session)
      entry?.task?.cancel()
      return entry?.preview.blobs ?? []
    }
  }

  /// Forgets films that nobody has asked for since `time`.
  func drop(before time: Date) {
    let old = state.withLock { $0.entries.filter { $0.value.preview.askedAt < time }.map(\.key) }
    for session in old { _ = remove(session) }
  }

  /// Ends all that are being made.
  func endAll() async {
    let tasks = state.withLock { $0.entries.values.compactMap(\.task) }
    for task in tasks { task.cancel() }
    for task in tasks { await task.value }
  }
}

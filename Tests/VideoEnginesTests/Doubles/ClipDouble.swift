import Foundation
import NIOHTTP1
import Synchronization

/// Stands for an engine: answers as it does, and counts what it has begun and ended.
protocol ClipDouble: Sendable {
  init(_ manner: ClipManner)
  var book: ClipBook { get }
  func answer(_ question: EngineDouble.Question) -> EngineDouble.Answer
}

extension ClipDouble {
  /// Clips that were begun.
  var begun: Int { book.clips.count }
  /// Clips that were ended.
  var cancelled: Int { book.clips.filter(\.isCancelled).count }
}

/// How an engine behaves, whatever it speaks.
struct ClipManner: Sendable {
  /// What a clip ends in.
  enum End: Sendable, Hashable {
    case done, endless, cancelled, strange
    /// It fails, in these words.
    case failed(String)
  }

  /// What is found where the clip should be.
  enum Result: Sendable, Hashable {
    case film, page, emptyFile
    /// The engine is done, and tells of no clip.
    case none
    /// It lies at an address, told as this engine tells addresses.
    case at(String)
  }

  /// The key without which nothing is answered.
  var key: String?
  /// How many first requests for a clip are carried out and their answers lost.
  var losesAnswers = 0
  var end = End.done
  var result = Result.film
  /// A film, as its bytes.
  var film = Self.film

  static let film: [UInt8] =
    [0, 0, 0, 20] + Array("ftypisom".utf8) + Array(repeating: 7, count: 500)

  /// The bytes that are found where the clip should be.
  var content: EngineDouble.Answer {
    switch result {
    case .page: .bytes(Array("<html>sorry".utf8), "text/html")
    case .emptyFile, .none: .bytes([], "video/mp4")
    case .film: .bytes(film, "video/mp4")
    case .at(let place): EngineDouble.Answer(status: .found, headers: ["Location": place])
    }
  }
}

/// The clips of a double. Asked about one for the first time, it waits, then it is made, then over.
final class ClipBook: Sendable {
  struct Clip: Sendable {
    var id: String
    var key: String?
    var prompt: String
    /// What else the engine keeps of it.
    var note: String
    var asked = 0
    var isCancelled = false
    let begunAt = Date()
  }

  enum Step: Sendable { case waits, runs, over, cancelled }

  private let state = Mutex((clips: [Clip](), answers: 0))
  private let losesAnswers: Int

  init(losesAnswers: Int) { self.losesAnswers = losesAnswers }

  var clips: [Clip] { state.withLock(\.clips) }

  /// Begins a clip and tells whether the answer arrives.
  func begin(
    _ id: String, prompt: String, key: String? = nil, note: String = ""
  ) -> (id: String, isLost: Bool) {
    state.withLock { state in
      let name = "\(id)\(state.clips.count + 1)"
      state.clips.append(Clip(id: name, key: key, prompt: prompt, note: note))
      state.answers += 1
      return (name, state.answers <= losesAnswers)
    }
  }

  /// Where a clip is; asking moves it on.
  func step(_ id: String) -> Step? {
    state.withLock { state in
      guard let index = state.clips.firstIndex(where: { $0.id == id }) else { return nil }
      if state.clips[index].isCancelled { return .cancelled }
      state.clips[index].asked += 1
      return [1: .waits, 2: .runs][state.clips[index].asked] ?? .over
    }
  }

  /// Ends a clip; false where there is none.
  func cancel(_ id: String) -> Bool {
    state.withLock { state in
      guard let index = state.clips.firstIndex(where: { $0.id == id }) else { return false }
      state.clips[index].isCancelled = true
      return true
    }
  }
}

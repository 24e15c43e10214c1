import Foundation
import NIOHTTP1

/// Stands for an engine of the `/v1/videos` shape.
final class VideosDouble: ClipDouble {
  /// What is odd about some that speak it.
  struct Oddities: Sendable {
    /// What is said of the engine at `/v1/capabilities`; nil where it has no such page.
    var capabilities: String?
    /// Whether a key sent again is the same clip.
    var knowsKeys = false
    /// Whether the list of clips is there.
    var lists = true
    /// Whether it can end a clip in its own way.
    var cancels = true
    /// What asking for the content gives instead.
    var content: EngineDouble.Answer?
  }

  let manner: ClipManner
  let oddities: Oddities
  let book: ClipBook

  convenience init(_ manner: ClipManner) { self.init(manner, Oddities()) }

  init(_ manner: ClipManner = ClipManner(), _ oddities: Oddities) {
    self.manner = manner
    self.oddities = oddities
    book = ClipBook(losesAnswers: manner.losesAnswers)
  }

  func answer(_ question: EngineDouble.Question) -> EngineDouble.Answer {
    if let key = manner.key, question.headers.first(name: "authorization") != "Bearer \(key)" {
      return .json(#"{"error":{"message":"Incorrect API key provided"}}"#, .unauthorized)
    }
    let path = question.path.split(separator: "?")[0].split(separator: "/").map(String.init)
    switch (question.method, Array(path.dropFirst())) {
    case (.GET, ["capabilities"]): return oddities.capabilities.map { .json($0) } ?? .notFound
    case (.GET, ["models"]): return .json(#"{"object":"list","data":[{"id":"wan2.2"}]}"#)
    case (.POST, ["videos"]): return begin(question)
    case (.GET, ["videos"]): return oddities.lists ? list() : .notFound
    case (.GET, let parts) where parts.count == 2: return state(of: parts[1])
    case (.POST, let parts) where parts.last == "cancel":
      return oddities.cancels ? end(parts[1]) : .notFound
    case (.DELETE, let parts) where parts.count == 2: return end(parts[1])
    case (.GET, let parts) where parts.last == "content":
      return oddities.content ?? manner.content
    default: return .notFound
    }
  }

  private func begin(_ question: EngineDouble.Question) -> EngineDouble.Answer {
    let key = question.headers.first(name: "idempotency-key")
    if oddities.knowsKeys, let known = book.clips.first(where: { $0.key == key }) {
      return .json(#"{"id":"\#(known.id)","object":"video","status":"queued"}"#)
    }
    let (id, isLost) = book.begin("video_", prompt: question.field("prompt") ?? "", key: key)
    return isLost ? .lost : .json(#"{"id":"\#(id)","object":"video","status":"queued"}"#)
  }

  private func list() -> EngineDouble.Answer {
    let items = book.clips.map { clip in
      #"{"id":"\#(clip.id)","object":"video","prompt":"\#(clip.prompt)","#
        + #""created_at":\#(Int(clip.begunAt.timeIntervalSince1970))}"#
    }
    return .json(#"{"object":"list","data":[\#(items.joined(separator: ","))],"has_more":false}"#)
  }

  private func state(of id: String) -> EngineDouble.Answer {
    guard let step = book.step(id) else { return .notFound }
    var error = "null"
    let (word, share) =
      switch (step, manner.end) {
      case (.waits, _): ("queued", 0)
      case (.runs, _), (.over, .endless): ("in_progress", 50)
      case (.cancelled, _), (_, .cancelled): ("cancelled", 0)
      case (.over, .failed): ("failed", 50)
      case (.over, .strange): ("napping", 50)
      case (.over, .done): ("completed", 100)
      }
    if step == .over, case .failed(let why) = manner.end { error = #"{"message":"\#(why)"}"# }
    return .json(
      #"{"id":"\#(id)","status":"\#(word)","progress":\#(share),"seconds":"4","error":\#(error)}"#
    )
  }

  private func end(_ id: String) -> EngineDouble.Answer {
    book.cancel(id) ? .json(#"{"id":"\#(id)","deleted":true}"#) : .notFound
  }
}

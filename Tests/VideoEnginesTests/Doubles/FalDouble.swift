import Foundation
import NIOHTTP1
import Timeline

@testable import VideoEngines

/// Stands for fal's queue and one of its models.
final class FalDouble: ClipDouble {
  static let model = "fal-ai/wan/v2.2-a14b/text-to-video"
  private static let place = ["fal-ai", "wan", "requests"]

  let manner: ClipManner
  let book: ClipBook
  /// The server that its answers point to; its own where nothing is said.
  let pointsTo: String?

  convenience init(_ manner: ClipManner) { self.init(manner, pointsTo: nil) }

  init(_ manner: ClipManner, pointsTo: String?) {
    self.manner = manner
    self.pointsTo = pointsTo
    book = ClipBook(losesAnswers: manner.losesAnswers)
  }

  func answer(_ question: EngineDouble.Question) -> EngineDouble.Answer {
    if let key = manner.key, question.headers.first(name: "authorization") != "Key \(key)" {
      return .json(#"{"detail":"Cannot access application"}"#, .unauthorized)
    }
    let parts = question.path.split(separator: "/").map(String.init)
    if question.method == .POST, question.path == "/" + Self.model { return begin(question) }
    guard parts.starts(with: Self.place), parts.count > 3 else { return .notFound }
    let id = parts[3]
    switch (question.method, Array(parts.dropFirst(4))) {
    case (.GET, ["status"]): return status(id)
    case (.GET, []): return result(id)
    case (.PUT, ["cancel"]):
      return book.cancel(id)
        ? .json(#"{"status":"CANCELLATION_REQUESTED"}"#, .accepted)
        : .json(#"{"status":"NOT_FOUND"}"#, .notFound)
    default: return .notFound
    }
  }

  private func begin(_ question: EngineDouble.Question) -> EngineDouble.Answer {
    guard let prompt = (try? JSONValue.parse(question.text))?["prompt"]?.words else {
      return .json(
        #"{"detail":[{"loc":["body","prompt"],"msg":"field required","type":"missing"}]}"#,
        .unprocessableEntity)
    }
    let (id, isLost) = book.begin("r", prompt: prompt)
    let place = "\(pointsTo ?? question.base)/\(Self.place.joined(separator: "/"))/\(id)"
    return isLost
      ? .lost
      : .json(
        #"{"request_id":"\#(id)","response_url":"\#(place)","status_url":"\#(place)/status","#
          + #""cancel_url":"\#(place)/cancel","queue_position":0,"status":"IN_QUEUE"}"#)
  }

  private func status(_ id: String) -> EngineDouble.Answer {
    switch (book.step(id), manner.end) {
    case (nil, _): .notFound
    case (.waits, _): .json(#"{"status":"IN_QUEUE","queue_position":0}"#, .accepted)
    case (.runs, _), (.over, .endless):
      .json(#"{"status":"IN_PROGRESS","logs":null}"#, .accepted)
    case (.over, .strange): .json(#"{"status":"NAPPING"}"#)
    default: .json(#"{"status":"COMPLETED","metrics":{"inference_time":3.2}}"#)
    }
  }

  private func result(_ id: String) -> EngineDouble.Answer {
    if case .failed(let why) = manner.end {
      return .json(
        #"{"detail":[{"loc":["body"],"msg":"\#(why)","type":"generation_error"}]}"#,
        .unprocessableEntity)
    }
    var place = "https://cdn.example.com/files/b/fox.mp4"
    switch manner.result {
    case .none: return .json(#"{"video":null,"seed":7}"#)
    case .at(let other): place = other
    default: break
    }
    return .json(
      #"{"video":{"url":"\#(place)","content_type":"video/mp4","file_name":"fox.mp4"},"seed":7}"#)
  }
}

import Foundation
import NIOHTTP1
import Timeline

@testable import VideoEngines

/// Stands for Replicate and one of its models.
final class ReplicateDouble: ClipDouble {
  static let model = "bytedance/seedance-1-lite"

  /// How its list of predictions is.
  enum Listing: Sendable { case whole, withoutInputs, earlier }

  let manner: ClipManner
  let listing: Listing
  let book: ClipBook

  convenience init(_ manner: ClipManner) { self.init(manner, .whole) }

  init(_ manner: ClipManner, _ listing: Listing) {
    self.manner = manner
    self.listing = listing
    book = ClipBook(losesAnswers: manner.losesAnswers)
  }

  func answer(_ question: EngineDouble.Question) -> EngineDouble.Answer {
    if let key = manner.key, question.headers.first(name: "authorization") != "Bearer \(key)" {
      return .json(
        #"{"title":"Unauthenticated","detail":"You did not pass a token that is valid"}"#,
        .unauthorized)
    }
    let parts = question.path.split(separator: "/").map(String.init)
    guard parts.starts(with: ["v1", "predictions"]) else { return .notFound }
    switch (question.method, Array(parts.dropFirst(2))) {
    case (.POST, []): return begin(question)
    case (.GET, []): return list(question.base)
    case (.GET, let rest) where rest.count == 1:
      guard let clip = book.clips.first(where: { $0.id == rest[0] }) else {
        return .json(#"{"detail":"Not found.","status":404}"#, .notFound)
      }
      return .json(prediction(clip, book.step(clip.id), question.base))
    case (.POST, let rest) where rest.last == "cancel":
      return book.cancel(rest[0]) ? .json("{}") : .notFound
    default: return .notFound
    }
  }

  private func begin(_ question: EngineDouble.Question) -> EngineDouble.Answer {
    guard let body = try? JSONValue.parse(question.text), let input = body["input"],
      body["version"] == .string(Self.model), let prompt = input["prompt"]?.words
    else {
      return .json(
        #"{"title":"Input validation failed","detail":"- input: prompt is required"}"#,
        .unprocessableEntity)
    }
    let (id, isLost) = book.begin("p", prompt: prompt, note: input.text())
    guard !isLost, let clip = book.clips.first(where: { $0.id == id }) else { return .lost }
    return .json(prediction(clip, nil, question.base), .created)
  }

  private func list(_ base: String) -> EngineDouble.Answer {
    var items = book.clips.reversed().map { prediction($0, nil, base) }
    // The same was asked for the day before.
    if let clip = book.clips.first {
      let yesterday = clip.begunAt.addingTimeInterval(-86_400).formatted(.iso8601)
      items.append(
        #"{"id":"old","input":\#(clip.note),"status":"succeeded","created_at":"\#(yesterday)"}"#)
    }
    return .json(
      #"{"previous":null,"next":"\#(base)/v1/predictions?cursor=c","#
        + #""results":[\#(items.joined(separator: ","))]}"#
    )
  }

  private func prediction(_ clip: ClipBook.Clip, _ step: ClipBook.Step?, _ base: String) -> String {
    var (output, error) = ("null", "null")
    let status: String
    switch (step, manner.end) {
    case (nil, _), (.waits, _): status = "starting"
    case (.runs, _), (.over, .endless): status = "processing"
    case (.cancelled, _), (_, .cancelled): status = "canceled"
    case (.over, .failed(let why)): (status, error) = ("failed", #""\#(why)""#)
    case (.over, .strange): status = "napping"
    case (.over, .done):
      status = "succeeded"
      switch manner.result {
      case .none: break
      case .at(let place): output = #"["\#(place)"]"#
      default: output = #""https://cdn.example.com/yhqm/fox.mp4""#
      }
    }
    let begun = listing == .earlier ? clip.begunAt - 60 : clip.begunAt
    let input = listing == .withoutInputs ? "{}" : clip.note
    return #"{"id":"\#(clip.id)","model":"\#(Self.model)","status":"\#(status)","input":\#(input),"#
      + #""output":\#(output),"error":\#(error),"data_removed":\#(listing == .withoutInputs),"#
      + #""created_at":"\#(begun.formatted(.iso8601).dropLast()).123456Z","#
      + #""urls":{"get":"\#(base)/v1/predictions/\#(clip.id)","#
      + #""cancel":"\#(base)/v1/predictions/\#(clip.id)/cancel"}}"#
  }
}

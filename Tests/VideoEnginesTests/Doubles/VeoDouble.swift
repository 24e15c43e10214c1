import Foundation
import NIOHTTP1
import Timeline

@testable import VideoEngines

/// Stands for Veo at the Gemini API.
final class VeoDouble: ClipDouble {
  static let model = "models/veo-3.1-generate-preview"

  let manner: ClipManner
  let book: ClipBook
  /// Why its filters let nothing through.
  let filtered: String?

  convenience init(_ manner: ClipManner) { self.init(manner, filtered: nil) }

  init(_ manner: ClipManner, filtered: String?) {
    self.manner = manner
    self.filtered = filtered
    book = ClipBook(losesAnswers: manner.losesAnswers)
  }

  func answer(_ question: EngineDouble.Question) -> EngineDouble.Answer {
    if let key = manner.key, question.headers.first(name: "x-goog-api-key") != key {
      return .json(
        #"{"error":{"code":403,"message":"Permission denied","status":"PERMISSION_DENIED"}}"#,
        .forbidden)
    }
    guard question.path.hasPrefix("/v1beta/") else { return .notFound }
    let path = String(question.path.dropFirst("/v1beta/".count))
    switch question.method {
    case .POST where path == "\(Self.model):predictLongRunning": return begin(question)
    case .GET where path == "files/fox:download?alt=media": return manner.content
    case .GET where path.hasPrefix("\(Self.model)/operations/"):
      return operation(path, question.base)
    default:
      return .json(
        #"{"error":{"code":404,"message":"Not found","status":"NOT_FOUND"}}"#, .notFound)
    }
  }

  private func begin(_ question: EngineDouble.Question) -> EngineDouble.Answer {
    let body = try? JSONValue.parse(question.text)
    let seconds = body?["parameters"]?["durationSeconds"]
    guard let prompt = body?["instances"]?.elements.first?["prompt"]?.words,
      [4, 6, 8].contains(seconds?.count)
    else {
      return .json(
        #"{"error":{"code":400,"message":"durationSeconds is out of bound","#
          + #""status":"INVALID_ARGUMENT"}}"#, .badRequest)
    }
    let (id, isLost) = book.begin("\(Self.model)/operations/o", prompt: prompt)
    return isLost ? .lost : .json(#"{"name":"\#(id)"}"#)
  }

  private func operation(_ id: String, _ base: String) -> EngineDouble.Answer {
    guard let step = book.step(id) else {
      return .json(#"{"error":{"code":404,"message":"Operation not found"}}"#, .notFound)
    }
    guard step == .over, manner.end != .endless else { return .json(#"{"name":"\#(id)"}"#) }
    switch manner.end {
    case .failed(let why):
      return .json(#"{"name":"\#(id)","done":true,"error":{"code":13,"message":"\#(why)"}}"#)
    case .cancelled:
      return .json(#"{"name":"\#(id)","done":true,"error":{"code":1,"message":"Cancelled"}}"#)
    default: break
    }
    var samples = #""generatedSamples":[{"video":{"uri":"\#(place(base))"}}]"#
    if manner.result == .none { samples = "" }
    if let filtered {
      samples = #""raiMediaFilteredCount":1,"raiMediaFilteredReasons":["\#(filtered)"]"#
    }
    return .json(
      #"{"name":"\#(id)","done":true,"response":{"generateVideoResponse":{\#(samples)}}}"#)
  }

  private func place(_ base: String) -> String {
    if case .at(let place) = manner.result { return place }
    return "\(base)/v1beta/files/fox:download?alt=media"
  }
}

import Foundation
import NIOHTTP1
import Timeline

@testable import VideoEngines

/// Stands for stable-diffusion.cpp's `sd-server`.
final class SDServerDouble: ClipDouble {
  let manner: ClipManner
  let book: ClipBook

  init(_ manner: ClipManner) {
    self.manner = manner
    book = ClipBook(losesAnswers: manner.losesAnswers)
  }

  static let capabilities = #"""
    {"model":{"name":"wan2.2.gguf","stem":"wan2.2","path":"/m/wan2.2.gguf"},
    "current_mode":"vid_gen","supported_modes":["img_gen","vid_gen"],
    "defaults_by_mode":{"vid_gen":{"width":832,"height":480,"video_frames":33,"fps":16}},
    "output_formats_by_mode":{"vid_gen":["webm","avi"]},
    "features_by_mode":{"vid_gen":{"init_image":true,"end_image":true,"cancel_queued":true}},
    "limits":{"min_width":64,"max_width":2048,"min_height":64,"max_height":1024}}
    """#

  func answer(_ question: EngineDouble.Question) -> EngineDouble.Answer {
    if let key = manner.key, question.headers.first(name: "authorization") != "Bearer \(key)" {
      return .json(#"{"error":"unauthorized","message":"no such key"}"#, .unauthorized)
    }
    let path = question.path.split(separator: "/").map(String.init)
    guard path.starts(with: ["sdcpp", "v1"]) else { return .notFound }
    switch (question.method, Array(path.dropFirst(2))) {
    case (.GET, ["capabilities"]): return .json(Self.capabilities)
    case (.POST, ["vid_gen"]): return begin(question)
    case (.GET, let parts) where parts.count == 2 && parts[0] == "jobs": return job(parts[1])
    case (.POST, let parts) where parts.count == 3 && parts[2] == "cancel":
      return book.cancel(parts[1]) ? .json(#"{"status":"cancelled"}"#) : .notFound
    default: return .notFound
    }
  }

  private func begin(_ question: EngineDouble.Question) -> EngineDouble.Answer {
    guard let body = try? JSONValue.parse(question.text), let prompt = body["prompt"]?.words,
      let frames = body["video_frames"]?.count, frames % 4 == 1
    else { return .json(#"{"error":"invalid generation parameters"}"#, .badRequest) }
    let (id, isLost) = book.begin("job_", prompt: prompt)
    return isLost
      ? .lost
      : .json(
        #"{"id":"\#(id)","kind":"vid_gen","status":"queued","created":1775401200,"#
          + #""poll_url":"/sdcpp/v1/jobs/\#(id)"}"#, .accepted)
  }

  private func job(_ id: String) -> EngineDouble.Answer {
    guard let step = book.step(id) else { return .notFound }
    var (result, error) = ("null", "null")
    let status: String
    switch (step, manner.end) {
    case (.waits, _): status = "queued"
    case (.runs, _), (.over, .endless): status = "generating"
    case (.cancelled, _), (_, .cancelled):
      status = "cancelled"
      error = #"{"code":"cancelled","message":"job cancelled by client"}"#
    case (.over, .failed(let why)):
      status = "failed"
      error = #"{"code":"generation_failed","message":"\#(why)"}"#
    case (.over, .strange): status = "napping"
    case (.over, .done):
      status = "completed"
      let film = Data(manner.content.body).base64EncodedString()
      let frames = manner.result == .none ? 0 : 49
      result =
        #"{"b64_json":"\#(film)","mime_type":"video/webm","output_format":"webm","fps":16,"#
        + #""frame_count":\#(frames)}"#
    }
    return .json(
      #"{"id":"\#(id)","kind":"vid_gen","status":"\#(status)","queue_position":0,"#
        + #""result":\#(result),"error":\#(error)}"#)
  }
}

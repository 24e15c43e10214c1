import Foundation
import NIOHTTP1
import Synchronization
import Timeline

@testable import VideoEngines

/// Stands for ComfyUI.
final class ComfyDouble: ClipDouble {
  let manner: ClipManner
  let book: ClipBook
  /// How often the history is empty although the clip is done.
  private let emptyReadings: Mutex<Int>

  convenience init(_ manner: ClipManner) { self.init(manner, emptyReadings: 2) }

  init(_ manner: ClipManner, emptyReadings: Int) {
    self.manner = manner
    self.emptyReadings = Mutex(emptyReadings)
    book = ClipBook(losesAnswers: manner.losesAnswers)
  }

  static let workflow = #"""
    {"3":{"class_type":"KSampler","_meta":{"title":"seed, Steps"},
      "inputs":{"seed":0,"steps":20,"cfg":6,"model":["37",0],"positive":["6",0]}},
    "6":{"class_type":"CLIPTextEncode","_meta":{"title":"Prompt"},
      "inputs":{"text":"a cat","clip":["38",0]}},
    "7":{"class_type":"CLIPTextEncode","_meta":{"title":"NEGATIVE"},
      "inputs":{"text":"","clip":["38",0]}},
    "37":{"class_type":"UNETLoader","_meta":{"title":"Load model"},
      "inputs":{"unet_name":"wan.safetensors"}},
    "40":{"class_type":"EmptyHunyuanLatentVideo","_meta":{"title":"Size / Frames"},
      "inputs":{"width":832,"height":480,"length":33,"batch_size":1}},
    "49":{"class_type":"CreateVideo","_meta":{"title":"Create"},"inputs":{"fps":16}},
    "50":{"class_type":"SaveVideo","_meta":{"title":"Save"},"inputs":{"video":["49",0]}}}
    """#

  func answer(_ question: EngineDouble.Question) -> EngineDouble.Answer {
    if let key = manner.key, question.headers.first(name: "authorization") != "Bearer \(key)" {
      return .json(#"{"error":"who are you?"}"#, .unauthorized)
    }
    let parts = question.path.split(separator: "?")[0].split(separator: "/").map(String.init)
    let body = try? JSONValue.parse(question.text)
    switch (question.method, parts) {
    case (.POST, ["upload", "image"]):
      return .json(#"{"name":"first.png","subfolder":"kinora","type":"input"}"#)
    case (.POST, ["prompt"]): return begin(body)
    case (.GET, ["queue"]): return queue()
    case (.GET, ["history"]): return history(book.clips)
    case (.GET, let parts) where parts.count == 2 && parts[0] == "history":
      return history(book.clips.filter { $0.id == parts[1] })
    case (.POST, ["interrupt"]): return end(body?["prompt_id"])
    case (.POST, ["queue"]): return end(body?["delete"]?.elements.first)
    case (.GET, ["view"]): return view(question.path)
    default: return .notFound
    }
  }

  private func begin(_ body: JSONValue?) -> EngineDouble.Answer {
    guard let body, let graph = body["prompt"], let text = graph["6"]?["inputs"]?["text"]?.words
    else { return .json(#"{"error":{"message":"No prompt provided"}}"#, .badRequest) }
    guard let length = graph["40"]?["inputs"]?["length"]?.count, length % 4 == 1 else {
      return .json(
        #"{"error":{"type":"prompt_outputs_failed_validation","#
          + #""message":"Prompt outputs failed validation"},"node_errors":{"40":{"errors":["#
          + #"{"message":"Value not in list","details":"length"}],"class_type":"Latent"}}}"#,
        .badRequest)
    }
    var extra = body["extra_data"]?.members ?? [:]
    extra["client_id"] = body["client_id"]
    let (id, isLost) = book.begin("p", prompt: text, note: JSONValue.object(extra).text())
    return isLost
      ? .lost : .json(#"{"prompt_id":"\#(id)","number":1,"node_errors":{}}"#)
  }

  private func entry(_ clip: ClipBook.Clip) -> String {
    #"[1,"\#(clip.id)",{"6":{"class_type":"X"}},\#(clip.note),["50"]]"#
  }

  /// Only what is asked about moves on; whoever asks about the queue asks about all.
  private func queue() -> EngineDouble.Answer {
    var (running, pending) = ([String](), [String]())
    for clip in book.clips where !clip.isCancelled {
      switch book.step(clip.id) {
      case .waits: pending.append(entry(clip))
      case .runs: running.append(entry(clip))
      case .over where manner.end == .endless: running.append(entry(clip))
      default: break
      }
    }
    return .json(
      #"{"queue_running":[\#(running.joined(separator: ","))],"#
        + #""queue_pending":[\#(pending.joined(separator: ","))]}"#)
  }

  private func history(_ clips: [ClipBook.Clip]) -> EngineDouble.Answer {
    let over = clips.filter { $0.asked > 2 || $0.isCancelled }
    let isEmpty = emptyReadings.withLock { left in
      guard left > 0, !over.isEmpty else { return false }
      left -= 1
      return true
    }
    if isEmpty { return .json("{}") }
    return .json("{" + over.map(remembered).joined(separator: ",") + "}")
  }

  private func remembered(_ clip: ClipBook.Clip) -> String {
    var outputs = ""
    if manner.result != .none {
      outputs =
        #""9":{"images":[{"filename":"look.png","subfolder":"","type":"temp"}]},"50":{"images":"#
        + #"[{"filename":"a fox+1.mp4","subfolder":"video","type":"output"}],"animated":[true]}"#
    }
    let (word, message) =
      switch manner.end {
      case .failed(let why):
        (
          "error",
          #"["execution_error",{"node_type":"KSampler","exception_message":"\#(why)\n"}]"#
        )
      case .cancelled: ("error", #"["execution_interrupted",{"node_type":"KSampler"}]"#)
      case .strange: ("napping", #"["execution_start",{}]"#)
      case .done, .endless: ("success", #"["execution_success",{}]"#)
      }
    return #""\#(clip.id)":{"prompt":\#(entry(clip)),"outputs":{\#(outputs)},"status":"#
      + #"{"status_str":"\#(word)","completed":true,"messages":[\#(message)]}}"#
  }

  private func end(_ id: JSONValue?) -> EngineDouble.Answer {
    if let id = id?.words { _ = book.cancel(id) }
    return EngineDouble.Answer()
  }

  private func view(_ path: String) -> EngineDouble.Answer {
    let items = URLComponents(string: path)?.queryItems ?? []
    let asked = Dictionary(items.map { ($0.name, $0.value ?? "") }) { one, _ in one }
    let isThere =
      asked == ["filename": "a fox+1.mp4", "subfolder": "video", "type": "output"]
      && !path.contains("+")
    return isThere ? manner.content : .notFound
  }
}

import Foundation
import Timeline

/// A workflow as ComfyUI exports it for programs ("Export (API)"): nodes by number, each with its
/// inputs. What is asked goes to the nodes whose titles name it; a title may name several things,
/// such as "Size, Frames".
public struct ComfyWorkflow: Hashable, Sendable {
  private let nodes: [String: JSONValue]

  /// What a title names.
  enum Part: String, CaseIterable {
    case prompt = "Prompt"
    case negative = "Negative"
    case firstFrame = "First frame"
    case lastFrame = "Last frame"
    case size = "Size"
    case frames = "Frames"
    case seed = "Seed"
    case steps = "Steps"

    /// The inputs that take it, the likeliest first.
    var inputs: [String] {
      switch self {
      case .prompt, .negative: ["text", "prompt", "value", "string"]
      case .firstFrame, .lastFrame: ["image"]
      case .size: ["width", "height"]
      case .frames: ["length", "num_frames", "video_frames", "frames", "frame_count", "value"]
      case .seed: ["seed", "noise_seed", "value"]
      case .steps: ["steps", "value"]
      }
    }
  }

  /// The workflow in the file at `path`.
  /// - Throws: `VideoEngineError` with code `refused` where it is none for programs.
  public init(path: String) throws(VideoEngineError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw VideoEngineError(
        .refused, "There is no workflow at \(path) that can be read; check the name.")
    }
    try self.init(String(decoding: data, as: UTF8.self), called: path)
  }

  init(_ text: String, called name: String) throws(VideoEngineError) {
    guard let value = try? JSONValue.parse(text), case .object(let nodes) = value else {
      throw VideoEngineError(.refused, "\(name) holds no JSON object, so no workflow; check it.")
    }
    guard !nodes.isEmpty, nodes.values.allSatisfy({ $0["class_type"]?.words != nil }) else {
      throw VideoEngineError(
        .refused,
        "\(name) is no workflow in API format; in ComfyUI take “Export (API)” and give that file.")
    }
    self.nodes = nodes
  }

  /// The nodes whose title names a part, in their order.
  private func nodes(for part: Part) -> [String] {
    let name = part.rawValue.lowercased()
    return nodes.filter { node in
      let title = node.value["_meta"]?["title"]?.words ?? ""
      return title.lowercased().split(whereSeparator: { ",/+&".contains($0) })
        .contains { $0.trimmingCharacters(in: .whitespaces) == name }
    }.keys.sorted { ($0.count, $0) < ($1.count, $1) }
  }

  /// Whether a node takes a part.
  func takes(_ part: Part) -> Bool { !nodes(for: part).isEmpty }

  /// Frames a second that the workflow saves its clip with, where a node says so.
  var frameRate: Double? {
    nodes.sorted { ($0.key.count, $0.key) < ($1.key.count, $1.key) }.lazy.compactMap { node in
      (node.value["inputs"]?["fps"] ?? node.value["inputs"]?["frame_rate"])?.amount
    }.first { $0 >= 1 && $0 <= 240 }
  }

  /// The workflow for a request.
  /// - Parameters:
  ///   - rate: frames a second that it makes.
  ///   - pictures: the names under which pictures were uploaded.
  /// - Throws: `VideoEngineError` with code `refused`, which names the title that is missing.
  func bound(
    to request: ClipRequest, rate: Double, pictures: [Part: String], engine: String
  ) throws(VideoEngineError) -> JSONValue {
    var nodes = nodes
    var values: [(Part, [JSONValue])] = [
      (.size, [.integer(request.size.width), .integer(request.size.height)]),
      (.frames, [.integer(request.frames(at: rate))]),
    ]
    if !request.prompt.isEmpty { values.append((.prompt, [.string(request.prompt)])) }
    if let text = request.negativePrompt { values.append((.negative, [.string(text)])) }
    if let steps = request.steps { values.append((.steps, [.integer(steps)])) }
    // Where chance is the workflow's own affair, it stays so.
    if takes(.seed) { values.append((.seed, [.integer(request.seed)])) }
    for part in [Part.firstFrame, .lastFrame] {
      if let name = pictures[part] {
        values.append((part, [.string(name)]))
      } else if takes(part) {
        // The picture that the workflow was tried with is nobody's wish.
        throw VideoEngineError(
          .refused,
          "The workflow of \(engine) has a node “\(part.rawValue)”, and no such picture is given; "
            + "add one, or take a workflow without.")
      }
    }
    for (part, value) in values { try set(part, to: value, in: &nodes, engine) }
    return .object(nodes)
  }

  private func set(
    _ part: Part, to values: [JSONValue], in nodes: inout [String: JSONValue], _ engine: String
  ) throws(VideoEngineError) {
    let takers = self.nodes(for: part)
    guard !takers.isEmpty else {
      throw VideoEngineError(
        .refused,
        "The workflow of \(engine) has no node with the title “\(part.rawValue)” to take what is "
          + "asked; give a node that title in ComfyUI and export it again.")
    }
    for id in takers {
      var node = nodes[id]?.members ?? [:]
      var inputs = node["inputs"]?.members ?? [:]
      // A list stands for a wire from another node.
      let free = part.inputs.filter { inputs[$0].map { $0.elements.isEmpty } ?? false }
      guard free.count >= values.count else {
        throw VideoEngineError(
          .refused,
          "The node “\(part.rawValue)” in the workflow of \(engine) has no free input called "
            + "\(part.inputs.joined(separator: " or ")); give that title to one that has.")
      }
      for (input, value) in zip(free, values) { inputs[input] = value }
      node["inputs"] = .object(inputs)
      nodes[id] = .object(node)
    }
  }
}

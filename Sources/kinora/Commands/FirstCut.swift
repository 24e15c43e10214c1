import Director
import Foundation
import Language
import Libav
import MediaTime
import Render
import Timeline

/// Makes the first draft of an order's files and does to it what the words say.
struct FirstCut {
  let order: Order
  let fps: Int?
  /// The scene that stands for files where there are none.
  let drawing: SceneDesk?
  /// Files that say more of the first picture, and a colour table for all.
  var depth, mask, table: String?
  /// What tells the depth of the pictures whose depth isn't given.
  var depthDesk: DepthDesk?

  /// A draft ready to render, with what is to be said about it.
  struct Cut {
    let draft: Draft
    let library: ListedLibrary
    let options: OutputOptions
    let reading: ReadingReport
  }

  func cut() throws -> Cut {
    let reading = Reading(of: drawing?.board.rest ?? order.words)
    let language = drawing?.board.language ?? reading.language
    var files: [String: String] = [:]
    var items: [RoughCut.Item] = []
    for (index, path) in order.files.enumerated() {
      let id = "m\(index + 1)"
      files[id] = path
      let name = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
      items.append(
        RoughCut.Item(id: id, name: name, facts: try facts(of: path, for: reading)))
    }
    var drawings: [String: Drawing] = [:]
    for (index, picture) in (drawing?.board.drawings ?? []).enumerated() {
      let id = "m\(index + 1)"
      files[id] = drawing?.paths[index]
      drawings[id] = picture
      items.append(RoughCut.Item(id: id, name: picture.name, facts: Drawing.facts))
    }
    let rough = try roughCut(for: reading).draft(of: items).enlivened(by: drawings)
    let facts = Dictionary(items.map { ($0.id, $0.facts) }) { first, _ in first }
    let plan = Plan(reading.requests, in: language, for: rough) { facts[$0] }
    let names = Dictionary(items.map { ($0.id, $0.name) }) { first, _ in first }
    let report = ReadingReport(
      reading, plan, in: language,
      summary: plan.result.summary(language: language) { names[$0] },
      drawn: drawing?.board.remarks ?? [])
    let draft = try graded(plan.result, &files)
    try checkPictures()
    let library = ListedLibrary(
      files, depthMaps: try depthMaps(of: items), masks: mask.map { ["m1": $0] } ?? [:])
    return Cut(draft: draft, library: library, options: plan.output, reading: report)
  }

  private func checkPictures() throws {
    for path in [depth, mask].compactMap({ $0 }) { _ = try Media.probe(path: path) }
  }

  /// A map for each picture whose depth is given or told by a model.
  private func depthMaps(of items: [RoughCut.Item]) throws -> [String: String] {
    var maps = depth.map { ["m1": $0] } ?? [:]
    guard let depthDesk else { return maps }
    for (item, path) in zip(items, order.files)
    where item.facts.kind == .image && maps[item.id] == nil {
      maps[item.id] = try depthDesk.map(of: path, named: item.id)
    }
    return maps
  }

  /// The draft with the colour table over every clip.
  private func graded(_ draft: Draft, _ files: inout [String: String]) throws -> Draft {
    guard let table else { return draft }
    guard FileManager.default.fileExists(atPath: table) else {
      throw RenderError(.missingMedia, "There is no colour table \(table); check the name.")
    }
    files["lut"] = table
    var draft = draft
    for track in draft.tracks.indices where draft.tracks[track].kind == .video {
      for index in draft.tracks[track].segments.indices {
        let look = JSONValue.object(["look": "lut", "src": "lut"].mapValues(JSONValue.string))
        let style = draft.tracks[track].segments[index].style
        let others: [JSONValue] =
          if case .array(let items)? = style.unknown["look"] { items } else { [] }
        draft.tracks[track].segments[index].style.unknown["look"] = .array([look] + others)
      }
    }
    return draft
  }

  /// What a picture is of is looked at where it decides how it moves.
  private func facts(of path: String, for reading: Reading) throws -> MediaFacts {
    let probe = try Media.probe(path: path)
    let isCinematic = reading.requests.contains { if case .cinematic = $0 { true } else { false } }
    return isCinematic ? try MediaFacts(probe, lookingAt: path) : MediaFacts(probe)
  }

  /// Stills drift a little where the words leave the camera alone.
  private func roughCut(for reading: Reading) -> RoughCut {
    var cut = RoughCut()
    if let fps { cut.framesPerSecond = fps }
    if let drawing { cut.stillDuration = Drawing.duration(of: drawing.paths.count) }
    if !reading.requests.contains(where: \.isOfCamera) { cut.stillMove = RoughCut.gentleMove }
    return cut
  }
}

/// What was made of the words: nothing asked for is passed over in silence.
struct ReadingReport: Encodable {
  let event = "reading"
  let understood: [String]
  let notDone: [String]
  let notUnderstood: [String]
  let timeline: String
  let remarks: [String]
  private let language: SpokenLanguage
  /// What was understood and not refused.
  private let done: [String]

  init(
    _ reading: Reading, _ plan: Plan, in language: SpokenLanguage, summary: String,
    drawn: [String]
  ) {
    self.language = language
    understood = reading.requests.map { $0.sentence(in: language) }
    let refused = Set(plan.notDone.map(\.request))
    done = reading.requests.filter { !refused.contains($0) }
      .map { $0.sentence(in: language) }
    remarks = drawn + plan.remarks
    notDone = plan.notDone.map(\.sentence)
    notUnderstood = reading.leftovers.map(\.text)
    timeline = summary
  }

  /// For a terminal, a line each.
  var lines: [String] {
    var lines = [timeline]
    if !done.isEmpty {
      lines.append(
        language == .chinese
          ? "听懂：\(done.joined(separator: "；"))" : "Understood: \(done.joined(separator: "; "))")
    }
    lines += remarks
    var told: Set<String> = []
    lines += notDone.filter { told.insert($0).inserted }
    if !notUnderstood.isEmpty {
      let words = notUnderstood.map { "“\($0)”" }
      lines.append(
        language == .chinese
          ? "没有听懂：\(words.joined(separator: "、"))"
          : "Not understood: \(words.joined(separator: ", "))")
    }
    return lines
  }

  private enum CodingKeys: CodingKey {
    case event, understood, remarks, notDone, notUnderstood, timeline
  }
}

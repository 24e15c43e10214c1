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
  /// The words without the sounds that they ask for.
  let words: String
  /// The scene that stands for files where there are none.
  let drawing: SceneDesk?
  /// Where the sounds go that the words ask for.
  let sounds: SoundDesk
  /// Files that say more of the first picture, and a colour table for all.
  var depth, mask, table: String?
  /// What tells the depth of the pictures whose depth isn't given.
  var depthDesk: DepthDesk?

  /// A draft ready to render, with what is to be said about it.
  struct Cut {
    let draft: Draft
    let library: ListedLibrary
    /// The media's files, by their ids.
    let files: [String: String]
    let options: OutputOptions
    let reading: ReadingReport
  }

  func cut() async throws -> Cut {
    var files: [String: String] = [:]
    var probes: [String: MediaProbe] = [:]
    var media: [Medium] = []
    for (index, path) in order.files.enumerated() {
      let id = "m\(index + 1)"
      files[id] = path
      let name = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
      let probe = try Media.probe(path: path)
      probes[id] = probe
      media.append(Medium(id: id, name: name, facts: MediaFacts(probe), isNew: true))
    }
    let overlays = Overlays(words, among: media)
    let reading = Reading(of: drawing?.board.rest ?? overlays?.words ?? words)
    let language = Reading.language(of: order.words)
    let clips = media.filter { overlays?.media.contains($0.id) != true }
    let isCinematic = reading.requests.contains { if case .cinematic = $0 { true } else { false } }
    var items: [RoughCut.Item] = try clips.map { clip in
      var facts = clip.facts
      // What a picture is of is looked at where it decides how it moves.
      if isCinematic, let path = files[clip.id], let probe = probes[clip.id] {
        facts = try MediaFacts(probe, lookingAt: path)
      }
      return RoughCut.Item(id: clip.id, name: clip.name, facts: facts)
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
    let requests = reading.requests.filter { !$0.isOfSounds }
    let plan = Plan(requests, in: language, for: rough) { facts[$0] }
    let laid = overlays.map { _ in
      Overlays.laid(
        words, over: Situation(history: History(plan.result, label: "Film"), media: media))
    }
    let track = await soundtrack(over: laid?.draft ?? plan.result, items, drawings, files)
    for sound in track.sounds { files[sound.id] = try sounds.keep(sound.recipe, as: sound.id) }
    let names = Dictionary(items.map { ($0.id, $0.name) }) { first, _ in first }
    var titled = track.draft
    var notes: [String] = []
    for path in order.subtitles {
      var desk = try SubtitleDesk(path: path)
      desk.lay(over: &titled)
      notes += desk.notes
    }
    let report = ReadingReport(
      reading, plan, in: language,
      summary: titled.summary(language: language) { names[$0] },
      drawn: drawing?.board.remarks ?? [], remarks: (laid?.remarks ?? []) + track.remarks + notes,
      heard: (laid?.done ?? []) + track.done)
    let draft = try graded(titled, &files)
    try checkPictures()
    let library = ListedLibrary(
      files, depthMaps: try depthMaps(of: items, files), masks: mask.map { ["m1": $0] } ?? [:])
    return Cut(
      draft: draft, library: library, files: files, options: plan.output, reading: report)
  }

  /// The film with the sounds that the words ask for.
  private func soundtrack(
    over draft: Draft, _ items: [RoughCut.Item], _ drawings: [String: Drawing],
    _ files: [String: String]
  ) async -> Soundtrack {
    var situation = Situation(
      history: History(draft, label: "Film"),
      media: items.map { item in
        Medium(id: item.id, name: item.name, facts: item.facts, scene: drawings[item.id]?.file)
      })
    situation.drawingID = Self.soundID
    let voices = situation.voices(in: order.words)
    (situation.spoken, situation.voiceRefusal) = await sounds.speak(voices)
    for id in situation.mediaToHear(for: order.words) {
      guard let index = situation.media.firstIndex(where: { $0.id == id }), let path = files[id]
      else { continue }
      situation.media[index].beats = try? BeatFinder.beats(of: path)
    }
    return Soundtrack(order.words, in: situation)
  }

  /// The ids of sounds begin with this.
  static let soundID = "sound"

  private func checkPictures() throws {
    for path in [depth, mask].compactMap({ $0 }) { _ = try Media.probe(path: path) }
  }

  /// A map for each picture whose depth is given or told by a model.
  private func depthMaps(
    of items: [RoughCut.Item], _ files: [String: String]
  ) throws -> [String: String] {
    var maps = depth.map { ["m1": $0] } ?? [:]
    guard let depthDesk else { return maps }
    for item in items where item.facts.kind == .image && maps[item.id] == nil {
      guard let path = files[item.id] else { continue }
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
  /// What is said of the pictures that are drawn, where no engine makes them.
  let drawn: [String]
  private let language: SpokenLanguage
  /// What was understood and not refused.
  private let done: [String]

  init(
    _ reading: Reading, _ plan: Plan, in language: SpokenLanguage, summary: String,
    drawn: [String], remarks: [String], heard: [String]
  ) {
    self.language = language
    let requests = reading.requests.filter { !$0.isOfSounds }
    understood = requests.map { $0.sentence(in: language) } + heard
    let refused = Set(plan.notDone.map(\.request))
    done =
      requests.filter { !refused.contains($0) }.map { $0.sentence(in: language) } + heard
    self.drawn = drawn
    self.remarks = drawn + remarks + plan.remarks
    notDone = plan.notDone.map(\.sentence)
    notUnderstood = reading.leftovers.map(\.text)
    timeline = summary
  }

  /// For a terminal, a line each; those about drawings may be left out.
  func lines(tellingDrawn: Bool) -> [String] {
    var lines = [timeline]
    if !done.isEmpty {
      lines.append(
        language == .chinese
          ? "听懂：\(done.joined(separator: "；"))" : "Understood: \(done.joined(separator: "; "))")
    }
    lines += tellingDrawn ? remarks : Array(remarks.dropFirst(drawn.count))
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

extension Request {
  /// Whether it asks for sounds, which the soundtrack answers.
  fileprivate var isOfSounds: Bool {
    guard case .unsupported(let feature) = self else { return false }
    return ["music generation", "replacing the music", "beat sync"].contains(feature.name)
  }
}

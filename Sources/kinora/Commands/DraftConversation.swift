import Director
import Foley
import Foundation
import Language
import Libav
import MediaTime
import Music
import Render
import Scenes
import Sound
import Timeline
import VideoEngines

/// A conversation over a draft file.
struct DraftConversation {
  private(set) var conversation: Conversation
  /// The folders in which media lie.
  private let folders: [String]
  /// Where pictures and sounds go that are made.
  private let made: String

  /// Begins one over `draft`; its media, and others to bring in, lie in the folder `media`, and
  /// what is made goes to the folder `made`, or there, too.
  ///
  /// Without a folder nothing is known of the media but what the draft shows of them.
  init(_ draft: Draft, media: String?, making made: String? = nil) throws {
    let made = made ?? media ?? "."
    self.made = made
    folders = [media, made].compactMap { $0 }
    let files = try media.map(Self.files) ?? []
    let known = files.compactMap(Self.medium)
    let names = Set(known.map(\.id))
    var listed = Self.named(by: draft, among: known)
    listed += Self.guessed(of: draft).filter { guess in
      !names.contains(guess.id) && !listed.contains { $0.id == guess.id }
    }
    var situation = Situation(history: History(draft, label: "Start"), media: listed)
    situation.subtitles = files.compactMap(Self.subtitles)
    situation.tables = files.filter { $0.pathExtension.lowercased() == "cube" }.map {
      TableMedium(id: $0.lastPathComponent, name: $0.deletingPathExtension().lastPathComponent)
    }
    situation.draws = media != nil
    situation.makesSounds = media != nil
    situation.engines = ((try? EngineShelf.list.engines()) ?? []).map { engine in
      ClipEngine(name: engine.name, model: engine.model)
    }
    situation.drawingID = Self.freeID(in: media)
    conversation = Conversation(situation) { action, language in
      Self.elsewhere(action, language, made: made)
    }
  }

  /// Says something, and gives what came of it.
  mutating func say(_ words: String) async -> Answer {
    let (spoken, refusal) = await SoundDesk(folder: made).speak(
      conversation.voices(in: words))
    conversation.hear(spoken)
    if let refusal { conversation.refuseVoices(because: refusal) }
    for (id, path) in conversation.mediaToHear(for: words, in: folders) {
      conversation.learn(beats: (try? BeatFinder.beats(of: path)) ?? [], of: id)
    }
    return conversation.say(words)
  }

  // MARK: Media

  private static func files(in folder: String) throws -> [URL] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        .filter { !$0.hasPrefix(".") }
        .map { URL(filePath: folder, directoryHint: .isDirectory).appending(path: $0) }
    } catch {
      throw RenderError(
        .missingMedia, "The media folder \(folder) can't be read; name a folder that exists.",
        cause: error)
    }
  }

  private static func medium(_ file: URL) -> Medium? {
    let (name, path) = (file.lastPathComponent, file.path)
    if let scene = SceneFile(path: path) {
      return Medium(
        id: name, name: name, facts: Drawing.facts, hasAnalysis: true, scene: scene)
    }
    if let music = MusicFile(path: path) {
      return .sound(name, .music(music.recipe))
    }
    if let foley = FoleyFile(path: path) {
      return .sound(name, .effect(foley.recipe))
    }
    guard let probe = try? Media.probe(path: path) else { return nil }
    return Medium(id: name, name: name, facts: MediaFacts(probe), isNew: false, hasAnalysis: true)
  }

  /// The subtitles in a file; nil where it can't be read as such.
  private static func subtitles(_ file: URL) -> SubtitleMedium? {
    guard SubtitleDesk.endings.contains(file.pathExtension.lowercased()),
      let desk = try? SubtitleDesk(path: file.path)
    else { return nil }
    return SubtitleMedium(
      id: file.lastPathComponent, name: file.deletingPathExtension().lastPathComponent,
      captions: desk.captions)
  }

  /// The media under the ids that the draft has for them: a file's name, with or without its
  /// extension.
  private static func named(by draft: Draft, among media: [Medium]) -> [Medium] {
    let sources = Set(draft.tracks.flatMap(\.segments).compactMap(\.source))
    return media.map { medium in
      var medium = medium
      let stem = (medium.name as NSString).deletingPathExtension
      if !sources.contains(medium.id), sources.contains(stem) { medium.id = stem }
      return medium
    }
  }

  /// What a draft shows of its media: sounds lie on audio tracks; footage has a name like a
  /// film's, an in-point, a speed or a playback.
  private static func guessed(of draft: Draft) -> [Medium] {
    var found: [String: Medium] = [:]
    for track in draft.tracks where track.kind != .text {
      for segment in track.segments {
        guard let source = segment.source, found[source] == nil else { continue }
        let type = ((segment.style.name ?? source) as NSString).pathExtension.lowercased()
        let kind: MediaFacts.Kind =
          track.kind == .audio ? .audio : isFootage(segment, type) ? .video : .image
        let length = Milliseconds(
          segment.inPoint.count + Int((Double(segment.duration.count) * segment.speed).rounded()))
        found[source] = Medium(
          id: source, name: segment.style.name ?? source,
          facts: MediaFacts(
            kind: kind, duration: kind == .image ? 0 : length, width: draft.canvas.width,
            height: draft.canvas.height, hasAudio: kind != .image),
          isNew: false, hasAnalysis: true)
      }
    }
    return found.values.sorted { $0.id < $1.id }
  }

  private static func isFootage(_ segment: Segment, _ type: String) -> Bool {
    ["mp4", "mov", "mkv", "webm", "avi", "gif", "m4v"].contains(type) || segment.inPoint > 0
      || segment.speed != 1 || segment.volume != 1 || segment.style.playback != nil
  }

  // MARK: What is done elsewhere

  /// What pictures are called that are drawn into the media folder.
  private static func freeID(in folder: String?) -> String {
    let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
    let number = (1...).first { number in !names.contains { $0.hasPrefix("scene\(number)_") } }
    return "scene\(number ?? 1)"
  }

  private static func elsewhere(
    _ action: Step.Action, _ language: SpokenLanguage, made: String
  ) -> String? {
    let isChinese = language == .chinese
    switch action {
    case .export:
      return isChinese
        ? "这里只修改草稿；用 kinora render 生成影片"
        : "only the draft is edited here; `kinora render` makes the film"
    case .showCredits:
      return isChinese ? "这里不收费" : "nothing is charged here"
    case .cancelExports:
      return isChinese ? "这里没有正在导出的影片" : "no export is under way here"
    case .draw(let id, _, let scene):
      let path = (made as NSString).appendingPathComponent(id + ".scene")
      do {
        try scene.content.write(to: URL(fileURLWithPath: path))
        return nil
      } catch {
        return isChinese ? "写不进素材文件夹" : "the media folder can't be written to"
      }
    case .sound(let id, _, let recipe):
      do {
        try SoundDesk(folder: made).keep(recipe, as: id)
        return nil
      } catch {
        return isChinese ? "写不进素材文件夹" : "the media folder can't be written to"
      }
    case .clip:
      return isChinese
        ? "这里只修改草稿；用 kinora make --engine 或在 kinora chat 里生成片段"
        : "only the draft is edited here; `kinora make --engine` and `kinora chat` make clips"
    case .inspect:
      return isChinese ? "用 kinora check 检查影片" : "`kinora check` looks at a film"
    case .analyse, .edit, .go, .showState: return nil
    }
  }
}

extension Medium {
  /// A sound that lies as a recipe in the media folder.
  fileprivate static func sound(_ name: String, _ recipe: SoundRecipe) -> Medium? {
    recipe.facts.map {
      Medium(id: name, name: name, facts: $0, hasAnalysis: true, sound: recipe)
    }
  }
}

extension Conversation {
  /// The music that has to be listened to before `words` are said, with its files.
  fileprivate func mediaToHear(
    for words: String, in folders: [String]
  ) -> [(id: String, path: String)] {
    let libraries = folders.compactMap { try? FolderLibrary(path: $0) }
    return situation.mediaToHear(for: words).compactMap { id in
      libraries.lazy.compactMap { $0.path(of: id) }.first.map { (id, $0) }
    }
  }
}

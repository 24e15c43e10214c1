import Director
import Foundation
import Records
import Scenes
import Timeline
import Wire

extension TurnPerformer {
  /// Has spoken what the message wants spoken, listens to music whose beats it asks for, and reads
  /// the subtitles that it wants, so that all are known when its edits are made.
  func hear(_ turn: Turn, _ situation: inout Situation) async throws {
    let message = situation.plan ?? turn.message
    for (id, voice) in situation.voices(in: message) {
      do {
        situation.spoken[id] = try await speak(voice, as: id)
      } catch let error as ServiceError where error.isFinal {
        situation.voiceRefusal = error.message
      }
    }
    for id in situation.mediaToHear(for: message) {
      guard let index = situation.media.firstIndex(where: { $0.id == id }),
        let item = try await studio.read({ try $0.media(id) }),
        let file = try await studio.file(of: item.blob)
      else { continue }
      let workshop = studio.workshop
      situation.media[index].beats = try await studio.turnSlots.standAside {
        try await workshop.beats(path: file.path)
      }
    }
    for id in situation.subtitlesToRead(for: message) {
      guard let index = situation.subtitles.firstIndex(where: { $0.id == id }) else { continue }
      situation.subtitles[index].captions = try await captions(in: id)
    }
  }

  /// The subtitles in a file of the session; nil where there is none to read.
  private func captions(in id: String) async throws -> [Segment]? {
    guard let item = try await studio.read({ try $0.media(id) }),
      let file = try await studio.file(of: item.blob)
    else { return nil }
    let workshop = studio.workshop
    do {
      return try await studio.turnSlots.standAside { try await workshop.captions(path: file.path) }
    } catch let error as ServiceError where error.isFinal {
      return nil
    }
  }

  /// Speaks into a file that waits to be kept; what was spoken for the plan is taken as it is.
  private func speak(_ voice: VoiceOver, as id: String) async throws -> Spoken {
    let (sound, words) = waiting(id)
    if let data = FileManager.default.contents(atPath: words),
      FileManager.default.fileExists(atPath: sound),
      let spoken = try? JSONDecoder().decode(Spoken.self, from: data)
    {
      return spoken
    }
    let workshop = studio.workshop
    let spoken = try await studio.turnSlots.standAside {
      try await workshop.speak(voice, to: sound)
    }
    try JSONEncoder().encode(spoken).write(to: URL(filePath: words), options: .atomic)
    return spoken
  }

  /// Where a voice-over waits, and what is known of it.
  private func waiting(_ id: String) -> (sound: String, words: String) {
    let path = "\(studio.settings.workFolder)/\(id)"
    return (path + ".wav", path + ".json")
  }

  /// Keeps a sound as a medium of the session; one that was kept before a crash is taken as it is.
  func sound(
    _ recipe: SoundRecipe, as id: String, named name: String, _ turn: Turn
  ) async throws -> StepWork {
    if let item = try await studio.read({ try $0.media(id) }) { return .made(item) }
    let (sound, words) = waiting(id)
    defer { for path in [sound, words] { try? FileManager.default.removeItem(atPath: path) } }
    do {
      let most = studio.settings.mediaPerSession
      try await studio.read { view in
        try Studio.requireRoom(beside: try view.media(in: turn.session), most: most)
      }
      let made = try await make(recipe, id, name)
      return try await studio.intake.arriving {
        .made(try await keep(made, recipe, as: id, named: name, turn))
      }
    } catch let error as ServiceError where error.isFinal {
      return .failed(error.message)
    }
  }

  /// A sound's file, and what is told of it.
  private struct Made: Sendable {
    let type: String
    let ending: String
    let facts: MediaFacts
    let prompt: String
    let recipe: JSONValue
  }

  private func make(_ recipe: SoundRecipe, _ id: String, _ name: String) async throws -> Made {
    if let file = recipe.file(named: name), let facts = recipe.facts {
      try file.content.write(to: URL(filePath: waiting(id).sound))
      return Made(
        type: "application/vnd.kinora.\(file.ending)+json", ending: file.ending, facts: facts,
        prompt: name, recipe: try JSONValue(encoding: recipe))
    }
    guard case .voice(let voice) = recipe else {
      preconditionFailure("what is not spoken has a file and a length")
    }
    let spoken = try await speak(voice, as: id)
    return Made(
      type: "audio/wav", ending: "wav", facts: spoken.facts, prompt: voice.text,
      recipe: try JSONValue(encoding: SpokenRecipe(voice: voice, spoken: spoken)))
  }

  private func keep(
    _ made: Made, _ recipe: SoundRecipe, as id: String, named name: String, _ turn: Turn
  ) async throws -> MediaItem {
    let blob: Blob
    do { blob = try await studio.blobs.adopt(path: waiting(id).sound) } catch {
      throw Studio.service(error)
    }
    return try await insert(
      MediaItem(
        id: id, session: turn.session, account: turn.account, origin: .generated,
        filename: "\(name).\(made.ending)", blob: blob.key, size: blob.size,
        contentType: made.type, facts: made.facts,
        generation: MediaItem.Generation(
          prompt: made.prompt, generator: "kinora", seed: Int(clamping: recipe.seed),
          recipe: made.recipe),
        createdAt: studio.now()))
  }
}

/// What is kept of a voice-over: what was to be said, and what it became.
struct SpokenRecipe: Hashable, Sendable, Codable {
  /// What was to be said.
  var voice: VoiceOver
  /// What it became.
  var spoken: Spoken
}

extension Medium {
  /// Takes from a stored recipe what the medium is made from.
  mutating func take(_ recipe: JSONValue?) {
    guard let recipe else { return }
    let content = Data(recipe.text().utf8)
    if let scene = SceneFile(content: content) {
      self.scene = scene
    } else if let sound = try? JSONDecoder().decode(SoundRecipe.self, from: content) {
      self.sound = sound
    } else if let voice = try? JSONDecoder().decode(SpokenRecipe.self, from: content) {
      sound = .voice(voice.voice)
      spoken = voice.spoken
    }
  }
}

import Director
import Foundation
import Render

/// Sounds that are made for a film, with their files where the renderer finds them.
struct SoundDesk {
  /// Where the files go, each named after its medium's id.
  let folder: String

  /// Keeps what a sound is made from; a voice-over was kept when it was spoken.
  /// - Returns: Its file.
  @discardableResult
  func keep(_ recipe: SoundRecipe, as id: String) throws -> String {
    guard let file = recipe.file(named: id) else { return path(id + ".wav") }
    return try write(file.content, "\(id).\(file.ending)")
  }

  /// What the voice-overs of a message become; nothing where no engine can speak them, and why.
  func speak(
    _ voices: [(id: String, voice: VoiceOver)]
  ) async -> (spoken: [String: Spoken], refusal: String?) {
    var spoken: [String: Spoken] = [:]
    for (id, voice) in voices {
      do {
        try makeFolder()
        spoken[id] = try await VoiceDesk.speak(voice, to: path(id + ".wav"))
      } catch {
        return (spoken, "\(error)")
      }
    }
    return (spoken, nil)
  }

  private func path(_ name: String) -> String {
    (folder as NSString).appendingPathComponent(name)
  }

  private func makeFolder() throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw RenderError(
        .unwritable, "Sounds can't be kept in \(folder); free some space.", cause: error)
    }
  }

  private func write(_ content: Data, _ name: String) throws -> String {
    try makeFolder()
    let path = path(name)
    do {
      try content.write(to: URL(filePath: path))
    } catch {
      throw RenderError(
        .unwritable, "Sounds can't be kept in \(folder); free some space.", cause: error)
    }
    return path
  }
}

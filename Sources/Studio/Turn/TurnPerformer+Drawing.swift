import Director
import Foundation
import Records
import Scenes
import Timeline
import Wire

extension TurnPerformer {
  /// The type of a scene's file.
  private static let sceneType = "application/vnd.kinora.scene+json"

  /// Draws a scene and keeps it, with a picture of it, as a medium of the session; one that was
  /// kept before a crash is taken as it is.
  func draw(
    _ scene: SceneFile, as id: String, named name: String, _ turn: Turn
  ) async throws -> StepWork {
    if let item = try await studio.read({ try $0.media(id) }) { return .made(item) }
    let path = "\(studio.settings.workFolder)/\(UUID().uuidString.lowercased())"
    let (picture, file) = (path + ".png", path + ".json")
    defer { for path in [picture, file] { try? FileManager.default.removeItem(atPath: path) } }
    do {
      let most = studio.settings.mediaPerSession
      try await studio.read { view in
        try Studio.requireRoom(beside: try view.media(in: turn.session), most: most)
      }
      let workshop = studio.workshop
      try await studio.turnSlots.standAside { try await workshop.draw(scene, to: picture) }
      try scene.content.write(to: URL(filePath: file))
    } catch let error as ServiceError where error.isFinal {
      return .failed(error.message)
    }
    return try await studio.intake.arriving {
      .made(try await keep(scene, file, picture, as: id, named: name, turn))
    }
  }

  private func keep(
    _ scene: SceneFile, _ file: String, _ picture: String, as id: String, named name: String,
    _ turn: Turn
  ) async throws -> MediaItem {
    let (blob, poster): (Blob, Blob)
    do {
      (blob, poster) = (
        try await studio.blobs.adopt(path: file), try await studio.blobs.adopt(path: picture)
      )
    } catch { throw Studio.service(error) }
    let item = MediaItem(
      id: id, session: turn.session, account: turn.account, origin: .generated,
      filename: name + ".scene", blob: blob.key, size: blob.size, contentType: Self.sceneType,
      facts: Drawing.facts, poster: poster.key,
      generation: MediaItem.Generation(
        prompt: scene.prompt, generator: "kinora", seed: Int(clamping: scene.seed),
        recipe: try? JSONDecoder().decode(JSONValue.self, from: scene.content)),
      createdAt: studio.now())
    return try await insert(item)
  }

  /// Adds what was made to the session's media; what was added before a crash stays as it is.
  func insert(_ item: MediaItem) async throws -> MediaItem {
    let (queue, lease) = (studio.queue, lease)
    return try await studio.write { transaction in
      try queue.confirm(lease, in: transaction)
      if let kept = try transaction.media(item.id) { return kept }
      try transaction.insert(item)
      return item
    }
  }
}

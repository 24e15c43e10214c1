import Timeline

extension RouteDocument.Link {
  /// The operations that can follow once there is a session.
  /// - Parameter id: a runtime expression for the session's id.
  static func session(_ id: String) -> [Self] {
    let contract = ["latestState", "followSession", "uploadFiles"].map {
      Self(operation: $0, parameters: ["session": id])
    }
    let kit = ["kitSession", "changeKitSession", "removeKitSession", "artifacts", "addArtifact"].map
    {
      Self(operation: $0, parameters: ["app": "nemo_agent", "user": "me", "session": id])
    }
    let messages = ["sendMessage", "runMessage"].map {
      Self(operation: $0, body: .object(["session_id": .string(id)]))
    }
    let film = Self(operation: "orderFilm", body: .object(["sessionId": .string(id)]))
    return contract + kit + messages + [film]
  }
}

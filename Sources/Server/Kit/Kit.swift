import Timeline

/// What the Agent Development Kit's routes say about the agent.
enum Kit {
  /// The one application.
  static let app = "nemo_agent"

  /// How it is listed.
  static let listing: JSONValue = .object([
    "name": .string(app), "rootAgentName": .string(app),
    "description": .string("Turns pictures, footage and sentences into short films."),
    "language": .string("yaml"), "isComputerUse": .bool(false),
  ])
}

public import Language
public import Scenes
public import Timeline

/// One thing to do, at most once, and the tool call that tells clients of it.
public struct Step: Hashable, Sendable, Codable {
  /// The call as the stream shows it.
  public var call: ToolCall
  /// What is done.
  public var action: Action
  /// What the closing says where the step went well, without a full stop: "Undid “portrait”".
  /// Empty where the changes speak for themselves.
  public var summary: String

  /// A step.
  public init(_ action: Action, call: ToolCall, summary: String = "") {
    self.action = action
    self.call = call
    self.summary = summary
  }

  /// What a step does.
  public enum Action: Hashable, Sendable, Codable {
    /// Draw a scene, which becomes the medium of that id and name.
    case draw(media: String, name: String, scene: SceneFile)
    /// Compose, synthesise or speak a sound, which becomes the medium of that id and name.
    case sound(media: String, name: String, recipe: SoundRecipe)
    /// Have a model elsewhere make a clip, which becomes the medium of that id and name; of those
    /// who offered it, the first that can. `others` were not asked, and could be.
    case clip(
      media: String, name: String, order: ClipOrder, offers: [ClipOffer], others: [String])
    /// Measure a medium.
    case analyse(media: String)
    /// Change the draft; the label says what is done, for people. See
    /// ``Script/perform(_:on:)``.
    case edit(edit: Edit, label: String)
    /// Make another version the current one: undo, redo, going back. See
    /// ``Script/perform(_:on:)``.
    case go(version: Int)
    /// Look through the film for what a viewer would stumble over.
    case inspect
    /// Render the draft as the steps before leave it; in another shape, where one is named.
    case export(quality: Quality, aspect: Aspect?)
    /// Cancel the session's exports that have not ended.
    case cancelExports
    /// Show the state.
    case showState
    /// Show the credits.
    case showCredits
  }
}

/// A tool call as the stream shows it.
public struct ToolCall: Hashable, Sendable, Codable {
  /// `draw_scene`, `compose_music`, `make_sound_effect`, `speak`, `generate_clip`,
  /// `edit_timeline`, `analyze_media`, `check_film`, `undo`, `redo`, `go_to_version`,
  /// `export_video`, `cancel_export`, `get_state` or `get_credits`.
  public var name: String
  /// Small and readable: `{"edits":["push in"]}`.
  public var arguments: [String: JSONValue]

  /// A call of `name`.
  public init(_ name: String, _ arguments: [String: JSONValue] = [:]) {
    self.name = name
    self.arguments = arguments
  }
}

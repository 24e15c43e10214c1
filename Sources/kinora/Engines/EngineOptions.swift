import ArgumentParser
import VideoEngines

/// Who makes a film's clips, and how.
struct EngineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who makes clips of the pictures or the words: an engine's name, or auto for the first that "
        + "answers; the built-in engine where nothing is said.", valueName: "name"))
  var engine: String?

  @Option(help: "What the engine is told; the words of the command where nothing is said.")
  var prompt: String?

  @Option(help: "What the engine is told not to show.")
  var negativePrompt: String?

  @Option(help: "How often the engine refines its picture.")
  var steps: Int?

  @Option(help: "How closely the engine keeps to the prompt.")
  var guidance: Double?

  @Flag(
    help: ArgumentHelp(
      "Ask anew for a clip of which the engine can't tell whether it was begun; that may cost "
        + "twice."))
  var again = false

  /// Whether nobody else makes them.
  var isBuiltIn: Bool { engine == nil || engine == "built-in" }

  func validate() throws {
    guard isBuiltIn else { return }
    guard prompt == nil, negativePrompt == nil, steps == nil, guidance == nil, !again
    else {
      throw ValidationError(
        "--prompt, --negative-prompt, --steps, --guidance and --again are for an --engine; name "
          + "one.")
    }
  }
}

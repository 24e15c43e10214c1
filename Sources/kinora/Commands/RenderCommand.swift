public import ArgumentParser
import Foundation
public import Render
import Timeline

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Render a draft with the media it names.")

  @Argument(help: "The draft, a JSON file.", completion: .file(extensions: ["json"]))
  var draft: String

  @Option(help: "The folder with the media, found by id as file names.")
  var media: String

  @Option(
    name: .shortAndLong,
    help: "Where the film goes; to NAME.y4m its bare frames, for another encoder.")
  var output: String

  @OptionGroup var writing: WordsOptions

  @OptionGroup var film: FilmOptions

  func run() throws {
    let console = Console(json: film.json)
    do {
      let draft = try writing.apply(to: DraftFile.read(draft))
      let library = try FolderLibrary(path: media)
      try FilmJob(
        draft: draft, library: library, output: output, console: console,
        measures: film.receipt, inputs: [self.draft]
      ).run(settings: film.settings)
    } catch {
      throw console.failure(error)
    }
  }
}

/// Options that every command which makes a film has.
struct FilmOptions: ParsableArguments {
  @Option(help: "Size of the film, such as 1280x720: even sides of 16 to 7680 pixels.")
  var size: FilmSize?

  @Option(help: "How much work goes into the picture: proxy, draft, standard or high.")
  var quality: RenderSettings.Quality?

  @Option(help: "Where chance comes in, the same seed gives the same film.")
  var seed: UInt64?

  @Option(help: "Workers; all cores where nothing is said.")
  var threads: Int?

  @Option(help: "A General MIDI sound font that composed music is played with, by FluidSynth.")
  var soundFont: String?

  @Option(
    help: "A folder where pieces of films are kept, so that the next makes only what changed.",
    completion: .directory)
  var cache: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Measure the film when it is done and say how it compares with what was asked.")
  var receipt = true

  @Flag(help: "Print one JSON object a line.")
  var json = false

  func validate() throws {
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 256.")
    }
  }

  var settings: RenderSettings {
    var settings = RenderSettings(
      size: size?.pixels, quality: quality ?? .high, threads: threads, seed: seed ?? 1)
    settings.soundFont = soundFont
    settings.cache = cache.map { ChunkCache(folder: $0) }
    return settings
  }
}

extension RenderSettings.Quality: ExpressibleByArgument {}

enum DraftFile {
  /// The draft in the file at `path`.
  static func read(_ path: String) throws -> Draft {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw RenderError(
        .missingMedia, "There is no draft at \(path) that can be read; check the name.")
    }
    return try Draft.decode(data)
  }
}

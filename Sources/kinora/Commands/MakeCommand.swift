import ArgumentParser
import Foundation
import Language
import Libav
import MediaTime
import Pixels
import Render
import Timeline

struct MakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Make a film of files and a sentence.",
    usage: "kinora make [FILE ...] \"WORDS\" [options]",
    discussion: """
      Pictures and footage follow one another with dissolves, a sound file becomes the music, \
      and the words say the rest, in English or Chinese:

        kinora make photo.jpg "animate this image into a 3-second cinematic video clip"
        kinora make a.jpg b.mp4 song.mp3 "15 seconds, for TikTok, title “Summer”, music at 40 %"
        kinora make 照片.jpg "竖屏，缓慢推近，5秒，标题「夏天」"
      """)

  @Argument(help: "Pictures, footage and sounds, then what to make of them.")
  var inputs: [String] = []

  @Option(
    name: .shortAndLong,
    help: "Where the film goes; to NAME.y4m its bare frames, for another encoder.")
  var output: String?

  @Option(help: "Frames a second, 1 to 120.")
  var fps: Int?

  @OptionGroup var film: FilmOptions

  func validate() throws {
    guard !inputs.isEmpty else {
      throw ValidationError("Name a picture, a clip or a sound, and say what to make of it.")
    }
    if let fps, !(1...120).contains(fps) {
      throw ValidationError("--fps takes a number from 1 to 120.")
    }
  }

  func run() throws {
    let console = Console(json: film.json)
    do {
      let order = try Order(inputs)
      let cut = try FirstCut(order: order, fps: fps).cut()
      for line in cut.reading.lines { console.note(line) }
      console.object(cut.reading)
      var settings = film.settings
      settings.quality = film.quality ?? cut.options.quality.map { .init($0) } ?? .high
      settings.seed = film.seed ?? cut.options.seed.map { UInt64($0.magnitude) } ?? 1
      try FilmJob(
        draft: cut.draft, library: cut.library, output: output ?? order.defaultOutput,
        console: console, inputs: order.files
      ).run(settings: settings)
    } catch {
      throw console.failure(error)
    }
  }
}

extension RenderSettings.Quality {
  fileprivate init(_ quality: Language.Quality) {
    switch quality {
    case .draft: self = .draft
    case .standard: self = .standard
    case .high: self = .high
    }
  }
}

/// The files and the words of a command line.
struct Order {
  let files: [String]
  let words: String

  /// The last argument is the words, unless it is a file too.
  init(_ inputs: [String]) throws {
    let isFile = inputs.map { FileManager.default.fileExists(atPath: $0) }
    let wordsAreLast = isFile.last == false && !Self.looksLikeAFile(inputs[inputs.count - 1])
    files = wordsAreLast ? Array(inputs.dropLast()) : inputs
    words = wordsAreLast ? inputs[inputs.count - 1] : ""
    if let missing = zip(files, isFile).first(where: { !$0.1 })?.0 {
      let isName = missing.contains("/") || Self.looksLikeAFile(missing)
      let advice = isName ? "check the name" : "check the name, or put the words in quotes"
      throw RenderError(.missingMedia, "There is no file \(missing); \(advice).")
    }
    guard !files.isEmpty else {
      throw RenderError(
        .missingMedia,
        "Pictures can't be drawn from words alone yet; name a picture, a clip or a sound first.")
    }
  }

  /// The first file's name with `.mp4`, in the folder the command is run in, and never over an
  /// input.
  var defaultOutput: String {
    let stem = ((files[0] as NSString).lastPathComponent as NSString).deletingPathExtension
    let taken = Set(files.map { URL(fileURLWithPath: $0).standardizedFileURL.path })
    let plain = "\(stem).mp4"
    return taken.contains(URL(fileURLWithPath: plain).standardizedFileURL.path)
      ? "\(stem)-film.mp4" : plain
  }

  private static func looksLikeAFile(_ argument: String) -> Bool {
    let known: Set = [
      "mp4", "mov", "avi", "webm", "mkv", "jpg", "jpeg", "png", "gif", "webp", "mp3", "wav",
      "m4a", "aac", "m4v", "bmp", "flac", "ogg", "opus",
    ]
    return !argument.contains(" ")
      && known.contains((argument as NSString).pathExtension.lowercased())
  }
}

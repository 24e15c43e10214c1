import ArgumentParser
import Director
import Foundation
import Language
import Libav
import MediaTime
import Pixels
import Render
import Scenes
import Timeline

struct MakeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Make a film of files and a sentence.",
    usage: "kinora make [FILE ...] \"WORDS\" [options]",
    discussion: """
      Pictures and footage follow one another with dissolves, a sound file becomes the music, \
      SRT, VTT and ASS files become subtitles, and the words say the rest, in English or \
      Chinese. Words alone are drawn as a scene:

        kinora make photo.jpg "animate this image into a 3-second cinematic video clip"
        kinora make a.jpg b.mp4 song.mp3 "15 seconds, for TikTok, title “Summer”, music at 40 %"
        kinora make 照片.jpg "竖屏，缓慢推近，5秒，标题「夏天」"
        kinora make photo.jpg "calm music, voice-over “The light comes.” with captions"
        kinora make "a lighthouse on a cliff at dusk, waves, slow push in, 5 seconds"
      """)

  @Argument(help: "Pictures, footage and sounds, then what to make of them.")
  var inputs: [String] = []

  @Option(
    name: .shortAndLong,
    help: "Where the film goes; to NAME.y4m its bare frames, for another encoder.")
  var output: String?

  @Option(help: "Frames a second, 1 to 120.")
  var fps: Int?

  @Option(help: "A picture of how near the places of the first picture are, white nearest.")
  var depth: String?

  @OptionGroup var depthModel: DepthOptions

  @Option(help: "A picture that is white on the subject of the first picture.")
  var mask: String?

  @Option(help: "A colour table (.cube) laid over every clip.")
  var lut: String?

  @Flag(help: "Write the picture that the words are drawn as, a PNG, and no film.")
  var still = false

  @OptionGroup var engines: EngineOptions

  @OptionGroup var writing: WordsOptions

  @OptionGroup var film: FilmOptions

  func validate() throws {
    guard !inputs.isEmpty else {
      throw ValidationError("Name a picture, a clip or a sound, and say what to make of it.")
    }
    if let fps, !(1...120).contains(fps) {
      throw ValidationError("--fps takes a number from 1 to 120.")
    }
  }

  func run() async throws {
    let console = Console(json: film.json)
    do {
      let order = try Order(inputs)
      var situation = Situation()
      situation.drawingID = FirstCut.soundID
      let words = situation.withoutSounds(order.words)
      let drawing = order.files.isEmpty ? try SceneDesk(words, seed: film.seed) : nil
      defer { drawing?.discard() }
      if still { return try writeStill(drawing, order, console) }
      let depthDesk = try desk(order)
      defer { depthDesk?.discard() }
      if let depthDesk { console.note(depthDesk.line) }
      let sounds = SoundDesk(
        folder: NSTemporaryDirectory() + "kinora-\(UUID().uuidString).sounds")
      defer { try? FileManager.default.removeItem(atPath: sounds.folder) }
      var first = FirstCut(
        order: order, fps: fps, words: words, drawing: drawing, sounds: sounds)
      first.depthDesk = depthDesk
      (first.depth, first.mask, first.table) = (depth, mask, lut)
      let cut = try await first.cut()
      let isDrawn = engines.isBuiltIn
      for line in cut.reading.lines(tellingDrawn: isDrawn) { console.note(line) }
      console.object(cut.reading)
      var settings = film.settings
      settings.quality = film.quality ?? cut.options.quality.map { .init($0) } ?? .high
      settings.seed = film.seed ?? cut.options.seed.map { UInt64($0.magnitude) } ?? 1
      let made = try await EngineDesk(
        options: engines, console: console, words: order.words,
        size: film.size?.pixels, seed: Int(clamping: settings.seed)
      ).animate(cut.draft, cut.library, files: cut.files)
      if !isDrawn, made.engine == nil { cut.reading.drawn.forEach(console.note) }
      try FilmJob(
        draft: try writing.apply(to: made.draft), library: made.library,
        output: output ?? order.defaultOutput,
        console: console, language: Reading.language(of: order.words), measures: film.receipt,
        inputs: order.files
      ).run(settings: settings)
    } catch {
      throw console.failure(error)
    }
  }
}

extension MakeCommand {
  private func desk(_ order: Order) throws -> DepthDesk? {
    guard depthModel.model == nil || !order.files.isEmpty else {
      throw RenderError(
        .invalidDraft, "A drawn scene has its depth already; leave --depth-model out.")
    }
    return try depthModel.desk()
  }

  private func writeStill(_ drawing: SceneDesk?, _ order: Order, _ console: Console) throws {
    guard let drawing else {
      throw RenderError(
        .invalidDraft, "--still writes a picture drawn from words; leave the files out.")
    }
    let name = output ?? (order.defaultOutput as NSString).deletingPathExtension + ".png"
    let size = film.size?.pixels ?? PixelSize(width: 1920, height: 1080)
    for line in drawing.board.remarks { console.note(line) }
    for (index, picture) in drawing.board.drawings.enumerated() {
      let stem = (name as NSString).deletingPathExtension
      let path = index == 0 ? name : "\(stem)-\(index + 1).png"
      try PNG.write(picture.file.picture(size: size), to: path)
      console.result("\(path): \(size)")
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
  /// Files with subtitles.
  let subtitles: [String]

  /// The last argument is the words, unless it is a file too.
  init(_ inputs: [String]) throws {
    let isFile = inputs.map { FileManager.default.fileExists(atPath: $0) }
    let wordsAreLast = isFile.last == false && !Self.looksLikeAFile(inputs[inputs.count - 1])
    let named = wordsAreLast ? Array(inputs.dropLast()) : inputs
    subtitles = named.filter(Self.hasSubtitles)
    files = named.filter { !Self.hasSubtitles($0) }
    words = wordsAreLast ? inputs[inputs.count - 1] : ""
    if let missing = zip(named, isFile).first(where: { !$0.1 })?.0 {
      let isName = missing.contains("/") || Self.looksLikeAFile(missing)
      let advice = isName ? "check the name" : "check the name, or put the words in quotes"
      throw RenderError(.missingMedia, "There is no file \(missing); \(advice).")
    }
    guard !files.isEmpty || !words.isEmpty else {
      throw RenderError(
        .missingMedia, "Name a picture, a clip or a sound, or say what is to be drawn.")
    }
  }

  /// The first file's name with `.mp4`, in the folder the command is run in, and never over an
  /// input.
  var defaultOutput: String {
    guard !files.isEmpty else { return "scene.mp4" }
    let stem = ((files[0] as NSString).lastPathComponent as NSString).deletingPathExtension
    let taken = Set(files.map { URL(fileURLWithPath: $0).standardizedFileURL.path })
    let plain = "\(stem).mp4"
    return taken.contains(URL(fileURLWithPath: plain).standardizedFileURL.path)
      ? "\(stem)-film.mp4" : plain
  }

  private static func hasSubtitles(_ file: String) -> Bool {
    SubtitleDesk.endings.contains((file as NSString).pathExtension.lowercased())
  }

  private static func looksLikeAFile(_ argument: String) -> Bool {
    let known: Set = [
      "mp4", "mov", "avi", "webm", "mkv", "jpg", "jpeg", "png", "gif", "webp", "mp3", "wav",
      "m4a", "aac", "m4v", "bmp", "flac", "ogg", "opus", "srt", "vtt", "ass", "ssa",
    ]
    return !argument.contains(" ")
      && known.contains((argument as NSString).pathExtension.lowercased())
  }
}

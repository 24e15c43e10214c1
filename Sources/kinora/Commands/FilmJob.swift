import Director
import Foundation
import MediaTime
import Pixels
import Render
import Timeline

/// A draft on its way to a file, with progress and an answer.
struct FilmJob {
  let draft: Draft
  let library: any MediaLibrary
  let output: String
  let console: Console
  /// The language of what is said about the film.
  var language = SpokenLanguage.english
  /// Whether the film is measured when it is done.
  var measures = true
  /// Files that must not be written over.
  var inputs: [String] = []

  func run(settings: RenderSettings) throws {
    try checkOutput()
    let media = draft.tracks.flatMap(\.segments).compactMap(\.source).compactMap(library.path)
    guard !(inputs + media).contains(where: { Self.isSameFile($0, output) }) else {
      throw RenderError(
        .unwritable, "\(output) is one of the inputs; name another place with -o.")
    }
    let renderer = try FilmRenderer(draft: draft, library: library, settings: settings)
    for note in renderer.notes { console.note("Note: \(note)" + (note.hasSuffix(".") ? "" : ".")) }
    let reporter = ProgressReporter(console)
    let interruption = Interruption { renderer.cancel() }
    defer { withExtendedLifetime(interruption) {} }
    let summary: FilmSummary
    do {
      summary =
        isFrames
        ? try renderer.writeFrames(to: output) { reporter.show($0) }
        : try renderer.render(to: output) { reporter.show($0) }
      reporter.finish()
    } catch {
      reporter.finish()
      throw error
    }
    report(summary, notes: renderer.notes)
  }

  /// A film takes the place of a file, never of a folder or a device, and is named as what it is.
  private func checkOutput() throws {
    guard !output.isEmpty, output != "-" else {
      throw RenderError(.unwritable, "-o names no file; give the film a name, such as film.mp4.")
    }
    let place = URL(fileURLWithPath: output)
    if let type = try? FileManager.default.attributesOfItem(
      atPath: place.resolvingSymlinksInPath().path)[.type] as? FileAttributeType,
      type != .typeRegular
    {
      throw RenderError(
        .unwritable,
        type == .typeDirectory
          ? "\(output) is a folder; name a file in it, such as \(Self.film(in: output))."
          : "\(output) is a device or pipe; name a file with -o.")
    }
    let ending = place.pathExtension.lowercased()
    if Self.otherFormats.contains(ending) {
      let name = place.deletingPathExtension().lastPathComponent
      throw RenderError(
        .unwritable, "Films are written as MP4, not \(ending.uppercased()); name it \(name).mp4.")
    }
  }

  /// Frames for another encoder rather than a film.
  private var isFrames: Bool {
    URL(fileURLWithPath: output).pathExtension.lowercased() == "y4m"
  }

  private static func film(in folder: String) -> String {
    folder.hasSuffix("/") ? folder + "film.mp4" : folder + "/film.mp4"
  }

  /// What would be opened as something it is not.
  private static let otherFormats: Set = [
    "avi", "gif", "jpeg", "jpg", "m4a", "mkv", "mp3", "mpeg", "mpg", "ogv", "png", "wav", "webm",
    "webp", "wmv",
  ]

  private func report(_ summary: FilmSummary, notes: [String]) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: output)
    let bytes = (attributes?[.size] as? NSNumber)?.intValue ?? 0
    let receipt = measures && !isFrames ? FilmRenderer.receipt(of: output) : nil
    console.object(
      Done(
        film: output, width: summary.size.width, height: summary.size.height,
        fps: summary.frameRate.framesPerSecond, frames: summary.frameCount,
        duration: summary.duration.seconds, bytes: bytes,
        seconds: (summary.seconds * 100).rounded() / 100, notes: notes, receipt: receipt))
    console.result(
      "\(output): \(Self.plain(summary.duration.seconds)) s, \(summary.size), "
        + "\(Self.plain(summary.frameRate.framesPerSecond)) fps, "
        + String(format: "made in %.1f s, ", summary.seconds) + Self.size(bytes))
    if let line = receipt?.sentence(in: language) { console.result(line) }
  }

  private static func isSameFile(_ first: String, _ second: String) -> Bool {
    func resolved(_ path: String) -> String {
      URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }
    return resolved(first) == resolved(second)
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1_000_000
      ? "\((bytes + 999) / 1000) kB" : String(format: "%.1f MB", Double(bytes) / 1e6)
  }

  private static func plain(_ value: Double) -> String {
    String(format: "%.6g", value)
  }

  private struct Done: Encodable {
    let event = "done"
    let film: String
    let width: Int
    let height: Int
    let fps: Double
    let frames: Int
    let duration: Double
    let bytes: Int
    let seconds: Double
    let notes: [String]
    let receipt: FilmReceipt?
  }
}

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
  /// Files that must not be written over.
  var inputs: [String] = []

  func run(settings: RenderSettings) throws {
    guard !inputs.contains(where: { Self.isSameFile($0, output) }) else {
      throw RenderError(
        .unwritable, "\(output) is one of the inputs; name another place with -o.")
    }
    let renderer = try FilmRenderer(draft: draft, library: library, settings: settings)
    for note in renderer.notes { console.note("Note: \(note).") }
    let reporter = ProgressReporter(console)
    let interruption = Interruption { renderer.cancel() }
    defer { withExtendedLifetime(interruption) {} }
    let summary: FilmSummary
    do {
      summary = try renderer.render(to: output) { reporter.show($0) }
      reporter.finish()
    } catch {
      reporter.finish()
      throw error
    }
    report(summary, notes: renderer.notes)
  }

  private func report(_ summary: FilmSummary, notes: [String]) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: output)
    let bytes = (attributes?[.size] as? NSNumber)?.intValue ?? 0
    console.object(
      Done(
        film: output, width: summary.size.width, height: summary.size.height,
        fps: summary.frameRate.framesPerSecond, frames: summary.frameCount,
        duration: summary.duration.seconds, bytes: bytes,
        seconds: (summary.seconds * 100).rounded() / 100, notes: notes))
    console.result(
      "\(output): \(Self.plain(summary.duration.seconds)) s, \(summary.size), "
        + "\(Self.plain(summary.frameRate.framesPerSecond)) fps, "
        + String(format: "made in %.1f s, ", summary.seconds) + Self.size(bytes))
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
  }
}

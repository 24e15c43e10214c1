import Foundation
import Studio
import Timeline
import Wire

/// A workshop without media: a file's first word says what it is.
struct PretendWorkshop: MediaWorkshop {
  func probe(path: String) async throws -> ProbedMedia {
    let data = try Data(contentsOf: URL(filePath: path)).prefix(64)
    let text = String(decoding: data, as: UTF8.self)
    switch text.split(separator: " ").first {
    case "image":
      return ProbedMedia(
        facts: MediaFacts(kind: .image, width: 1920, height: 1080), contentType: "image/jpeg")
    default:
      throw ServiceError(.unsupportedFile, "This is no picture, video or sound.")
    }
  }

  func analyse(
    path: String, facts: MediaFacts, progress: @escaping @Sendable (Double) -> Void
  ) async throws -> MediaAnalysis {
    MediaAnalysis(palette: ["#112233"])
  }

  func render(
    _ order: FilmOrder, progress: @escaping @Sendable (Double) -> Void
  ) async throws -> RenderedFilm {
    try Data("a film".utf8).write(to: URL(filePath: order.outputPath))
    return RenderedFilm(duration: 1000)
  }
}

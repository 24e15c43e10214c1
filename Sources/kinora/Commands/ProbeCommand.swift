import ArgumentParser
import Foundation
import Libav
import MediaTime
import Pixels

struct ProbeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe", abstract: "Say what a media file is, by its content.")

  @Argument(help: "A picture, a film or a sound.", completion: .file())
  var file: String

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let console = Console(json: json)
    do {
      let probe = try Media.probe(path: file)
      console.object(probe)
      for (name, value) in Self.rows(of: probe) {
        console.result("\(name.padding(toLength: 10, withPad: " ", startingAt: 0))\(value)")
      }
    } catch {
      throw console.failure(error)
    }
  }

  private static func rows(of probe: MediaProbe) -> [(String, String)] {
    var rows = [("kind", "\(probe.kind.rawValue) (\(probe.container))")]
    if probe.kind != .image {
      rows.append(("duration", String(format: "%.3f s", probe.duration.seconds)))
    }
    if let video = probe.video { rows += self.rows(of: video, kind: probe.kind) }
    if let audio = probe.audio {
      rows.append(
        ("sound", "\(audio.codec), \(audio.sampleRate) Hz, \(audio.channels) channels"))
    }
    if let isFaststart = probe.isFaststart {
      rows.append(("faststart", isFaststart ? "yes" : "no: it plays once it is loaded whole"))
    }
    rows.append(("size", String(format: "%.2f MB", Double(probe.bytes) / 1e6)))
    return rows
  }

  private static func rows(
    of video: MediaProbe.Video, kind: MediaProbe.Kind
  ) -> [(String, String)] {
    var picture = "\(video.size), \(video.codec)"
    if let profile = video.profile { picture += " \(profile)" }
    picture += ", \(video.pixelFormat)"
    if video.rotation != 0 { picture += ", turned by \(video.rotation)°" }
    if video.hasAlpha { picture += ", with alpha" }
    var rows = [("picture", picture)]
    if kind == .video {
      let rate = String(format: "%.6g", video.frameRate.framesPerSecond)
      let steadiness = video.isVariableFrameRate ? ", uneven" : ""
      rows.append(("rate", "\(rate) frames a second\(steadiness)"))
    }
    let tags = [video.color.primaries, video.color.transfer, video.color.matrix]
    if tags.contains(where: { $0 != nil }) {
      rows.append(("colour", tags.map { $0 ?? "unsaid" }.joined(separator: ", ")))
    }
    return rows
  }
}

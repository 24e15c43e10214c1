import Foundation
import Render
import struct Studio.CaptionFile
import Subtitles
import Timeline
import struct Workshop.Captions

/// Subtitles that come from a file, and captions that go to one.
struct SubtitleDesk {
  /// What a film's words are read from, by the file's ending.
  static let endings: Set = ["srt", "vtt", "ass", "ssa"]

  /// What is to be said of the file, a sentence each.
  private(set) var notes: [String] = []
  /// What it holds, with the file's times.
  var captions: [Segment] { read.segments }
  private let read: Captions

  /// Reads the file at `path`.
  init(path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw RenderError(
        .missingMedia, "There are no subtitles at \(path) that can be read; check the name.")
    }
    let file = try SubtitleFile(reading: Array(data))
    read = Captions(file)
    let name = (path as NSString).lastPathComponent
    notes = file.notes.map { "\(name): \($0.message)" }
  }

  /// Lays the subtitles over a film; those behind its end are left out, and that is said.
  mutating func lay(over draft: inout Draft) {
    let laid = draft.captionTracks(of: captions, name: "Captions")
    draft.tracks += laid.tracks
    if laid.late > 0 {
      notes.append(
        laid.late == 1
          ? "A subtitle begins after the film has ended and was left out"
          : "\(laid.late) subtitles begin after the film has ended and were left out")
    }
  }

  /// Writes the captions and subtitles of a film, as SRT or, where the file's name ends so, VTT.
  static func write(_ draft: Draft, to path: String) throws {
    let ending = (path as NSString).pathExtension.lowercased()
    guard let format = CaptionFormat(rawValue: ending) else {
      throw RenderError(
        .unwritable, "Subtitles are written as SRT or VTT; name the file with .srt or .vtt.")
    }
    let text = CaptionFile(draft, as: format).text
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw RenderError(
        .unwritable, "The subtitles can't be written to \(path); name another place.",
        cause: error)
    }
  }
}

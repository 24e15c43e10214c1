internal import MediaTime
public import Subtitles
public import Timeline

/// Subtitles as texts of a film, timed as their file has them, in the order of their starts.
public struct Captions: Hashable, Sendable, Codable {
  /// The texts; their ids are empty.
  public let segments: [Segment]

  /// More subtitles than these are refused.
  static let most = 5000
  /// What a worker can say of them, in bytes.
  private static let mostBytes = 3 << 20

  /// The subtitles of a file.
  public init(_ file: SubtitleFile) {
    segments = file.cues.map { cue in
      let start = cue.start.milliseconds
      var segment = Segment(
        id: "", text: cue.text, start: start, duration: cue.end.milliseconds - start)
      segment.style.text = TextStyle(preset: .subtitle)
      if cue.placement == .top { segment.style.text?.y = 0.12 }
      if !cue.words.isEmpty {
        segment.style.text?.entrance = .karaoke
        segment.style.words = cue.words.map { word in
          Timeline.TimedWord(
            word.text, start: (word.start - cue.start).milliseconds,
            end: (word.end - cue.start).milliseconds)
        }
      }
      return segment
    }
  }

  /// The subtitles in the file at `path`. Throws `WorkshopError` where there are none.
  init(fileAt path: String) throws {
    guard let text = try TextFile(at: path) else {
      throw WorkshopError.unsupported("The file holds no text.")
    }
    self = try Captions(text.subtitles()).checked()
  }

  /// Themselves, where they are no more than a film takes.
  func checked() throws(WorkshopError) -> Captions {
    let size = segments.count <= Self.most ? (try? JSONLine.encode(self).count) : nil
    guard let size, size <= Self.mostBytes else {
      throw .unsupported(
        "The file has more subtitles than the \(Self.most) that a film takes; split it.")
    }
    return self
  }
}

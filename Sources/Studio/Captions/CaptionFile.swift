import MediaTime
import Subtitles
public import Timeline

/// A film's captions and subtitles as a file.
public struct CaptionFile: Hashable, Sendable {
  /// How they are written down.
  public let format: CaptionFormat
  /// The file's text.
  public let text: String

  /// The captions of a film, as it has them.
  public init(_ draft: Draft, as format: CaptionFormat) {
    self.format = format
    let cues = draft.captions.map { segment in
      Cue(start: MediaTime(segment.start), end: MediaTime(segment.end), text: segment.text ?? "")
    }
    text = SubtitleWriter(format == .vtt ? .webVTT : .subRip).text(of: cues)
  }

  /// Its media type.
  public var contentType: String {
    switch format {
    case .srt: "application/x-subrip; charset=utf-8"
    case .vtt: "text/vtt; charset=utf-8"
    }
  }

  /// What it is called.
  public var filename: String { "film.\(format.rawValue)" }
}

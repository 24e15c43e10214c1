import MediaTime
import Subtitles
import Timeline

extension TitleRequest {
  /// Subtitles that were pasted as a file has them; nil where the text is none.
  static func subtitles(in text: String) -> [TitleRequest]? {
    guard text.contains("-->"), let file = try? SubtitleFile(reading: Array(text.utf8)) else {
      return nil
    }
    return file.cues.prefix(most).map { cue in
      let start = cue.start.milliseconds
      return TitleRequest(
        cue.text, preset: .subtitle, start: start, duration: cue.end.milliseconds - start)
    }
  }

  /// More subtitles than this are not taken from a message.
  private static let most = 200
}

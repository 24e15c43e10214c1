public import MediaTime

/// The subtitles of a film: read from SubRip, WebVTT or SubStation Alpha, in whatever state.
///
/// ```swift
/// let file = try SubtitleFile(reading: bytes)
/// for note in file.notes { print(note) }
/// let text = SubtitleWriter(.webVTT).text(of: file.cues)
/// ```
public struct SubtitleFile: Hashable, Sendable {
  /// How subtitles are written down.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// SubRip, `.srt`.
    case subRip
    /// WebVTT, `.vtt` (W3C, WebVTT: The Web Video Text Tracks Format).
    case webVTT
    /// SubStation Alpha and Advanced SubStation Alpha, `.ssa` and `.ass`.
    case subStationAlpha
  }

  /// The cues, by their start; those that start together keep the file's order.
  public let cues: [Cue]
  /// What was mended or left out, a note for each kind.
  public let notes: [Note]
  /// The format that was read.
  public let format: Format
  /// The encoding that was read, by its IANA name.
  public let encoding: String

  /// Files of more bytes are refused.
  public static let mostBytes = 64 << 20
  /// Files of more cues are refused.
  public static let mostCues = 500_000
  /// No cue has more characters; the rest is cut.
  public static let longestText = 2000

  /// Reads a file's bytes; the time is proportional to their number.
  ///
  /// Cues come out in order. Where one runs less than a quarter of a second into the next, it ends
  /// where the next starts; where they share the screen for longer, as two speakers do, both stay.
  /// Text that is not UTF-8 or UTF-16 is taken for the likeliest of GB18030, Big5, Shift JIS,
  /// EUC-KR, Windows-1251 and Windows-1252.
  /// - Parameter bytes: the whole file.
  /// - Throws: `SubtitlesError` where there is nothing to read.
  public init(reading bytes: [UInt8]) throws(SubtitlesError) {
    guard bytes.count <= Self.mostBytes else {
      throw SubtitlesError(
        .tooLarge, "The subtitles have more than 64 MB; is this file a subtitle file?")
    }
    var book = NoteBook()
    let (text, encoding) = TextDecoder.decode(bytes, &book)
    guard text.contains(where: { $0 > 0x20 }) else {
      throw SubtitlesError(
        .empty, "The subtitle file is empty; give one with times and words in it.")
    }
    let lines = LineScanner.lines(of: text)
    let format = Self.format(of: lines)
    let found =
      format == .subStationAlpha
      ? ScriptReader.cues(in: lines, &book)
      : BlockReader(isWebVTT: format == .webVTT).cues(in: lines, &book)
    guard found.count <= Self.mostCues else {
      throw SubtitlesError(
        .tooLarge, "The file has more than \(Self.mostCues) subtitles; split it and try again.")
    }
    let cues = CueMender.mend(found, &book)
    guard !cues.isEmpty else {
      throw SubtitlesError(
        .unreadable,
        "No subtitle was found in the file; it should be SubRip (.srt), WebVTT (.vtt) or ASS.")
    }
    self.cues = cues
    self.notes = book.notes
    self.format = format
    self.encoding = encoding
  }

  /// When the last cue is gone.
  public var end: MediaTime { cues.map(\.end).max() ?? .zero }

  private static func format(of lines: [ArraySlice<UInt8>]) -> Format {
    for line in lines.prefix(200) {
      let line = line.trimmed
      if line.isEmpty { continue }
      if line.hasPrefix("WEBVTT") { return .webVTT }
      if line.hasPrefix("[") && line.last == UInt8(ascii: "]")
        || line.hasPrefix("Dialogue:") || line.hasPrefix("ScriptType:")
      {
        return .subStationAlpha
      }
    }
    return .subRip
  }
}

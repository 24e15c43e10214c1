import MediaTime
import Timeline

/// Subtitles as SRT and WebVTT files have them: a line with two times, then lines of words.
struct SubtitleFile {
  /// The subtitles, in their order.
  private(set) var cues: [TitleRequest] = []

  init?(_ text: String) {
    guard text.contains("-->") else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line).split(whereSeparator: { $0 == "\r" }).joined()
    }
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      guard let (start, end) = Self.times(lines[index]) else { continue }
      var words: [String] = []
      while index + 1 < lines.count, !lines[index + 1].allSatisfy(\.isWhitespace) {
        if Self.times(lines[index + 1]) != nil { break }
        index += 1
        words.append(lines[index])
      }
      guard !words.isEmpty, end > start, cues.count < 200 else { continue }
      cues.append(
        TitleRequest(
          words.joined(separator: "\n"), preset: .subtitle, start: start, duration: end - start))
    }
    if cues.isEmpty { return nil }
  }

  /// `00:00:14,000 --> 00:00:16,500`.
  private static func times(_ line: String) -> (Milliseconds, Milliseconds)? {
    let parts = line.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    guard let arrow = parts.firstIndex(of: "-->"), arrow > 0, arrow + 1 < parts.count,
      let start = time(parts[arrow - 1]), let end = time(parts[arrow + 1])
    else { return nil }
    return (start, end)
  }

  private static func time(_ text: String) -> Milliseconds? {
    let parts = text.split(separator: ":").map { part in
      Double(part.map { $0 == "," ? "." : String($0) }.joined())
    }
    guard (2...3).contains(parts.count), !parts.contains(nil) else { return nil }
    let seconds = parts.compactMap { $0 }.reduce(0) { $0 * 60 + $1 }
    guard seconds.isFinite, (0...1e6).contains(seconds) else { return nil }
    return Milliseconds(seconds: seconds)
  }
}

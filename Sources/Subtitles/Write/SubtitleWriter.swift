import MediaTime

/// Writes cues as SubRip or WebVTT, so that reading them gives the same cues again.
///
/// Times are rounded to milliseconds. SubRip has no place for speakers and timed words; WebVTT
/// keeps when each word begins, and a word lasts until the next.
public struct SubtitleWriter: Sendable {
  /// The formats that are written.
  public enum Format: Sendable, CaseIterable {
    /// SubRip, `.srt`.
    case subRip
    /// WebVTT, `.vtt`.
    case webVTT
  }

  private let format: Format

  /// A writer of `format`.
  public init(_ format: Format) { self.format = format }

  /// The whole file as text: UTF-8, lines ended by line feeds, cues in the order given.
  ///
  /// Cues without words are left out, and so are blank lines within one.
  public func text(of cues: [Cue]) -> String {
    var text = format == .webVTT ? "WEBVTT\n" : ""
    var number = 0
    for cue in cues {
      let words = body(of: cue)
      guard !words.isEmpty else { continue }
      number += 1
      if number > 1 || format == .webVTT { text += "\n" }
      if format == .subRip { text += "\(number)\n" }
      text += "\(time(cue.start)) --> \(time(cue.end))"
      if format == .webVTT, cue.placement == .top { text += " line:0" }
      text += "\n\(words)\n"
    }
    return text
  }

  private func time(_ time: MediaTime) -> String {
    let count = max(time.milliseconds.count, 0)
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(width - digits.count, 0)) + digits
    }
    let mark = format == .subRip ? "," : "."
    return padded(count / 3_600_000, 2) + ":" + padded(count / 60_000 % 60, 2) + ":"
      + padded(count / 1000 % 60, 2) + mark + padded(count % 1000, 3)
  }

  private func body(of cue: Cue) -> String {
    let lines = cue.text.split(whereSeparator: \.isNewline).map(spaced).filter { !$0.isEmpty }
    guard !lines.isEmpty else { return "" }
    let plain = lines.joined(separator: "\n")
    var body = format == .webVTT ? stamped(plain, cue) : escaped(plain)
    if cue.isItalic { body = "<i>\(body)</i>" }
    switch format {
    case .subRip: if cue.placement == .top { body = "{\\an8}" + body }
    case .webVTT:
      if let speaker = cue.speaker { body = "<v \(escaped(spaced(speaker[...])))>\(body)</v>" }
    }
    return body
  }

  private func spaced(_ line: Substring) -> String {
    line.split { $0 == " " || $0 == "\t" || $0.isNewline }.joined(separator: " ")
  }

  /// The text with the time of each word that doesn't begin with the cue.
  private func stamped(_ text: String, _ cue: Cue) -> String {
    var result = ""
    var rest = text[...]
    for word in cue.words {
      guard let found = rest.firstRange(of: word.text) else { continue }
      result += escaped(String(rest[..<found.lowerBound]))
      if word.start > cue.start { result += "<\(time(word.start))>" }
      result += escaped(word.text)
      rest = rest[found.upperBound...]
    }
    return result + escaped(String(rest))
  }

  /// What would be taken for markup, written so that it isn't. Few players know SubRip's entities,
  /// so they stand there only where there is no other way.
  private func escaped(_ text: String) -> String {
    if format == .subRip, !isMisread(text) { return text }
    let hasOverrides = text.contains("{\\")
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "{" where hasOverrides: result += "&#123;"
      case "\\" where format == .subRip: result += "&#92;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private func isMisread(_ text: String) -> Bool {
    if ["->", "–>", "—>"].contains(where: text.contains) { return true }
    var reader = MarkupReader(Array(text.utf8)[...])
    return reader.read().text != text
  }
}

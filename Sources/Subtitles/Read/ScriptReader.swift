/// Reads SubStation Alpha's scripts, both kinds.
struct ScriptReader {
  /// What of a style matters here.
  private struct Style {
    var isItalic = false
    var placement = Cue.Placement.bottom
  }

  private var styles: [String: Style] = [:]
  private var styleFields = [
    "name", "fontname", "fontsize", "primarycolour", "secondarycolour", "outlinecolour",
    "backcolour", "bold", "italic", "underline", "strikeout", "scalex", "scaley", "spacing",
    "angle", "borderstyle", "outline", "shadow", "alignment", "marginl", "marginr", "marginv",
    "encoding",
  ]
  private var eventFields = [
    "layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text",
  ]
  private var isOlder = false

  static func cues(in lines: [ArraySlice<UInt8>], _ book: inout NoteBook) -> [FoundCue] {
    var reader = ScriptReader()
    var isStyles = false
    var cues: [FoundCue] = []
    for (index, line) in lines.enumerated() {
      let line = line.trimmed
      if line.first == UInt8(ascii: "[") {
        isStyles = line.hasPrefix("[V4")
        if isStyles { reader.isOlder = line.hasPrefix("[V4 Styles]") }
      } else if line.hasPrefix("Format:") {
        let fields = line.dropFirst(7).split(separator: UInt8(ascii: ",")).prefix(64).map {
          $0.trimmed.string.lowercased()
        }
        if isStyles { reader.styleFields = fields } else { reader.eventFields = fields }
      } else if line.hasPrefix("Style:") {
        reader.readStyle(line.dropFirst(6))
      } else if line.hasPrefix("Dialogue:") {
        if let cue = reader.cue(line.dropFirst(9), index + 1, &book) { cues.append(cue) }
      }
    }
    return cues
  }

  private func values(
    _ line: ArraySlice<UInt8>, _ fields: [String]
  ) -> [String: ArraySlice<UInt8>] {
    let parts = line.split(
      separator: UInt8(ascii: ","), maxSplits: max(fields.count - 1, 0),
      omittingEmptySubsequences: false)
    return Dictionary(zip(fields, parts), uniquingKeysWith: { first, _ in first })
  }

  private mutating func readStyle(_ line: ArraySlice<UInt8>) {
    let values = self.values(line.prefix(2000), styleFields)
    guard let name = values["name"]?.trimmed.string, styles.count < 10_000 else { return }
    var style = Style()
    let italic = values["italic"]?.trimmed.string ?? "0"
    style.isItalic = italic != "0" && !italic.isEmpty
    let alignment = Int(values["alignment"]?.trimmed.string ?? "") ?? 2
    let isTop = isOlder ? (5...7).contains(alignment) : (7...9).contains(alignment)
    style.placement = isTop ? .top : .bottom
    styles[name] = style
  }

  private func cue(
    _ line: ArraySlice<UInt8>, _ number: Int, _ book: inout NoteBook
  ) -> FoundCue? {
    let values = self.values(line, eventFields)
    guard let source = values["text"], let start = time(values["start"]),
      let end = time(values["end"])
    else {
      book.add(.badTime, line: number)
      return nil
    }
    let name = values["style"]?.trimmed.string ?? ""
    let style = styles[name.hasPrefix("*") ? String(name.dropFirst()) : name] ?? Style()
    let bounded = source.prefix(64 * SubtitleFile.longestText)
    var reader = MarkupReader(bounded, isScript: true, isItalic: style.isItalic)
    var text = reader.read()
    text.placement = text.placement ?? style.placement
    let speaker = (values["name"] ?? values["actor"])?.prefix(400).trimmed.string
    text.speaker = speaker.flatMap { $0.isEmpty ? nil : String($0.prefix(100)) }
    return FoundCue(times: (start, end), text: text, line: number, &book)
  }

  private func time(_ value: ArraySlice<UInt8>?) -> Int64? {
    guard let value else { return nil }
    var clock = Clock(value.prefix(40))
    return clock.time()
  }
}

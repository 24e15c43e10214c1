/// Reads the markup of cues: HTML's and WebVTT's tags and entities, SubStation Alpha's overrides.
struct MarkupReader {
  private let source: ArraySlice<UInt8>
  private let isScript: Bool
  private let isWebVTT: Bool
  private var index: Int
  private var result = StyledText()
  private var italicDepth = 0
  private var hiddenDepth = 0
  private var isDrawing = false
  private var hasBraces = true

  /// Longer tags and entities are words.
  private static let longestTag = 200
  private static let longestEntity = 12

  /// A reader of one cue's text, whose lines are joined by line feeds.
  /// - Parameters:
  ///   - source: the text with its markup.
  ///   - isScript: whether it is SubStation Alpha's, which has no tags.
  ///   - isWebVTT: whether every tag is markup, known or not.
  ///   - isItalic: whether the cue's style is italic.
  init(
    _ source: ArraySlice<UInt8>, isScript: Bool = false, isWebVTT: Bool = false,
    isItalic: Bool = false
  ) {
    self.source = source
    self.isScript = isScript
    self.isWebVTT = isWebVTT
    index = source.startIndex
    italicDepth = isItalic ? 1 : 0
  }

  mutating func read() -> StyledText {
    while index < source.endIndex {
      if result.bytes.count >= 4 * SubtitleFile.longestText {
        result.isCut = true
        break
      }
      let byte = source[index]
      let isTaken =
        switch byte {
        case UInt8(ascii: "<"): !isScript && takeTag()
        case UInt8(ascii: "&"): !isScript && takeEntity()
        case UInt8(ascii: "{"): takeOverrides()
        case UInt8(ascii: "\\"): takeEscape()
        default: false
        }
      if isTaken { continue }
      append(byte)
      index += 1
    }
    return result
  }

  private mutating func append(_ byte: UInt8) {
    if isDrawing {
      result.hasDrawing = true
      return
    }
    guard hiddenDepth == 0 else { return }
    guard byte >= 0x20 || byte == 0x0A || byte == 0x09 else { return }
    result.bytes.append(byte)
    guard byte > 0x20 else { return }
    result.letterBytes += 1
    if italicDepth > 0 { result.italicBytes += 1 }
  }

  // MARK: Tags

  private mutating func takeTag() -> Bool {
    let window = source[index...].prefix(Self.longestTag)
    guard let close = window.firstIndex(of: UInt8(ascii: ">")) else { return false }
    var body = source[index + 1..<close]
    let isClosing = body.first == UInt8(ascii: "/")
    if isClosing { body.removeFirst() }
    if let first = body.first, (0x30...0x39).contains(first) { return takeTimestamp(body, close) }
    let name = body.prefix { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x41 && $0 <= 0x5A }
    let argument = body.dropFirst(name.count)
    guard !name.isEmpty || isWebVTT && body.isEmpty else { return false }
    let known = act(on: name.string.lowercased(), argument, isClosing)
    guard known || isWebVTT else { return false }
    index = close + 1
    return true
  }

  private mutating func act(
    on name: String, _ argument: ArraySlice<UInt8>, _ isClosing: Bool
  ) -> Bool {
    switch name {
    case "i", "em": italicDepth = max(0, italicDepth + (isClosing ? -1 : 1))
    case "rt", "rp": hiddenDepth = max(0, hiddenDepth + (isClosing ? -1 : 1))
    case "ruby": if isClosing { hiddenDepth = 0 }
    case "br": append(0x0A)
    case "v":
      guard !isClosing, result.speaker == nil else { break }
      // A class may stand between the tag's name and its annotation.
      let rest = argument.drop { $0 != 0x20 && $0 != 0x09 }
      var reader = MarkupReader(rest, isWebVTT: true)
      let speaker = reader.read().text
      result.speaker = speaker.isEmpty ? nil : String(speaker.prefix(100))
    case "b", "u", "s", "c", "lang", "font", "span", "strong", "strike", "p", "div": break
    default: return false
    }
    return true
  }

  private mutating func takeTimestamp(_ body: ArraySlice<UInt8>, _ close: Int) -> Bool {
    var clock = Clock(body)
    guard let time = clock.time(), clock.rest.isEmpty else { return false }
    result.timestamps.append(StyledText.Mark(offset: result.bytes.count, time: time))
    index = close + 1
    return true
  }

  // MARK: Entities

  private static let entities: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "lrm": "\u{200E}", "rlm": "\u{200F}", "hellip": "…", "mdash": "—", "ndash": "–",
    "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«", "raquo": "»",
    "copy": "©", "reg": "®", "trade": "™", "deg": "°", "middot": "·",
  ]

  private mutating func takeEntity() -> Bool {
    let window = source[index...].prefix(Self.longestEntity)
    guard let close = window.firstIndex(of: UInt8(ascii: ";")) else { return false }
    let name = source[index + 1..<close].string
    var text = Self.entities[name]
    if text == nil, name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.first == "x" || digits.first == "X"
      let value = UInt32(
        isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10)
      text = value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
    guard let text else { return false }
    for byte in text.utf8 { append(byte) }
    index = close + 1
    return true
  }

  // MARK: Overrides

  private mutating func takeOverrides() -> Bool {
    guard hasBraces, isScript || source[index...].dropFirst().first == UInt8(ascii: "\\")
    else { return false }
    guard let close = source[index...].firstIndex(of: UInt8(ascii: "}")) else {
      hasBraces = false
      return false
    }
    for code in source[index + 1..<close].split(separator: UInt8(ascii: "\\")) { obey(code) }
    index = close + 1
    return true
  }

  private mutating func obey(_ code: ArraySlice<UInt8>) {
    let name = code.prefix { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x41 && $0 <= 0x5A }
    let digits = code.dropFirst(name.count).prefix { (0x30...0x39).contains($0) }.prefix(6)
    let number = Int64(digits.string)
    switch name.string {
    case "i": italicDepth = (number ?? 0) > 0 ? 1 : 0
    case "r": italicDepth = 0
    case "p": isDrawing = (number ?? 0) > 0
    // Numpad places; the older `\a` adds 4 for the top.
    case "an": result.placement = (number ?? 2) >= 7 ? .top : .bottom
    case "a": result.placement = (5...7).contains(number ?? 2) ? .top : .bottom
    case "k", "K", "kf", "ko":
      result.karaoke.append(
        StyledText.Mark(offset: result.bytes.count, time: (number ?? 0) * 10))
    default: break
    }
  }

  private mutating func takeEscape() -> Bool {
    let next = source[index...].dropFirst().first
    switch next {
    case UInt8(ascii: "N") where !isWebVTT: append(0x0A)
    case UInt8(ascii: "n") where isScript, UInt8(ascii: "h") where isScript: append(0x20)
    default: return false
    }
    index += 2
    return true
  }
}

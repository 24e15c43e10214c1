internal import Foundation

/// Files of this machine that a message names: `upload photo.jpg`, `add '~/My Music/song.mp3'`, or
/// a path that was dropped onto the terminal.
struct NamedFiles {
  /// The files, in order, each once.
  let files: [URL]
  /// The message with bare names in the place of paths.
  let message: String
  /// Whether nothing is asked but that they be sent.
  let isOnlySending: Bool

  /// Reads a message; names without a folder are looked for in `folder`.
  init(in message: String, folder: URL) {
    let words = Self.words(of: message)
    let rest = words.filter { !Self.isMedia($0.text) }.map(\.text).joined(separator: " ")
    let isSending = MessageRoute(rest) == .upload
    var files: [URL] = []
    var said = message
    for word in words.reversed() where Self.isMedia(word.text) {
      let path = (word.text as NSString).expandingTildeInPath
      let file =
        (path.hasPrefix("/") ? URL(fileURLWithPath: path) : folder.appendingPathComponent(path))
        .standardizedFileURL
      guard isSending || Self.isFile(file) else { continue }
      if !files.contains(file) { files.insert(file, at: 0) }
      said.replaceSubrange(word.range, with: file.lastPathComponent)
    }
    self.files = files
    self.message = said
    isOnlySending = isSending || rest.isEmpty
  }

  private static let mediaExtensions: Set = [
    "mp4", "mov", "avi", "webm", "mkv", "jpg", "jpeg", "png", "gif", "webp", "mp3", "wav", "m4a",
    "aac",
  ]

  private static func isMedia(_ word: String) -> Bool {
    mediaExtensions.contains((word as NSString).pathExtension.lowercased())
  }

  private static func isFile(_ file: URL) -> Bool {
    var isFolder = ObjCBool(false)
    return FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      && !isFolder.boolValue
  }

  // MARK: Words

  private struct Word {
    var text: String
    var range: Range<String.Index>
  }

  /// Words as a shell has them: in quotation marks, or with a backslash before a space, a word
  /// holds spaces.
  private static func words(of message: String) -> [Word] {
    var words: [Word] = []
    var text = ""
    var start: String.Index?
    var quotation: Character?
    var index = message.startIndex
    while index < message.endIndex {
      let character = message[index]
      let next = message.index(after: index)
      if let mark = quotation {
        if character == mark { quotation = nil } else { text.append(character) }
      } else if character.isWhitespace || separators.contains(character) {
        if let begun = start { words.append(Word(text: text, range: begun..<index)) }
        (start, text) = (nil, "")
      } else {
        if start == nil { start = index }
        if character == "\\", next < message.endIndex {
          index = next
          text.append(message[index])
        } else if "\"'".contains(character), message[next...].contains(character) {
          quotation = character
        } else {
          text.append(character)
        }
      }
      index = message.index(after: index)
    }
    if let begun = start { words.append(Word(text: text, range: begun..<message.endIndex)) }
    return words
  }

  private static let separators: Set<Character> = [",", "，", "、", "；", ";", "。"]
}

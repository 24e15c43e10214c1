import Foundation
import Language
import MediaTime
import Render
import Scenes
import Timeline

/// Words alone, read as a scene, with its file where the renderer finds it.
struct SceneDesk {
  let file: SceneFile
  let path: String
  /// What the clip is called.
  let name: String
  private let prompt: ScenePrompt

  /// How long a drawn scene stays where nobody says.
  static let duration: Milliseconds = 5000

  init(_ words: String, seed: UInt64?) throws {
    let prompt = ScenePrompt(words)
    guard !prompt.isEmpty else {
      let offers = ScenePrompt.offers(inChinese: prompt.isChinese)
      throw RenderError(
        .missingMedia,
        prompt.isChinese
          ? "这句话里没有能画的东西；可以试试：\(offers.joined(separator: "、"))。或者给一张图片。"
          : "There is nothing in that to draw; try \(offers.joined(separator: "; ")); "
            + "or name a picture.")
    }
    self.prompt = prompt
    file = SceneFile(prompt, words: words, seed: seed ?? 1)
    name = prompt.drawn.prefix(3).joined(separator: prompt.isChinese ? "" : ", ")
    path = NSTemporaryDirectory() + "kinora-\(UUID().uuidString).scene"
    do {
      try file.content.write(to: URL(fileURLWithPath: path))
    } catch {
      throw RenderError(
        .unwritable, "The scene can't be kept in \(NSTemporaryDirectory()); free some space.",
        cause: error)
    }
  }

  func discard() { try? FileManager.default.removeItem(atPath: path) }

  /// What was drawn, and what could not be.
  var lines: [String] {
    var lines: [String] = []
    if !prompt.drawn.isEmpty {
      lines.append(
        prompt.isChinese
          ? "画了：\(prompt.drawn.joined(separator: "、"))"
          : "Drawn: \(prompt.drawn.joined(separator: ", "))")
    }
    for missing in prompt.notDrawn {
      let nearest = missing.nearest?.spoken
      lines.append(
        prompt.isChinese
          ? "“\(missing.word)”还不会画" + (nearest.map { "，画了\($0)代替" } ?? "")
          : "“\(missing.word)” can't be drawn" + (nearest.map { "; drawn instead: \($0)" } ?? ""))
    }
    return lines
  }

  /// Whether these words of the sentence were drawn, or said to be out of reach.
  func accounts(for words: String) -> Bool {
    let known = (prompt.drawn + prompt.notDrawn.map(\.word)).map { $0.lowercased() }
    let lower = words.lowercased()
    let rest = lower.split { !$0.isLetter }.map(String.init).filter { word in
      !Self.fillers.contains(word)
        && !known.contains { $0.contains(word) || word.contains($0) }
    }
    return rest.isEmpty
  }

  private static let fillers: Set = [
    "a", "an", "the", "of", "on", "in", "at", "with", "and", "over", "under", "above", "behind",
    "by", "near", "quote", "card", "saying", "says", "announcement", "的", "和", "在",
  ]

  /// The sentence without the clauses that were drawn: what is left for the editor.
  func rest(of words: String) -> String {
    var clauses: [String] = [""]
    var isQuoted = false
    for character in words {
      if "\"“”「」『』".contains(character) { isQuoted.toggle() }
      if !isQuoted, ",，。;；、\n".contains(character) {
        clauses.append("")
      } else {
        clauses[clauses.count - 1].append(character)
      }
    }
    return clauses.filter { !accounts(for: $0) }.joined(separator: prompt.isChinese ? "，" : ", ")
  }

  /// What lives in the scene, put on the clip where the words left it open.
  func enliven(_ draft: Draft) -> Draft {
    var draft = draft
    let (regions, airs) = file.liveliness
    for track in draft.tracks.indices where draft.tracks[track].kind == .video {
      for index in draft.tracks[track].segments.indices {
        var style = draft.tracks[track].segments[index].style
        if style.regions.isEmpty, !regions.isEmpty {
          style.unknown["region"] = .array(regions.map { .object(["what": .string($0)]) })
        }
        if style.atmospheres.isEmpty, !airs.isEmpty {
          style.unknown["atmosphere"] = .array(
            airs.map { .object(["kind": .string($0.name), "amount": .number($0.amount)]) })
        }
        if !style.motion.contains(where: { $0.move == .parallax || $0.move == .static }) {
          style.motion.append(CameraMove(.parallax, amount: 0.12))
        }
        draft.tracks[track].segments[index].style = style
      }
    }
    return draft
  }
}

extension SceneGraph.Kind {
  /// As people write it: "rainy window".
  fileprivate var spoken: String {
    rawValue.reduce("") { $1.isUppercase ? "\($0) \($1.lowercased())" : "\($0)\($1)" }
  }
}

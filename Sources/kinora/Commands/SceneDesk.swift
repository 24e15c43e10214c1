import Director
import Foundation
import Language
import Render
import Scenes
import Timeline

/// Words alone, read as pictures to draw, with their files where the renderer finds them.
struct SceneDesk {
  let board: Storyboard
  /// Where the scenes' files lie, in the order of the pictures.
  let paths: [String]

  init(_ words: String, seed: UInt64?) throws {
    guard let board = Storyboard(words, seed: seed ?? 1) else {
      let language = Reading.language(of: words)
      let offers = Drawing.offers(in: language)
      throw RenderError(
        .missingMedia,
        language == .chinese
          ? "这句话里没有能画的东西；可以试试：\(offers.joined(separator: "、"))。或者给一张图片。"
          : "There is nothing in that to draw; try \(offers.joined(separator: "; ")); "
            + "or name a picture.")
    }
    self.board = board
    paths = board.drawings.map { _ in NSTemporaryDirectory() + "kinora-\(UUID().uuidString).scene" }
    do {
      for (drawing, path) in zip(board.drawings, paths) {
        try drawing.file.content.write(to: URL(fileURLWithPath: path))
      }
    } catch {
      discard()
      throw RenderError(
        .unwritable, "The scene can't be kept in \(NSTemporaryDirectory()); free some space.",
        cause: error)
    }
  }

  func discard() {
    for path in paths { try? FileManager.default.removeItem(atPath: path) }
  }
}

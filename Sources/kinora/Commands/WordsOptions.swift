import ArgumentParser
import Timeline
import Type

/// What concerns the words on a film.
struct WordsOptions: ParsableArguments {
  @Option(help: "A font file that all words are set in.")
  var font: String?

  @Option(help: "Where the film's captions go, as SRT or VTT.")
  var subtitles: String?

  /// The draft with its words in the font, and its captions written.
  func apply(to draft: Draft) throws -> Draft {
    if let subtitles { try SubtitleDesk.write(draft, to: subtitles) }
    guard let font else { return draft }
    guard let family = try FontInventory.add(fileAt: font).first else { return draft }
    var draft = draft
    for track in draft.tracks.indices where draft.tracks[track].kind == .text {
      for index in draft.tracks[track].segments.indices {
        var style = draft.tracks[track].segments[index].style.text ?? TextStyle()
        style.font = family
        draft.tracks[track].segments[index].style.text = style
      }
    }
    return draft
  }
}

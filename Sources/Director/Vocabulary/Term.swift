import Language
import MediaTime
import Timeline

/// What a word or phrase means for the session, as against the film.
enum Term: Hashable {
  /// Carries nothing: "please", 把.
  case filler
  /// Joins clauses or the members of a list: "and", 然后, a comma.
  case joint
  // What to do.
  case undo, redo, startOver, clear, goBack, versions, compare, changes, export, preview, status,
    facts, inspect,
    credits, help, upload
  case hello, thanks, cancel, dislike
  case add, use, put, move, replace, remove, make
  // What it is done to.
  case it, this, new, all, only
  /// "Under it", "open with", "end with".
  case under, opens, closes
  case kind(MediaSort)
  case music
  /// How music is to feel, or how much of it: "lively", 轻快, 一点.
  case mood
  case film
  case name(Int)
  case ordinal(Int)
  case number(Int)
  case change, version
  /// As it was before: "old", 之前的.
  case former
  case subject(Subject)
  // Where, and as what.
  case start, end
  case after, before
  /// 后面, 前面: what they are about stands before them.
  case behind, ahead
  case between
  /// A corner of the frame, or "as a watermark".
  case corner
  case at, to, with, `as`
  case seconds
  case clock(Milliseconds)
  /// Captions as a file.
  case captionFile(CaptionFormat)
  // How good.
  case quality(Quality)
}

/// Sorts of media that a message can name.
enum MediaSort: Hashable {
  case image, video, audio
  /// A picture or footage.
  case visual
  case any
  /// A picture that is a sign.
  case logo
}

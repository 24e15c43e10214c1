internal import Timeline

/// What a worker that shows frames is asked, a line of JSON each.
struct FrameQuestion: Hashable, Sendable, Codable {
  /// The film; nil where it is the one that was asked about last.
  var film: FilmInView?
  var index: Int
  var width: Int
  /// A film of the same media to be made ready for, once the frame is drawn.
  var outlook: Draft?
}

public import MediaTime

/// Where clips are cut in two, nothing else changing.
public enum SplitRequest: Hashable, Sendable, Codable {
  /// At a moment, counted from the film's start, or from the clip's where one is named.
  case at(Milliseconds)
  /// Into so many parts of one length.
  case parts(Int)
  /// Into parts of that length, the last as long as what is left.
  case every(Milliseconds)
}

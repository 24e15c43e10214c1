public import Timeline

/// What a reading does to a draft: edits that apply in order, options for the output, and what
/// can't be done, with the reason.
///
/// Every request of the reading is in at least one of the three. Requests are carried out in the
/// order in which an editor would: cuts and speeds as they were said, then transitions, the
/// film's length, its frame, the camera, words and sound.
public struct Plan: Hashable, Sendable {
  /// Edits of the draft, each of the draft that those before it leave.
  public let edits: [Edit]
  /// What is asked of the output.
  public let output: OutputOptions
  /// What was understood and not done.
  public let notDone: [NotDone]
  /// Why something was done as it was, in sentences of the reading's language.
  public let remarks: [String]
  /// The draft after all edits.
  public let result: Draft

  /// A request that was understood and not done, or not wholly.
  public struct NotDone: Hashable, Sendable, Codable {
    /// The request.
    public let request: Request
    /// One sentence that says why, in the reading's language.
    public let sentence: String
  }

  /// What `reading` does to `draft`.
  ///
  /// - Parameters:
  ///   - reading: requests in the order of their words.
  ///   - draft: the draft as it stands.
  ///   - media: what is known of the draft's media; tells footage from stills.
  public init(_ reading: Reading, for draft: Draft, media: MediaLookup = { _ in nil }) {
    self.init(reading.requests, in: reading.language, for: draft, media: media)
  }

  /// What `requests` do to `draft`, their failures told in `language`.
  public init(
    _ requests: [Request], in language: SpokenLanguage, for draft: Draft,
    media: MediaLookup = { _ in nil }
  ) {
    let planner = withoutActuallyEscaping(media) { lookup in
      var planner = Planner(draft, language: language, media: lookup)
      planner.carryOut(requests)
      return (planner.edits, planner.output, planner.notDone, planner.remarks, planner.draft)
    }
    (edits, output, notDone, remarks, result) = planner
  }
}

extension Target {
  /// The ids of the segments that it means in `draft`; none for the film as a whole.
  public func segments(in draft: Draft, media: MediaLookup = { _ in nil }) -> [String] {
    withoutActuallyEscaping(media) { lookup in
      var planner = Planner(draft, language: .english, media: lookup)
      let request = Request.remove(self)
      switch self {
      case .film: return []
      case .music, .voice, .effects: return draft.sounds(role ?? .music).map(\.id)
      case .effect(let name): return draft.effects(called: name).map(\.id)
      case .titles, .text, .texts: return planner.texts(self, request).map(\.id)
      case .clips, .clip, .clipList, .clipsBut, .clipAt, .part, .stills, .footage:
        return planner.clips(self, request).map(\.id)
      }
    }
  }
}

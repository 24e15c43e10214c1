import Timeline

/// A film that takes the place of the one that is there.
struct Fresh {
  let draft: Draft
  /// What leads there from the draft that is there.
  let edits: [Edit]
  let label: String
  let task: String
  let summary: String

  /// What the group of these edits is called.
  static func name(in language: SpokenLanguage) -> String {
    language.say("new rough cut", "新的粗剪")
  }

  /// The part of an edit that makes such a film; nil where it makes none.
  static func edit(in edit: Edit, _ language: SpokenLanguage) -> Edit? {
    guard case .group(_, let parts) = edit, let first = parts.first,
      case .group(name(in: language), _) = first
    else { return nil }
    return first
  }
}

extension Draft {
  /// Under this key an emptied draft keeps the media that were there when it was emptied: those
  /// that come later are what the next film is made of.
  static let setAsideKey = "set_aside"

  /// The media that were there when the timeline was emptied; nil where it was not.
  var setAside: Set<String>? {
    guard case .array(let media)? = unknown[Self.setAsideKey] else { return nil }
    return Set(
      media.compactMap { medium in
        if case .string(let id) = medium { id } else { nil }
      })
  }

  /// What is different in another draft, in words for people.
  func changes(
    to other: Draft, language: SpokenLanguage, mediaName: (String) -> String?
  ) -> [String] {
    var (old, new) = (self, other)
    old.unknown[Self.setAsideKey] = nil
    new.unknown[Self.setAsideKey] = nil
    return old.difference(to: new, language: language, mediaName: mediaName)
  }
}

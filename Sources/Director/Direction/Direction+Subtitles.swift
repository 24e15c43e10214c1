import Language
import MediaTime
import Timeline

extension Direction {
  /// Lays uploaded subtitles over the film, once all else is done; those of the same file that
  /// are there already give way.
  mutating func laySubtitles(
    after assembly: Assembly, _ edits: [Edit], told: inout [String]
  ) -> [Edit] {
    guard let medium = subtitles?.medium ?? (hasCut ? situation.arrivingSubtitles : nil),
      let draft = try? assembly.draft.applying(.group(label: "", edits: edits)).draft
    else { return [] }
    let name = language.quote(medium.name)
    guard let captions = medium.captions else {
      refuse(
        "The subtitles of \(name) can't be read; upload the file again", "\(name)的字幕读不出来；请重新上传")
      return []
    }
    var late = Assembly(draft, drifts: false, media: lookup)
    let former = draft.captionTracks(from: medium.id)
    var bare = draft
    bare.tracks.removeAll { track in former.contains { $0.id == track.id } }
    let laid = bare.captionTracks(
      of: captions, name: "Captions", details: [Draft.subtitlesKey: .string(medium.id)])
    guard laid.count > 0 else {
      refuse(
        "The subtitles of \(name) all begin after the film has ended", "\(name)的字幕都在影片结束之后")
      return []
    }
    guard laid.tracks.flatMap(\.segments) != former.flatMap(\.segments) else {
      tell("The subtitles of \(name) are in the film already", "\(name)的字幕已经在影片里了")
      return []
    }
    let count = laid.count
    let phrase = language.say(
      count == 1 ? "one subtitle from \(name)" : "\(count) subtitles from \(name)",
      "\(name)的\(count)条字幕")
    attempt(phrase, &late, &told) { (late) throws(EditError) in
      for track in former { try late.apply(.removeTrack(track: track.id)) }
      for track in laid.tracks { try late.apply(.insertTrack(track: track, at: nil)) }
    }
    tellLate(laid.late)
    return late.edits
  }

  /// Gives requests for a colour table the one that was uploaded.
  mutating func layTables() {
    guard requests.contains(where: \.laysTable) else { return }
    if let table = situation.table(for: wishes.table) {
      requests = requests.map { $0.laying(table) }
    } else {
      requests.removeAll(where: \.laysTable)
      refuse(
        "Upload a colour table (.cube) first, then say “apply the LUT”", "请先上传色彩表（.cube），再说“套用LUT”")
    }
  }

  /// Tells where the film's captions can be had as a file.
  mutating func giveCaptions(_ format: CaptionFormat) {
    isAnswered = true
    let name = format.rawValue.uppercased()
    guard !draft.captions.isEmpty else {
      return refuse(
        "The film has no subtitles yet; say “add captions” or upload a subtitle file",
        "影片还没有字幕；说“加字幕”或上传字幕文件")
    }
    guard let link = situation.captionLinks[format] else {
      return refuse(
        "Here `kinora make … --subtitles FILE.\(format.rawValue)` writes the subtitles",
        "这里用 kinora make … --subtitles FILE.\(format.rawValue) 写出字幕")
    }
    remarks.append(language.say("The subtitles as \(name): \(link) ", "\(name)字幕：\(link) "))
  }

  private mutating func tellLate(_ count: Int) {
    guard count > 0 else { return }
    tell(
      count == 1
        ? "One subtitle begins after the film has ended and was left out"
        : "\(count) subtitles begin after the film has ended and were left out",
      "有\(count)条字幕在影片结束之后，没有放进去")
  }
}

extension Draft {
  /// Under this key a track keeps the id of the subtitles that it shows.
  fileprivate static let subtitlesKey = "subtitles"

  /// The tracks that show uploaded subtitles.
  func captionTracks(from medium: String) -> [Track] {
    tracks.filter { $0.unknown[Self.subtitlesKey] == .string(medium) }
  }
}

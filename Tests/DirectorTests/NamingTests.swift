import Director
import Testing
import Timeline

/// Media called by their names where a film is changed.
@Suite struct NamingTests {
  @Test(arguments: [
    ("push in on dawn", "dawn camera"), ("make beach 5 seconds", "beach lasts 3 → 5 s"),
    ("mute waves", "waves muted"), ("mute waves.mp4", "waves muted"),
    ("remove dawn", "removed dawn"),
    ("remove beach.jpg", "removed beach"), ("push in on the beach picture", "beach camera"),
    ("zoom out on dawn.JPG, please", "dawn camera"), ("把beach改成5秒", "beach 时长 3 → 5 秒"),
    ("静音waves", "waves 静音"), ("删除dawn.jpg", "removed dawn"), ("dawn拉远", "dawn 运镜"),
    ("title \"dawn\"", "added title \"dawn\""), ("加标题「beach.jpg」", "beach.jpg"),
    ("animate logo.png", "added logo"), ("make mybeach 5 seconds", "mybeach"),
  ]) func findsTheClip(words: String, closing: String) throws {
    var talk = try CommandTests.session()
    let turn = try talk.say(words)
    #expect(turn.closing.contains(closing), "\(turn.closing)")
    let changed = zip(turn.before.tracks[0].segments, turn.after.tracks[0].segments).count {
      $0.style.motion != $1.style.motion || $0.volume != $1.volume
    }
    #expect(
      changed <= 1 || turn.before.tracks[0].segments.count != turn.after.tracks[0].segments.count)
  }

  /// What is not in the film yet takes a clip's place; what is there changes places with it.
  @Test(arguments: [
    ("swap the dawn for waves", ["m_waves", "m_beach"]),
    ("swap the beach picture for waves.mp4", ["m_dawn", "m_waves"]),
    ("swap the dawn with the beach", ["m_beach", "m_dawn"]),
  ]) func swaps(words: String, sources: [String]) throws {
    var talk = Conversation([.picture("dawn"), .picture("beach")])
    try talk.say("make a film")
    talk.upload([.clip("waves")])
    let turn = try talk.say(words)
    #expect(talk.shown == sources, "\(turn.closing)")
  }

  /// A name that is also an ordinary word.
  @Test(arguments: [
    ("remove a", ["m_title", "m_zoom"]), ("remove title.jpg", ["m_a", "m_zoom"]),
    ("zoom in on the second clip", ["m_a", "m_title", "m_zoom"]),
    ("make a 9 second film", ["m_a", "m_title", "m_zoom"]), ("删除a", ["m_title", "m_zoom"]),
    ("add a title \"x\"", ["m_a", "m_title", "m_zoom"]),
  ]) func leavesOrdinaryWords(words: String, sources: [String]) throws {
    var talk = Conversation([.picture("a"), .picture("title"), .picture("zoom")])
    try talk.say("make a film")
    let turn = try talk.say(words)
    #expect(talk.shown == sources, "\(turn.closing)")
    #expect(turn.before != turn.after)
  }

  /// A name that came with its extension is the same.
  @Test func takesNamesWithExtensions() throws {
    var talk = Conversation([.picture("a.jpg"), .picture("b.jpg"), .picture("2024.jpg")])
    try talk.say("use b.jpg")
    #expect(talk.shown == ["m_b.jpg"])
    try talk.say("add a")
    #expect(talk.shown == ["m_b.jpg", "m_a.jpg"])
  }
}

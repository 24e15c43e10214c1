import Director
import Foley
import Language
import MediaTime
import Music
import Testing
import Timeline

/// Sounds of the film that are spoken of by name, and places for new ones.
@Suite struct NamedSoundTests {
  private func film() throws -> Conversation {
    var talk = Conversation([.picture("cat"), .clip("harbour"), .picture("dog")])
    try talk.say("make a film")
    return talk
  }

  private func levels(_ draft: Draft, _ name: String) -> [Double] {
    draft.effects(called: name).map(\.volume)
  }

  // MARK: Effects by name

  @Test(
    "A sound that is named changes alone",
    arguments: [
      ("mute the rain", 0), ("make the rain quieter", 0.4), ("turn the rain up", 0.625),
      ("make the rain sound louder", 0.625), ("set the rain sound to 20%", 0.2), ("雨声静音", 0),
      ("把雨声关小", 0.4), ("雨声大一点", 0.625), ("turn down the sound of rain", 0.4),
    ]) func named(_ words: String, _ level: Double) throws
  {
    var talk = try film()
    try talk.say("add a rain sound")
    try talk.say("add a whoosh at the second cut")
    let turn = try talk.say(words)
    #expect(levels(turn.after, "Rain") == [level])
    #expect(levels(turn.after, "Whoosh") == [0.8])
    #expect(turn.after.pictures == turn.before.pictures)
    #expect(talk.sounds.count == 2)
    try talk.say("undo")
    #expect(talk.draft == turn.before)
  }

  @Test(
    "A sound that is named is taken out alone",
    arguments: ["remove the whoosh", "去掉嗖的一声", "delete the whoosh sounds", "不要嗖声了"])
  func removed(_ words: String) throws {
    var talk = try film()
    try talk.say("add a rain sound")
    try talk.say("add a whoosh on every cut")
    let after = try talk.say(words).after
    #expect(levels(after, "Whoosh").isEmpty && levels(after, "Rain") == [0.5])
    #expect(try talk.say("make the rain heavier").after.sounds(.effect) == after.sounds(.effect))
  }

  @Test("Two sounds that are named both change")
  func both() throws {
    var talk = try film()
    try talk.say("add a rain sound")
    try talk.say("add a bell at 1 second")
    let after = try talk.say("mute the rain and the bell").after
    #expect(levels(after, "Rain") == [0] && levels(after, "Bell") == [0])
  }

  @Test(
    "Where there is no such sound it is said, and clips keep theirs",
    arguments: [
      ("mute the rain", "“Rain”"), ("remove the whoosh", "“Whoosh”"), ("把雨声关小", "“雨声”"),
      ("make the applause louder", "“Applause”"), ("make the voice louder", "no voice-over"),
    ]) func absent(_ words: String, _ name: String) throws
  {
    var talk = try film()
    let turn = try talk.say(words)
    #expect(turn.after == turn.before)
    #expect(turn.closing.contains(name))
  }

  @Test(
    "A sight is no sound",
    arguments: ["make the rain heavier", "add rain", "make the waves move", "加上雨"])
  func sights(_ words: String) throws {
    var talk = try film()
    try talk.say("add a rain sound and the sound of waves")
    let turn = try talk.say(words)
    #expect(turn.after.sounds(.effect) == turn.before.sounds(.effect))
    #expect(turn.after != turn.before)
  }

  // MARK: Voices

  @Test("A voice is louder, quieter, and gone with its captions")
  func voice() throws {
    var talk = try film()
    try talk.say("add a caption “A cat” at 0 seconds for 1 second")
    try talk.say("voice-over “A cat is a small lion. It sleeps all day.” with captions")
    try talk.say("make the voice quieter")
    #expect(talk.draft.sounds(.voice).map(\.volume) == [0.8])
    try talk.say("人声大一点")
    #expect(talk.draft.sounds(.voice).map(\.volume) == [1])
    let turn = try talk.say("remove the voice")
    #expect(turn.after.sounds(.voice).isEmpty)
    let texts = turn.after.tracks.filter { $0.kind == .text }.flatMap(\.segments)
    #expect(texts.compactMap(\.text) == ["A cat"])
    #expect(turn.after.pictures == turn.before.pictures)
    try talk.say("undo")
    #expect(talk.draft == turn.before)
  }

  // MARK: Places

  @Test(
    "The place for a sound is read",
    arguments: [
      ("在1秒加一个叮的声音", 1000), ("add a ding at 1 second", 1000), ("在第2秒加一个叮", 2000),
      ("add a ding at 2.5 seconds", 2500), ("在三秒的地方加叮的一声", 3000),
      ("add a ding at three seconds", 3000), ("add a ding at 0:02", 2000),
    ]) func moments(_ words: String, _ time: Int) throws
  {
    var talk = try film()
    let sounds = try talk.say(words).after.sounds(.effect)
    let hit = SoundEffect.bell.hit.milliseconds
    #expect(sounds.map { ($0.start - $0.inPoint + hit).count } == [time])
    #expect(!(talk.turns.last?.closing.contains("understand") ?? true))
  }

  @Test("Cuts, clips, the middle and the end are places")
  func places() throws {
    var talk = try film()
    let clips = try #require(talk.draft.pictures)
    let cuts = zip(clips, clips.dropFirst()).map { ($0.end.count + $1.start.count) / 2 }
    let cases: [(String, Int)] = [
      ("add a click at the second cut", cuts[1]), ("在第一个转场加一个咔嚓声", cuts[0]),
      ("add a click at the last transition", cuts[1]),
      ("add a click at the end of the second clip", clips[1].end.count),
      ("add a click halfway", talk.draft.duration.count / 2),
      ("add a click at the start of clip 3", clips[2].start.count),
    ]
    let hit = SoundEffect.click.hit.milliseconds
    for (words, time) in cases {
      let sounds = try talk.say(words).after.sounds(.effect)
      #expect(sounds.map { ($0.start + hit).count } == [time], "\(words)")
      try talk.say("undo")
    }
    let end = try talk.say("在结尾加掌声").after
    #expect(end.sounds(.effect).map(\.end) == [end.duration])
    let nowhere = try talk.say("add a click at the eighth cut")
    #expect(nowhere.after == nowhere.before && nowhere.closing.contains("no such place"))
  }

  // MARK: Music

  @Test(
    "Another piece of the same feeling is composed where music was the topic",
    arguments: ["another one", "something else", "换一段", "换一首", "another one please", "另一首"])
  func another(_ words: String) throws {
    var talk = try film()
    talk.upload([.sound("song")])
    try talk.say("add the song")
    try talk.say("add calm music")
    try talk.say(words)
    let recipes = talk.sounds.compactMap { sound -> MusicRecipe? in
      if case .music(let recipe) = sound { recipe } else { nil }
    }
    #expect(recipes.map(\.mood) == [.calm, .calm])
    #expect(Set(recipes.map(\.seed)).count == 2)
    #expect(talk.draft.sounds(.music).count == 1)
    try talk.say("make the cat brighter")
    let count = talk.sounds.count
    try talk.say(words == "换一首" ? "另一段" : words)
    #expect(talk.sounds.count == count)
  }

  @Test("What was made here before is no song that waits")
  func recipes() throws {
    let made = Medium(
      id: "rain", name: "rain.foley", facts: MediaFacts(kind: .audio, duration: 86_400_000),
      hasAnalysis: true, sound: .effect(FoleyRecipe(.rain, seed: 1)))
    let old = Medium(
      id: "calm", name: "calm.music", facts: MediaFacts(kind: .audio, duration: 86_400_000),
      hasAnalysis: true, sound: .music(MusicRecipe(mood: .calm, seed: 1)))
    var talk = try film()
    talk.upload([.sound("song")])
    try talk.say("add the song")
    talk.upload([old, made])
    let turn = try talk.say("换一首")
    let source = turn.after.sounds(.music).first?.source
    #expect(talk.sounds.count == 1 && source != "rain" && source != "calm")
    talk.makesSounds = false
    try talk.say("换一首")
    #expect(talk.draft.sounds(.music).first?.source != "rain")
  }

  @Test(
    "Uploaded music keeps its tempo, and the clips theirs",
    arguments: [
      "make the music slower", "音乐快一点", "slow the music down", "speed up the music",
      "speed the music up",
    ])
  func tempo(_ words: String) throws {
    var talk = try film()
    talk.upload([.sound("song")])
    try talk.say("add the song")
    let turn = try talk.say(words)
    #expect(turn.after == turn.before)
    #expect(turn.closing.contains("compose") || turn.closing.contains("写一段"))
    #expect(!turn.closing.contains("not understand"))
    let slower = try talk.say("slow down the video").after
    #expect(slower.duration > turn.after.duration)
  }

  // MARK: Beats

  @Test("Sounds that lie on cuts stay on them when the cuts move to beats")
  func beats() throws {
    var talk = try film()
    try talk.say("add upbeat music")
    try talk.say("add a whoosh on every cut")
    try talk.say("add a bell at 1 second")
    let turn = try talk.say("cut to the beat")
    let clips = try #require(turn.after.pictures)
    #expect(clips != turn.before.pictures)
    let cuts = zip(clips, clips.dropFirst()).map { ($0.end.count + $1.start.count) / 2 }
    let hit = SoundEffect.whoosh.hit.milliseconds
    #expect(turn.after.effects(called: "Whoosh").map { ($0.start + hit).count } == cuts)
    #expect(
      turn.after.effects(called: "Bell").map(\.start)
        == turn.before.effects(called: "Bell").map(\.start))
  }
}

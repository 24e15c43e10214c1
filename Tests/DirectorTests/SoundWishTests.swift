import Director
import Foley
import Language
import MediaTime
import Music
import Testing
import Timeline

/// Words that ask to be heard what nobody uploaded: music, effects, a voice.
@Suite struct SoundWishTests {
  private static let photo = Medium(
    id: "m1", name: "cat", facts: MediaFacts(kind: .image, width: 1920, height: 1080))
  private static let others = ["dog", "bird"].enumerated().map { index, name in
    Medium(
      id: "m\(index + 2)", name: name, facts: MediaFacts(kind: .image, width: 1920, height: 1080))
  }
  private static let song = Medium(
    id: "m9", name: "holiday song",
    facts: MediaFacts(kind: .audio, duration: 20_000, hasAudio: true))

  private func film(_ media: [Medium] = [photo]) throws -> Conversation {
    var talk = Conversation(media)
    try talk.say("make a film")
    return talk
  }

  // MARK: Music

  @Test(
    "Music of a feeling is composed and laid under the film, as loud as is said",
    arguments: [
      ("add lo-fi music at 35 %", Mood.loFi, 0.35), ("加一段轻快的背景音乐", .upbeat, 1),
      ("can you please put some calm piano music under it", .piano, 1),
      ("给影片配一段史诗感的音乐，20%", .epic, 0.2), ("add jazz", .jazz, 1),
      ("I want something cheerful as background music", .upbeat, 1),
      ("来点悲伤的钢琴曲", .piano, 1), ("add a chiptune track", .chiptune, 1),
      ("add some chill music", .loFi, 1), ("配上圣诞音乐", .holiday, 1),
    ]) func music(_ words: String, _ mood: Mood, _ volume: Double) throws
  {
    var talk = try film()
    let turn = try talk.say(words)
    let sound = try #require(talk.sounds.first)
    guard case .music(let recipe) = sound else {
      Issue.record("\(words) made \(sound)")
      return
    }
    #expect(recipe.mood == mood)
    let music = turn.after.sounds(.music)
    #expect(music.map(\.duration) == [turn.after.duration])
    #expect(music.map(\.volume) == [volume])
    #expect(!turn.closing.contains("not understand") && !turn.closing.contains("没有听懂"))
    try talk.say("undo")
    #expect(talk.draft == turn.before)
  }

  @Test("Music that is composed changes its feeling, tempo and tune, and keeps its level")
  func change() throws {
    var talk = try film()
    try talk.say("add calm music at 40 %")
    try talk.say("make the music slower")
    try talk.say("换一段轻快的音乐")
    try talk.say("another song please")
    let recipes = talk.sounds.compactMap { sound -> MusicRecipe? in
      if case .music(let recipe) = sound { recipe } else { nil }
    }
    #expect(recipes.map(\.mood) == [.calm, .calm, .upbeat, .upbeat])
    let tempo = Composition(recipes[0], duration: MediaTime(seconds: 30)).score.tempo
    #expect(abs((recipes[1].tempo ?? 0) - tempo / 1.2) < 1)
    #expect(recipes[2].seed != recipes[3].seed)
    #expect(talk.draft.sounds(.music).map(\.volume) == [0.4])
    #expect(talk.draft.sounds(.music).map(\.source) != [nil])
  }

  @Test(
    "What only speaks of the music, or of something else, composes none",
    arguments: [
      "make it calm", "fade out the music", "mute the happy music", "remove the music",
      "add a title “lo-fi music”", "make the cat happy", "把标题变小", "music at 30 %",
      "add rain", "加上雪", "animate this into a cinematic clip",
    ]) func noMusic(_ words: String) throws
  {
    var talk = try film()
    try talk.say(words)
    #expect(talk.sounds.isEmpty)
  }

  @Test("A song that was uploaded comes before one that is composed; a feeling asks for another")
  func uploaded() throws {
    var talk = try film()
    talk.upload([Self.song])
    try talk.say("add music")
    #expect(talk.sounds.isEmpty)
    #expect(talk.draft.sounds(.music).map(\.source) == ["m9"])
    try talk.say("change the music to something epic")
    #expect(talk.sounds.count == 1)
    #expect(talk.draft.sounds(.music).map(\.source) != ["m9"])
  }

  @Test("Music that nobody described is chosen for the film, and that is said")
  func chosen() throws {
    var talk = try film()
    let turn = try talk.say("add music")
    #expect(talk.sounds.count == 1)
    #expect(turn.closing.contains("I chose"))
    var drawn = Conversation()
    try drawn.say("a city at night, slow push in, with music")
    #expect(drawn.sounds.count == 1)
    #expect(drawn.draft.sounds(.music).count == 1)
  }

  // MARK: Effects

  @Test("A sound effect falls where the words say: its peak on a cut, an ambience over the film")
  func effects() throws {
    var talk = try film([Self.photo] + Self.others)
    let cuts = try talk.say("add a whoosh on every cut").after.sounds(.effect)
    let clips = try #require(talk.draft.pictures)
    let middles = zip(clips, clips.dropFirst()).map { ($0.end.count + $1.start.count) / 2 }
    let hit = SoundEffect.whoosh.hit.milliseconds
    #expect(cuts.map { ($0.start + hit).count } == middles)
    let rain = try talk.say("加上雨声，20%").after.sounds(.effect).filter { $0.duration > 3000 }
    #expect(rain.map(\.duration) == [talk.draft.duration])
    #expect(rain.map(\.volume) == [0.2])
    #expect(rain.allSatisfy { $0.style.fadeIn != nil && $0.style.fadeOut != nil })
    let bell = try talk.say("add a bell at 2 seconds").after
    #expect(bell.sounds(.effect).contains { $0.start + SoundEffect.bell.hit.milliseconds == 2000 })
    #expect(bell.sounds(.music).isEmpty)
    try talk.say("remove the sound effects")
    #expect(talk.draft.sounds(.effect).isEmpty)
  }

  @Test("Music and an ambience in one sentence are both made")
  func both() throws {
    var talk = Conversation()
    let turn = try talk.say(
      "a lighthouse on a cliff at dusk, slow push in, with calm music and the sound of waves")
    #expect(turn.after.sounds(.music).count == 1)
    #expect(turn.after.sounds(.effect).map(\.duration) == [turn.after.duration])
    #expect(turn.after.pictures?.count == 1)
  }

  // MARK: Voices

  @Test("What is quoted is spoken, the music gives way, the last still stays until the end")
  func voice() throws {
    var talk = try film()
    try talk.say("add lo-fi music")
    let words = "Meet Mia, the cat who rules this house and all the houses around it"
    let turn = try talk.say("voice-over “\(words)”, female voice")
    guard case .voice(let voice)? = talk.sounds.last else {
      Issue.record("nothing is spoken")
      return
    }
    #expect(voice.text == words)
    #expect(voice.gender == .female)
    let spoken = try #require(turn.after.sounds(.voice).first)
    #expect(turn.after.sounds(.music).allSatisfy { $0.style.duck == true })
    #expect((turn.after.pictures?.last?.end ?? 0) >= spoken.end)
    #expect(turn.after.sounds(.music).first?.end ?? 0 >= spoken.end)
    #expect(!turn.closing.contains("not available"))
    try talk.say("make the voice-over louder")
    #expect(talk.draft.sounds(.voice).map(\.volume) == [1.25])
    try talk.say("remove the voice-over")
    #expect(talk.draft.sounds(.voice).isEmpty && !talk.draft.sounds(.music).isEmpty)
  }

  @Test(
    "What is spoken is shown in captions that follow it",
    arguments: [
      ("voice-over “A cat is a small lion. It sleeps all day.” with captions", 2, false),
      ("配音“猫是小狮子。它整天睡觉”，女声，加卡拉OK字幕", 1, true),
      ("narrate “Hello there” with karaoke captions", 1, true),
    ]) func captions(_ words: String, _ count: Int, _ isKaraoke: Bool) throws
  {
    var talk = try film()
    let draft = try talk.say(words).after
    let captions = draft.tracks.filter { $0.kind == .text }.flatMap(\.segments)
    #expect(captions.count >= count)
    #expect(captions.allSatisfy { $0.style.text?.preset == .caption })
    let voice = try #require(draft.sounds(.voice).first)
    #expect(captions.first?.start == voice.start)
    #expect(zip(captions, captions.dropFirst()).allSatisfy { $0.end <= $1.start })
    #expect(captions.allSatisfy { $0.style.words.isEmpty != isKaraoke })
    for caption in captions where isKaraoke {
      #expect(caption.style.words.map(\.text).joined() == caption.text)
    }
  }

  @Test("Without a voice here it is said, and nothing changes")
  func noVoice() throws {
    var talk = try film()
    talk.hasVoice = false
    let turn = try talk.say("voice-over “Hello”")
    #expect(turn.after == turn.before)
    #expect(turn.closing.contains("no voice"))
  }

  // MARK: Beats

  @Test("Cuts move to the beats of composed and of uploaded music, and the film keeps its length")
  func beats() throws {
    var talk = try film([Self.photo] + Self.others)
    let length = talk.draft.duration
    let turn = try talk.say("add upbeat music and cut to the beat")
    guard case .music(let recipe)? = talk.sounds.first else {
      Issue.record("no music was composed")
      return
    }
    let beats = Composition(recipe, duration: MediaTime(length)).beats.map(\.milliseconds)
    let clips = try #require(turn.after.pictures)
    for (clip, next) in zip(clips, clips.dropFirst()) {
      let cut = (clip.end.count + next.start.count) / 2
      #expect(beats.contains { abs($0.count - cut) <= 1 })
    }
    #expect(turn.after.duration == length)
    try talk.say("undo")
    #expect(talk.draft == turn.before)
  }

  @Test("Cutting to a beat without music, without cuts, or where none was found is refused")
  func noBeats() throws {
    var talk = try film([Self.photo] + Self.others)
    #expect(try talk.say("卡点").closing.contains("还没有音乐"))
    talk.upload([Self.song])
    try talk.say("add the holiday song")
    #expect(try talk.say("cut to the beat").closing.contains("No beat was found"))
    talk.learn(beats: (1..<30).map { Milliseconds($0 * 480) }, of: "m9")
    let turn = try talk.say("cut to the beat")
    #expect(turn.after != turn.before)
  }
}

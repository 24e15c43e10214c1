import Foley
import Music

/// A word about sounds to be made.
enum SoundTerm: Hashable, Sendable {
  /// "Add", "give it", 配上.
  case add
  /// "Change", "swap", 换成.
  case change
  /// 换一首, "another one" in one word.
  case anew
  /// "Make", which both brings music and changes it.
  case make
  /// "Take away": what it is said of is not made.
  case remove
  /// "With", "and", 配: what may begin a wish where nothing is before it.
  case with
  case filler
  /// "Music", "song", 配乐.
  case music
  /// How music feels: "calm", "happier".
  case mood(Mood)
  /// A sort of music that stands for music by itself: "lo-fi", "jazz".
  case genre(Mood)
  /// Another tempo, as a factor of the one that plays.
  case pace(Double)
  /// "BPM", behind or before a number.
  case tempo
  /// "Another", "different", 换一首.
  case another
  /// What is to be heard, and whether the word alone means the sound rather than a sight.
  case effect(SoundEffect, isHeard: Bool)
  /// "Sound", "noise", 声.
  case sound
  /// "Voice-over", 旁白.
  case voice
  /// "Say", "read out", 念: what is quoted behind it is spoken.
  case say
  /// "Saying": what is quoted behind it is spoken beside a word for a voice only.
  case saying
  /// What kind of voice.
  case manner(VoiceManner)
  /// "Captions", 字幕: what is spoken is also shown.
  case captions
  /// "Karaoke", 逐字: captions whose words light up.
  case karaoke
  /// "Title": what a title says.
  case title
  case start, end
  /// Half-way through.
  case middle
  /// "Every cut", 每个转场.
  case cuts
  /// One of the cuts, counted from 1; −1 is the last.
  case cut(Int)
  /// "The whole film", 全程.
  case throughout
  case clip
  case ordinal(Int)
  /// "Seconds", behind a number.
  case seconds
  /// "At", "on": before a place.
  case at
}

/// How somebody speaks.
enum VoiceManner: Hashable, Sendable {
  case female, male, slow, fast
  case english, chinese
}

public import MediaTime
internal import Sound

/// A piece of music, composed to last exactly as long as it should.
///
/// ```swift
/// let piece = Composition(MusicRecipe(mood: .jazz, seed: 7), duration: MediaTime(seconds: 30))
/// let sound = ComposedMusic(piece)
/// ```
///
/// Its form fits its length, from a sting of a second to hours: the last chord is struck on a
/// downbeat and has died away at the end. Only for that may the tempo bend, by up to 6 %, and by
/// up to 2 % where the recipe asks for one.
public struct Composition: Sendable {
  /// What it was made from.
  public let recipe: MusicRecipe
  /// The notes.
  public let score: Score
  /// Every beat, from the first to the last chord's.
  public let beats: [MediaTime]
  /// The beats that bars begin with.
  public let downbeats: [MediaTime]
  let room: RoomStyle
  let beatFrames: Int
  let frameCount: Int
  /// Where the last chord is struck.
  let lastFrame: Int

  /// The parts of its form.
  public var sections: [Score.Section] { score.sections }

  /// Composes; a length of nothing or less gives no notes, and lengths are taken for at most a
  /// day.
  public init(_ recipe: MusicRecipe, duration: MediaTime) {
    let longest = MediaTime(seconds: 86_400)
    let frames = max(SampleClock.frame(at: min(max(duration, .zero), longest)), 0)
    self.init(Arrangement(recipe, frames: frames), recipe: recipe, frames: frames)
  }

  private init(_ arrangement: Arrangement, recipe: MusicRecipe, frames: Int) {
    let time = arrangement.time
    let count = frames > 0 ? time.lastBeat + 1 : 0
    self.recipe = recipe
    beats = (0..<count).map { SampleClock.time(ofFrame: $0 * time.beatFrames) }
    downbeats = (0..<count).filter { ($0 - time.pickup).isMultiple(of: time.beatsPerBar) }
      .map { SampleClock.time(ofFrame: $0 * time.beatFrames) }
    score = arrangement.score()
    room = arrangement.style.room
    beatFrames = time.beatFrames
    frameCount = frames
    lastFrame = time.lastFrame
  }
}

public import MediaTime
public import Timeline

/// One thing that an utterance asks for.
///
/// A request says what was asked and nothing about a draft; `Plan` turns it into edits of one.
/// Each can be printed (`sentence(in:)`) and read back (`Reading`) to the same value.
public indirect enum Request: Hashable, Sendable, Codable {
  /// Make the target last so long.
  case length(Target, Milliseconds)
  /// Give the film this shape.
  case aspect(Aspect)
  /// Give the film's frame a short side of so many pixels ("1080p").
  case resolution(Int)
  /// Give the film exactly this frame, in pixels.
  case frame(width: Int, height: Int)
  /// Show so many frames a second.
  case frameRate(Int)
  /// Spend more or less time on the picture.
  case quality(Quality)
  /// Draw everything random from this seed.
  case seed(Int)
  /// The `-motion` flag: 0 stands still, 1 is as usual, 4 is the most.
  case motionStrength(Int)
  /// The `-gs` flag: how closely a model follows its prompt, 5 to 25.
  case guidance(Double)
  /// The `-neg` flag: what a model should leave out.
  case avoid(String)
  /// Let the target move, no matter how; so much of it.
  case animate(Target, CameraRequest.Strength?)
  /// Make the target look like cinema.
  case cinematic(Target)
  /// Move the camera.
  case camera(CameraRequest)
  /// Add a title, or change those that are there.
  case title(TitleRequest)
  /// Pass from clip to clip in this way.
  case transition(TransitionRequest)
  /// Set or change how loud the target is.
  case volume(Target, Level)
  /// Silence the target.
  case mute(Target)
  /// Let the target come from, or go to, nothing.
  case fade(FadeRequest)
  /// Take something off the target.
  case trim(Target, Trim)
  /// Play the target so many times as fast.
  case speed(Target, Double)
  /// Play the target in this manner.
  case playback(Target, Playback)
  /// Fill the frame with the target in this manner.
  case fit(Target, Fit)
  /// Take the target away.
  case remove(Target)
  /// Make the target longer or shorter than it is.
  case stretch(Target, LengthChange)
  /// Cut the target in two, or more.
  case split(Target, SplitRequest)
  /// Repeat the target right behind itself.
  case duplicate(Target)
  /// Change the order of clips.
  case order(OrderRequest)
  /// Hold the frame at a moment for so long: counted as in `split`, nil for the target's end.
  case hold(Target, at: Milliseconds?, for: Milliseconds)
  /// Let the target come in at a moment of the film.
  case begin(Target, Milliseconds)
  /// Let the target come so much later, or earlier where that is negative.
  case shift(Target, Milliseconds)
  /// Change how the target looks.
  case treat(Target, Treatment)
  /// Let the music give way to speech, or not.
  case duck(Bool)
  /// Show this colour, `#RRGGBB`, where nothing else is.
  case background(String)
  /// Take the camera's moves off the target.
  case removeMotion(Target)
  /// Do this only where something is so.
  case given(Condition, Request)
  /// Something that Kinora knows by name and can't do.
  case unsupported(Feature)
}

extension Request {
  /// Whether it says how the camera moves.
  public var isOfCamera: Bool {
    switch self {
    case .camera, .animate, .cinematic, .motionStrength: true
    default: false
    }
  }
}

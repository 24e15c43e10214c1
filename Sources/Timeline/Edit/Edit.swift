public import MediaTime

/// One change to a draft, as a value that can be kept, sent and undone.
///
/// These cases are the primitives: each changes one thing and says nothing about what follows
/// from it. What people ask for ("trim the first two seconds", "make it ten seconds long") are
/// the verbs, static functions such as ``trimStart(of:by:in:media:)``, which give a `group` of
/// primitives for a given draft.
///
/// `Draft.applying(_:)` gives the new draft together with the inverse edit.
public indirect enum Edit: Hashable, Sendable, Codable {
  /// Puts a track before the one at index `at`, counted from the lowest; nil for on top.
  case insertTrack(track: Track, at: Int?)
  /// Takes a track away, with everything on it.
  case removeTrack(track: String)
  /// Moves a track to index `to`, counted without it.
  case moveTrack(track: String, to: Int)
  /// Gives a track a name for people, or none.
  case renameTrack(track: String, name: String?)
  /// Sets a key under the track's `m` that the model doesn't name; nil takes it away.
  case setTrackDetail(track: String, key: String, value: JSONValue?)

  /// Puts a segment on a track. `at` is its index where starts are equal; else the order of
  /// starts decides.
  case insertSegment(segment: Segment, track: String, at: Int?)
  /// Takes a segment away; nothing else moves.
  case removeSegment(segment: String)
  /// Moves a segment to another track, its times unchanged.
  case moveSegment(segment: String, track: String, at: Int?)
  /// Puts `with` in the place of a segment; its id may differ.
  case replaceSegment(segment: String, with: Segment)

  /// Sets where a segment begins, where in its source, and how long it lasts.
  case setTiming(
    segment: String, start: Milliseconds, inPoint: Milliseconds, duration: Milliseconds, at: Int?)
  /// Sets the medium that a segment shows.
  case setSource(segment: String, source: String?)
  /// Sets source time over timeline time; the duration stays.
  case setSpeed(segment: String, speed: Double)
  /// Sets the gain, 0 (mute) to 2.
  case setVolume(segment: String, volume: Double)
  /// Sets all camera moves.
  case setMotion(segment: String, motion: [CameraMove])
  /// Sets the passage into the next segment; starts stay where they are.
  case setTransition(segment: String, transition: Transition?)
  /// Sets how the source fills the frame.
  case setFit(segment: String, fit: Fit?)
  /// Sets how the source is played.
  case setPlayback(segment: String, playback: Playback?)
  /// Sets the words.
  case setText(segment: String, text: String?)
  /// Sets how the words are drawn.
  case setTextStyle(segment: String, style: TextStyle?)
  /// Sets both fades.
  case setFades(segment: String, fadeIn: Milliseconds?, fadeOut: Milliseconds?)
  /// Sets whether the segment gives way to speech.
  case setDuck(segment: String, duck: Bool?)
  /// Sets what people call the segment.
  case setName(segment: String, name: String?)
  /// Sets a key under the segment's `m` that the model doesn't name (`look`, `atmosphere`, …);
  /// nil takes it away.
  case setDetail(segment: String, key: String, value: JSONValue?)

  /// Sets the frame's size in pixels.
  case setSize(width: Int, height: Int)
  /// Sets frames a second.
  case setFrameRate(framesPerSecond: Int)
  /// Sets what shows where no segment does, `#RRGGBB`.
  case setBackground(color: String)
  /// Sets the film's title.
  case setTitle(title: String?)
  /// Sets a key under the draft's `m` that the model doesn't name; nil takes it away.
  case setDraftDetail(key: String, value: JSONValue?)

  /// Several edits in order, as one thing to do and to undo. The label is for people.
  case group(label: String, edits: [Edit])
}

extension Edit {
  /// Silences a segment. Its inverse brings the former volume back.
  public static func mute(segment: String) -> Edit { .setVolume(segment: segment, volume: 0) }

  /// What people call it, where it is a group; nil for a primitive.
  public var label: String? {
    if case .group(let label, _) = self { label } else { nil }
  }

  /// The primitives in order, with all groups taken apart.
  public var primitives: [Edit] {
    if case .group(_, let edits) = self { edits.flatMap(\.primitives) } else { [self] }
  }

  /// Whether it changes nothing because it holds nothing.
  public var isEmpty: Bool { primitives.isEmpty }
}

public import MediaTime
internal import Sound

/// Music as notes: who plays what when.
public struct Score: Hashable, Sendable {
  /// Beats a minute, as played.
  public let tempo: Double
  /// The key that it begins and ends in.
  public let key: MusicKey
  /// Beats in a bar.
  public let beatsPerBar: Int
  /// How long it is, from 0; no note ends later.
  public let duration: MediaTime
  /// What is played, a track an instrument.
  public let tracks: [Track]
  /// Its parts, one after the other, that fill it.
  public let sections: [Section]

  /// Notes of one instrument.
  public struct Track: Hashable, Sendable {
    /// What the track does: `melody`, `bass`.
    public let name: String
    /// Who plays it.
    public let instrument: Instrument
    /// What is played, by start.
    public let notes: [Note]
    /// How it is mixed.
    let mix: TrackMix

    /// How loud it is beside the others, in decibels.
    public var level: Double { mix.level }
    /// Where it stands: −1 left, 1 right.
    public var pan: Double { mix.pan }
  }

  /// One note.
  public struct Note: Hashable, Sendable {
    /// First frame of it, at 48 kHz.
    let startFrame: Int
    /// Frames until the key is let go.
    let frames: Int
    /// The key of MIDI: 60 is middle C. For drums, the key of General MIDI's drum set.
    public let pitch: Int
    /// How hard it is struck, above 0 up to 1.
    public let velocity: Double

    /// When it begins.
    public var start: MediaTime { SampleClock.time(ofFrame: startFrame) }
    /// How long the key is held.
    public var length: MediaTime { SampleClock.time(ofFrame: frames) }
  }

  /// A part of the form.
  public struct Section: Hashable, Sendable {
    /// What it is in the form.
    public let kind: Kind
    /// When it begins.
    public let start: MediaTime
    /// How long it is.
    public let length: MediaTime
    /// How full it is, from 0 to 1.
    public let energy: Double

    /// What a part of a form does.
    public enum Kind: String, Hashable, Sendable, Codable {
      /// Opens, with few voices.
      case intro
      /// Adds voices.
      case build
      /// Has the theme in full.
      case main
      /// Takes voices away.
      case breakdown
      /// Brings the theme changed.
      case variation
      /// Closes, with the last chord.
      case ending
    }
  }
}

/// Where a track stands in the mix.
struct TrackMix: Hashable, Sendable {
  /// In decibels.
  var level = 0.0
  /// −1 left, 1 right.
  var pan = 0.0
  /// How much of it goes to the reverb, 0…1.
  var reverb = 0.2
  /// How much of it goes through the chorus, 0…1.
  var chorus = 0.0
  /// How much of it the echo repeats, 0…1.
  var echo = 0.0
  /// Where low frequencies are cut, in Hz.
  var lowCut = 120.0
  /// Where high frequencies are cut, in Hz.
  var highCut = 18_000.0
  /// How far the kick drum pushes it down, 0…1.
  var ducking = 0.0
}

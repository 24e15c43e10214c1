internal import CFluidSynth

/// FluidSynth, a library that plays sound fonts: opened when it is asked for, never linked.
final class FluidSynth {
  private let handle: OpaquePointer
  private let font: String

  /// As the library is called where it is installed for all.
  static let usualNames = ["libfluidsynth.so.3", "libfluidsynth.so.2", "libfluidsynth.so"]

  /// Opens the first of `names` that can be, and starts it with a font.
  init(font: String, names: [String] = usualNames) throws(SoundFontError) {
    var opened: OpaquePointer?
    var trouble = ""
    for name in names where opened == nil {
      opened = kn_fluid_open(name)
      if opened == nil { trouble = String(cString: kn_fluid_trouble()) }
    }
    guard let opened else {
      throw SoundFontError(
        .missingLibrary,
        "Playing a sound font needs FluidSynth, which can't be opened (\(trouble)); install "
          + "libfluidsynth3, or let Kinora's own instruments play.")
    }
    handle = opened
    self.font = font
    try start()
  }

  deinit { kn_fluid_close(handle) }

  /// Starts anew, silent.
  func start() throws(SoundFontError) {
    // Sound fonts are mastered for few voices; more than this and chords clip.
    let gain = 0.6
    switch Int(kn_fluid_start(handle, font, gain)) {
    case KN_FLUID_STARTED: return
    case KN_FLUID_NO_FONT:
      throw SoundFontError(
        .badFont, "\(font) is no sound font that FluidSynth reads; name a General MIDI .sf2 file.")
    default:
      throw SoundFontError(.unplayable, "FluidSynth doesn't start; install it anew.")
    }
  }

  func program(_ program: Int, channel: Int) {
    kn_fluid_program(handle, Int32(channel), Int32(program))
  }

  func control(_ control: Int, _ value: Int, channel: Int) {
    kn_fluid_control(handle, Int32(channel), Int32(control), Int32(max(0, min(127, value))))
  }

  func begin(_ pitch: Int, velocity: Int, channel: Int) {
    kn_fluid_note_on(handle, Int32(channel), Int32(pitch), Int32(max(1, min(127, velocity))))
  }

  func end(_ pitch: Int, channel: Int) {
    kn_fluid_note_off(handle, Int32(channel), Int32(pitch))
  }

  /// Writes the next frames over `samples`, interleaved.
  func render(into samples: inout [Float]) throws(SoundFontError) {
    guard kn_fluid_render(handle, &samples, Int32(samples.count / 2)) == 0 else {
      throw SoundFontError(.unplayable, "FluidSynth stopped playing; try again.")
    }
  }
}

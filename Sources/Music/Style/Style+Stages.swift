extension Style {
  static func ambient(_ random: inout SeededRandom) -> Style {
    var style = Style(
      tempo: 56...68, mode: random.pick([.major, .lydian, .minor]), tonics: [0, 2, 4, 5, 7, 9],
      themes: [], turnarounds: [], cadences: [], finals: [], layers: [])
    if style.mode.isMinor {
      style.themes = [
        ["i9 bVImaj9 bIIImaj7 bVIIadd9", "i11 iv9 bVImaj9 bVImaj9"], ["iv9 bVImaj9 i9 i9"],
      ]
      style.turnarounds = ["bVIIadd9", "v7"]
      style.cadences = ["bVImaj9 bVIIadd9", "iv9 v7"]
      style.finals = ["i9"]
    } else {
      style.themes = [
        ["Imaj9 IVmaj9 Imaj9 IVmaj9", "Imaj9 vi9 IVmaj9 Vadd9", "IVmaj9 Iadd9 vi11 Vsus4"],
        ["ii11 IVmaj9 Imaj9 Imaj9", "bVIImaj9 IVmaj9 Imaj9 Imaj9"],
      ]
      style.turnarounds = ["Vsus4", "V9sus4"]
      style.cadences = ["IVmaj9 V9sus4", "ii11 IVadd9/1"]
      style.finals = ["Imaj9", "Iadd9"]
    }
    style.looseness = 0.02
    style.melody = MelodyStyle(density: 0.1, rests: 0.3, leaps: 0.35, syncopation: 0)
    style.room = RoomStyle(
      reverbTime: 4.2, damping: 4500, predelay: 0.04, level: 0.9, echoBeats: 1.5, brightness: 0.45,
      drive: 0.1)
    style.layers = [
      Layer(
        name: "pad", instrument: .warmPad, part: .chords(.held), range: 48...69, velocity: 0.55,
        mix: TrackMix(level: -5, reverb: 0.45, chorus: 0.4, lowCut: 110)),
      Layer(
        name: "choir", instrument: random.pick([.choir, .glassPad]), part: .chords(.held),
        from: 0.5,
        range: 57...76, velocity: 0.45, mix: TrackMix(level: -12, reverb: 0.6, lowCut: 220)),
      Layer(
        name: "drift", instrument: random.pick([.electricPiano, .harp, .celesta]),
        part: .chords(
          .broken(
            order: random.pick([[0, 2, 1, 3], [3, 1, 2, 0], [0, 3, 1, 4]]), unit: 1, rings: true)),
        from: 0.35, range: 60...79, velocity: 0.4,
        mix: TrackMix(level: -11, pan: 0.25, reverb: 0.6, echo: 0.4, lowCut: 220)),
      Layer(
        name: "melody", instrument: random.pick([.flute, .glassPad, .piano, .vibraphone]),
        part: .melody, from: 0.5, range: 67...84, velocity: 0.5,
        mix: TrackMix(level: -9, pan: -0.15, reverb: 0.6, echo: 0.35, lowCut: 220)),
      Layer(
        name: "bass", instrument: .subBass, part: .bass(.held), from: 0.3, range: 29...43,
        velocity: 0.55, mix: TrackMix(level: -9, reverb: 0.05, lowCut: 30, highCut: 1500)),
    ]
    return style
  }

  static func calm(_ random: inout SeededRandom) -> Style {
    var style = Style(
      tempo: 66...78, mode: random.pick([.major, .major, .lydian]), tonics: [0, 2, 5, 7, 9, 10],
      themes: [
        ["I IVadd9/1 I V/7", "Imaj7 IVmaj7 ii7 V9sus4", "I vi7 IVmaj7 I/3", "Iadd9 iii7 IVmaj7 V"],
        ["vi7 IVmaj7 I/3 V", "IVmaj7 iii7 ii7 V9sus4"],
      ],
      turnarounds: ["V9sus4", "V"], cadences: ["IVmaj7 V9sus4", "ii7 V"], finals: ["Iadd9", "I"],
      layers: [])
    style.looseness = 0.012
    style.melody = MelodyStyle(density: 0.25, rests: 0.2, leaps: 0.2, syncopation: 0.1)
    style.room = RoomStyle(
      reverbTime: 2.2, damping: 5000, predelay: 0.025, level: 0.6, drive: 0.1)
    style.layers = [
      Layer(
        name: "harp", instrument: random.pick([.harp, .nylonGuitar]),
        part: .chords(
          .broken(
            order: random.pick([[0, 1, 2, 3, 4, 3, 2, 1], [0, 2, 3, 1, 2, 3]]), unit: 0.5,
            rings: true)),
        range: 50...72, velocity: 0.5,
        mix: TrackMix(level: -4, pan: -0.25, reverb: 0.35, lowCut: 110)),
      Layer(
        name: "strings", instrument: .strings, part: .chords(.held), from: 0.5, range: 53...74,
        velocity: 0.4, mix: TrackMix(level: -12, reverb: 0.4, lowCut: 160, highCut: 7000)),
      Layer(
        name: "melody", instrument: random.pick([.flute, .clarinet, .piano]), part: .melody,
        from: 0.5, range: 66...84, velocity: 0.55,
        mix: TrackMix(level: -5, pan: 0.15, reverb: 0.4, lowCut: 220)),
      Layer(
        name: "counter", instrument: .cello, part: .counter, from: 0.84, range: 48...64,
        velocity: 0.45, mix: TrackMix(level: -12, pan: 0.3, reverb: 0.4, lowCut: 100)),
      Layer(
        name: "bass", instrument: .uprightBass, part: .bass(.held), from: 0.5, range: 31...47,
        velocity: 0.5, mix: TrackMix(level: -9, reverb: 0.1, lowCut: 36)),
    ]
    return style
  }

  static func piano(_ random: inout SeededRandom) -> Style {
    var style = Style(
      tempo: 70...92, mode: random.pick([.major, .minor, .major]), tonics: [0, 2, 3, 5, 7, 9, 10],
      themes: [], turnarounds: [], cadences: [], finals: [], layers: [])
    if style.mode.isMinor {
      style.themes = [
        ["i bVI bIII bVII", "i V/3 i7/7 IV/3", "i iv bVII bIIImaj7 bVImaj7 iv V7 i"],
        ["bVI bVII i i", "iv bVII bIII V7"],
      ]
      style.turnarounds = ["V7", "Vsus4,V7"]
      style.cadences = ["iv V7", "bVImaj7,iv V7"]
      style.finals = ["i", "iadd9"]
    } else {
      style.themes = [
        ["I V/3 vi IV", "Iadd9 iii7 vi7 IVmaj7", "I V/3 vi iii IV I/3 ii7 V7"],
        ["vi iii7 IV I/3", "IV V/3 iii7 vi", "ii7 V7 I/3 IV"],
      ]
      style.turnarounds = ["V7", "Vsus4,V"]
      style.cadences = ["ii7 V7", "IV,iv V7"]
      style.finals = ["I", "Iadd9"]
    }
    style.looseness = 0.012
    style.melody = MelodyStyle(density: 0.45, rests: 0.12, leaps: 0.25, syncopation: 0.2)
    style.room = RoomStyle(
      reverbTime: 1.7, damping: 5500, predelay: 0.02, level: 0.5, drive: 0.08)
    let order = random.pick([
      [0, 2, 3, 2, 1, 2, 3, 2], [0, 1, 2, 3, 2, 1], [0, 2, 1, 2, 3, 2, 1, 2],
    ])
    style.layers = [
      Layer(
        name: "left hand", instrument: .piano,
        part: .chords(.broken(order: order, unit: 0.5, rings: true)), range: 45...66,
        velocity: 0.42, mix: TrackMix(level: -5, pan: -0.12, reverb: 0.25, lowCut: 60)),
      Layer(
        name: "melody", instrument: .piano, part: .melody, from: 0.35, range: 65...86,
        velocity: 0.66, mix: TrackMix(level: -3, pan: 0.12, reverb: 0.25, lowCut: 120)),
      Layer(
        name: "doubling", instrument: .piano, part: .doubling(steps: 7), from: 0.9,
        range: 76...98, velocity: 0.4,
        mix: TrackMix(level: -9, pan: 0.2, reverb: 0.3, lowCut: 200)),
      Layer(
        name: "alto", instrument: .piano, part: .doubling(steps: -2), from: 0.84,
        range: 60...79, velocity: 0.45,
        mix: TrackMix(level: -7, pan: 0.05, reverb: 0.25, lowCut: 120)),
      Layer(
        name: "bass", instrument: .piano, part: .bass(.held), from: 0.3, range: 28...45,
        velocity: 0.52, mix: TrackMix(level: -5, pan: -0.2, reverb: 0.2, lowCut: 30)),
    ]
    return style
  }

  static func sad(_ random: inout SeededRandom) -> Style {
    var style = Style(
      tempo: 58...70, mode: .minor, tonics: [0, 2, 4, 5, 7, 9],
      themes: [
        ["i bVImaj7 bIII V/3", "i v/3 bVImaj7 iv", "i9 iv9 bVImaj7 V7b9", "i iv/5 i V"],
        ["bVImaj7 bIII iv i", "iv i/3 bIImaj7 V7"],
      ],
      turnarounds: ["V7", "Vsus4,V"], cadences: ["iv V7", "bIImaj7 V7"], finals: ["i", "iadd9"],
      layers: [])
    style.looseness = 0.014
    style.melody = MelodyStyle(density: 0.2, rests: 0.2, leaps: 0.2, syncopation: 0.1)
    style.room = RoomStyle(
      reverbTime: 2.4, damping: 4500, predelay: 0.03, level: 0.6, brightness: 0.5, drive: 0.08)
    style.layers = [
      Layer(
        name: "piano", instrument: .piano,
        part: .chords(
          .broken(
            order: random.pick([[0, 2, 1, 3], [0, 1, 2, 1], [0, 3, 2, 1]]), unit: 0.5,
            rings: true)),
        range: 53...74, velocity: 0.42,
        mix: TrackMix(level: -2, pan: -0.15, reverb: 0.35, lowCut: 110)),
      Layer(
        name: "melody", instrument: random.pick([.cello, .piano, .clarinet]), part: .melody,
        from: 0.4, range: 55...74, velocity: 0.6,
        mix: TrackMix(level: -5, pan: 0.12, reverb: 0.4, lowCut: 140)),
      Layer(
        name: "strings", instrument: .strings, part: .chords(.held), from: 0.7, range: 55...76,
        velocity: 0.42, mix: TrackMix(level: -11, reverb: 0.45, lowCut: 280, highCut: 8500)),
      Layer(
        name: "high", instrument: .strings, part: .counter, from: 0.84, range: 69...86,
        velocity: 0.4, mix: TrackMix(level: -9, pan: -0.25, reverb: 0.5, lowCut: 300)),
      Layer(
        name: "bass", instrument: .cello, part: .bass(.held), from: 0.5, range: 36...50,
        velocity: 0.45, mix: TrackMix(level: -9, pan: 0.2, reverb: 0.3, lowCut: 50)),
    ]
    return style
  }
}

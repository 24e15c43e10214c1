extension Style {
  static func loFi(_ random: inout SeededRandom) -> Style {
    var style = Style(
      tempo: 70...84, mode: random.pick([.major, .dorian, .minor]),
      tonics: [0, 2, 3, 5, 7, 8, 10], themes: [], turnarounds: [], cadences: [], finals: [],
      layers: [])
    style.swing = 0.58
    style.swingUnit = 0.5
    style.looseness = 0.011
    if style.mode.isMinor {
      style.themes = [
        ["i9 iv9 bVImaj7 v7", "i9 bVImaj9 bIIImaj7 bVII9", "iv9 i9 bVImaj7 V7b13"],
        ["bVImaj9 bVII9 i9 i9", "iv9 bVII13 bIIImaj9 bVImaj7"],
      ]
      style.turnarounds = ["V7b13", "v7,bVII9", "bVImaj7,V7b13"]
      style.cadences = ["iv9 V7b13", "bVImaj9 v7"]
      style.finals = ["i9"]
    } else {
      style.themes = [
        [
          "ii9 V13 Imaj9 vi9", "Imaj9 vi9 ii9 V13", "IVmaj9 iii7 ii9 Imaj9",
          "IVmaj9 iv69 iii7 VI7b9",
        ],
        ["IVmaj9 V13 iii7 vi9", "ii9 bII7 Imaj9 Imaj9"],
      ]
      style.turnarounds = ["V9sus4", "bII7", "ii9,V13"]
      style.cadences = ["ii9 V13", "IVmaj9 iv69"]
      style.finals = ["Imaj9", "I69"]
    }
    style.melody = MelodyStyle(density: 0.4, rests: 0.3, leaps: 0.25, syncopation: 0.5)
    style.room = RoomStyle(
      reverbTime: 1.2, damping: 3500, predelay: 0.012, level: 0.5, wobble: 0.8, highCut: 11_000,
      echoBeats: 0.75, brightness: 0.6, drive: 0.35)
    style.layers = loFiLayers(&random)
    return style
  }

  private static func loFiLayers(_ random: inout SeededRandom) -> [Layer] {
    let kick = random.pick(["X......xx.......", "X.....x...x.....", "X..x....x.x....."])
    let groove = Groove(
      lines: [
        Groove.Line(Drum.kick, kick, from: 0.5),
        Groove.Line(Drum.snare, random.pick(["....X.......X...", "....X.......X..o"]), from: 0.5),
        Groove.Line(Drum.closedHat, "x.o.x.o.x.o.x.oo", from: 0.4),
        Groove.Line(Drum.rim, ".......o......o.", from: 0.8),
      ], fills: Groove.softFills, opensWithCrash: false)
    let lead = random.pick([Instrument.vibraphone, .nylonGuitar, .flute, .celesta])
    let comping = random.pick(["X-----x---......", "X-------..x-----", "..X---x---..x---"])
    return [
      Layer(
        name: "keys", instrument: .electricPiano, part: .chords(.struck(comping)),
        range: 50...72, velocity: 0.55,
        mix: TrackMix(level: -3, pan: -0.12, reverb: 0.25, chorus: 0.35, lowCut: 160, highCut: 7500)
      ),
      Layer(
        name: "melody", instrument: lead, part: .melody, from: 0.5, range: 64...84, velocity: 0.55,
        mix: TrackMix(level: -7, pan: 0.2, reverb: 0.35, echo: 0.25, lowCut: 220, highCut: 6000)),
      Layer(
        name: "counter", instrument: .warmPad, part: .counter, from: 0.84, range: 60...76,
        velocity: 0.4, mix: TrackMix(level: -15, pan: -0.3, reverb: 0.4, lowCut: 250, highCut: 3000)
      ),
      Layer(
        name: "bass", instrument: random.pick([.electricBass, .uprightBass]),
        part: .bass(.pattern(["r-----..r---a---", "r---..r-f---..a-", "r-------..f-a---"])),
        from: 0.4, range: 31...48, velocity: 0.7,
        mix: TrackMix(level: -5, reverb: 0.02, lowCut: 35, highCut: 1800)),
      Layer(
        name: "drums", instrument: .drumMachine, part: .drums(groove), velocity: 0.7,
        mix: TrackMix(level: -5, reverb: 0.1, lowCut: 35, highCut: 11_000)),
      Layer(
        name: "record", instrument: .crackle, part: .texture, velocity: 0.4,
        mix: TrackMix(level: -27, reverb: 0, lowCut: 300)),
    ]
  }

  static func hipHop(_ random: inout SeededRandom) -> Style {
    var style = Style(
      tempo: 82...96, mode: random.pick([.minor, .dorian]), tonics: [0, 1, 2, 4, 5, 7, 9],
      themes: [
        ["i i bVI V", "i7 i7 iv7 v7", "i bVI iv V7", "i9 i9 bVImaj7 bVII"],
        ["iv7 iv7 i7 i7", "bVImaj7 bVII i7 i7"],
      ],
      turnarounds: ["V7", "bVII", "bVI,V7"], cadences: ["iv7 V7", "bVI bVII"],
      finals: ["i7", "i9"], layers: [])
    style.swing = 0.56
    style.swingUnit = 0.5
    style.looseness = 0.007
    style.melody = MelodyStyle(density: 0.45, rests: 0.3, leaps: 0.2, syncopation: 0.6)
    style.room = RoomStyle(
      reverbTime: 1.1, damping: 5000, predelay: 0.015, level: 0.4, wobble: 0.2,
      highCut: 16_000, echoBeats: 0.75, brightness: 0.8, drive: 0.4)
    let kick = random.pick(["X..x..x...x.....", "X.x....X..x..x..", "X......x..x...x."])
    let groove = Groove(
      lines: [
        Groove.Line(Drum.kick, kick, from: 0.35),
        Groove.Line(Drum.snare, "....X.......X...", from: 0.35),
        Groove.Line(Drum.clap, "....x.......x...", from: 0.7),
        Groove.Line(Drum.closedHat, "x.x.x.xxx.x.x.x.", from: 0.5),
        Groove.Line(Drum.openHat, "..............x.", from: 0.84),
        Groove.Line(Drum.shaker, "o.oxo.oxo.oxo.ox", from: 0.9),
      ], fills: Groove.softFills + [Groove.danceFills[2]], opensWithCrash: false)
    style.layers = [
      Layer(
        name: "keys", instrument: random.pick([.electricPiano, .piano, .nylonGuitar]),
        part: .chords(
          .struck(random.pick(["X-----x---------", "X-x---..x-------", "X-------X---x---"]))),
        range: 50...72, velocity: 0.6,
        mix: TrackMix(level: -4, pan: -0.2, reverb: 0.2, lowCut: 180, highCut: 9000)),
      Layer(
        name: "strings", instrument: .strings, part: .chords(.held), from: 0.8, range: 55...76,
        velocity: 0.5, mix: TrackMix(level: -15, pan: 0.15, reverb: 0.35, lowCut: 250)),
      Layer(
        name: "melody", instrument: random.pick([.lead, .flute, .vibraphone, .whistle]),
        part: .melody, from: 0.5, range: 62...82, velocity: 0.6,
        mix: TrackMix(level: -6, pan: 0.15, reverb: 0.25, echo: 0.3, lowCut: 220)),
      Layer(
        name: "bass", instrument: .subBass,
        part: .bass(.pattern(["r-----r---r-....", "r--r-...r-----a-", "r-------..r-f---"])),
        range: 28...43, velocity: 0.85,
        mix: TrackMix(level: -10, reverb: 0, lowCut: 28, highCut: 3000)),
      Layer(
        name: "drums", instrument: .drumMachine, part: .drums(groove), velocity: 0.85,
        mix: TrackMix(level: -4, reverb: 0.06, lowCut: 30)),
    ]
    return style
  }

  static func electronic(_ random: inout SeededRandom) -> Style {
    var style = Style(
      tempo: 118...128, mode: random.pick([.minor, .dorian]), tonics: [0, 2, 4, 5, 7, 9],
      themes: [
        ["i bVI bIII bVII", "bVI bVII i i", "i bVII bVI bVII", "i9 bIIIadd9 bVII bVImaj7"],
        ["bVImaj7 i9 bVII bIII", "iv7 bVI i bVII"],
      ],
      turnarounds: ["bVII", "bVIIsus4,bVII", "v7"], cadences: ["bVI bVII", "iv7 v7"],
      finals: ["iadd9", "i9"], layers: [])
    style.looseness = 0
    style.endsHigh = true
    style.melody = MelodyStyle(density: 0.6, rests: 0.2, leaps: 0.3, syncopation: 0.6)
    style.room = RoomStyle(
      reverbTime: 2.4, damping: 7500, predelay: 0.03, level: 0.5, echoBeats: 0.75, brightness: 0.5,
      drive: 0.4)
    let groove = Groove(
      lines: [
        Groove.Line(Drum.kick, "X...X...X...X...", from: 0.5),
        Groove.Line(Drum.clap, "....X.......X...", from: 0.6),
        Groove.Line(Drum.closedHat, "o.x.o.x.o.x.o.x.", from: 0.3),
        Groove.Line(Drum.openHat, "..x...x...x...x.", from: 0.8),
        Groove.Line(Drum.shaker, "xoxoxoxoxoxoxoxo", from: 0.9),
      ], fills: Groove.danceFills)
    let order = random.pick([
      [0, 1, 2, 3, 2, 1], [0, 2, 1, 3], [3, 2, 1, 0, 1, 2], [0, 2, 4, 2, 3, 1],
    ])
    style.layers = [
      Layer(
        name: "pad", instrument: .warmPad, part: .chords(.held), range: 52...74, velocity: 0.5,
        mix: TrackMix(level: -7, reverb: 0.35, chorus: 0.4, lowCut: 220, ducking: 0.75)),
      Layer(
        name: "arpeggio", instrument: .pluck,
        part: .chords(.broken(order: order, unit: 0.25, rings: false)), from: 0.3,
        range: 60...79, velocity: 0.55,
        mix: TrackMix(level: -8, pan: 0.25, reverb: 0.25, echo: 0.35, lowCut: 250, ducking: 0.4)),
      Layer(
        name: "melody", instrument: .lead, part: .melody, from: 0.8, range: 65...84,
        velocity: 0.6,
        mix: TrackMix(level: -5, reverb: 0.3, echo: 0.3, lowCut: 250, ducking: 0.25)),
      Layer(
        name: "bass", instrument: .synthBass,
        part: .bass(.pattern(["..r-..r-..r-..o-", "r-r-r-o-r-r-r-o-", "..rr..rr..rr..ro"])),
        from: 0.5, range: 31...46, velocity: 0.75,
        mix: TrackMix(level: -8, reverb: 0, lowCut: 32, ducking: 0.7)),
      Layer(
        name: "counter", instrument: .glassPad, part: .counter, from: 0.9, range: 67...84,
        velocity: 0.45, mix: TrackMix(level: -16, pan: -0.3, reverb: 0.5, lowCut: 300, ducking: 0.4)
      ),
      Layer(
        name: "drums", instrument: .drumMachine, part: .drums(groove), velocity: 0.85,
        mix: TrackMix(level: -6, reverb: 0.05, lowCut: 30)),
    ]
    return style
  }

  static func chiptune(_ random: inout SeededRandom) -> Style {
    var style = Style(
      tempo: 126...152, mode: random.pick([.major, .minor]), tonics: [0, 2, 4, 5, 7, 9],
      themes: [], turnarounds: [], cadences: [], finals: [], layers: [])
    style.looseness = 0
    style.endsHigh = true
    if style.mode.isMinor {
      style.themes = [
        ["i bVII bVI V", "i bVI bIII bVII", "i iv bVII bIII"], ["bVI bVII i i", "iv bVII bIII V"],
      ]
      style.turnarounds = ["V", "bVII"]
      style.cadences = ["bVI bVII", "iv V"]
      style.finals = ["I", "i"]
    } else {
      style.themes = [
        ["I V vi IV", "I IV V I", "I vi IV V", "I bVII IV I"], ["vi IV I V", "IV V iii vi"],
      ]
      style.turnarounds = ["V", "bVII,V"]
      style.cadences = ["IV V", "bVI bVII"]
      style.finals = ["I"]
    }
    style.melody = MelodyStyle(density: 0.8, rests: 0.12, leaps: 0.35, syncopation: 0.3)
    style.room = RoomStyle(
      reverbTime: 0.5, damping: 7000, predelay: 0.005, level: 0.15, echoBeats: 0.5, drive: 0.1)
    let groove = Groove(
      lines: [
        Groove.Line(Drum.kick, "X.....x.X.......", from: 0.35),
        Groove.Line(Drum.snare, "....X.......X...", from: 0.35),
        Groove.Line(Drum.closedHat, "x.xxx.xxx.xxx.xx", from: 0.5),
      ], fills: [[Groove.Line(Drum.snare, "....X...x.x.xxxx")]], opensWithCrash: false)
    style.layers = [
      Layer(
        name: "melody", instrument: .pulse, part: .melody, from: 0.5, range: 67...88,
        velocity: 0.65, mix: TrackMix(level: -5, pan: 0.1, reverb: 0.15, echo: 0.2, lowCut: 200)),
      Layer(
        name: "arpeggio", instrument: .narrowPulse,
        part: .chords(.broken(order: [0, 1, 2, 3, 2, 1, 2, 1], unit: 0.25, rings: false)),
        range: 58...77, velocity: 0.5,
        mix: TrackMix(level: -13, pan: -0.3, reverb: 0.1, lowCut: 200)),
      Layer(
        name: "harmony", instrument: .pulse, part: .doubling(steps: -2), from: 0.9, range: 60...84,
        velocity: 0.5, mix: TrackMix(level: -14, pan: 0.35, reverb: 0.1, lowCut: 200)),
      Layer(
        name: "bass", instrument: .triangle,
        part: .bass(.pattern(["r-o-r-o-r-o-r-o-", "r-r-o-r-f-f-o-f-", "r---r-o-r---f-o-"])),
        from: 0.3, range: 36...55, velocity: 0.8, mix: TrackMix(level: -9, reverb: 0.02, lowCut: 40)
      ),
      Layer(
        name: "drums", instrument: .noiseSet, part: .drums(groove), velocity: 0.7,
        mix: TrackMix(level: -9, reverb: 0.02, lowCut: 40)),
    ]
    return style
  }
}

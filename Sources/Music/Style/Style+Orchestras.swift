extension Style {
  static func cinematic(_ random: inout SeededRandom) -> Style {
    var style = Style(
      tempo: 84...100, mode: random.pick([.minor, .minor, .major]), tonics: [0, 2, 4, 5, 7, 9],
      themes: [], turnarounds: [], cadences: [], finals: [], layers: [])
    if style.mode.isMinor {
      style.themes = [
        ["i bVI bIII bVII", "i i bVI iv", "i bVI iv bVII", "i v bVI bIII iv i bVI V"],
        ["bVI bVII i bIII/3", "iv bVI i/5 V"],
      ]
      style.turnarounds = ["V", "bVII"]
      style.cadences = ["bVI bVII", "iv Vsus4,V"]
      style.finals = ["I", "iadd9", "i"]
    } else {
      style.themes = [
        ["I V/3 vi IV", "I bVII IV I", "Iadd9 vi7 IVadd9 Vsus4"], ["vi IV I/3 V", "bVI bVII I I"],
      ]
      style.turnarounds = ["V", "bVII"]
      style.cadences = ["IV Vsus4,V", "bVI bVII"]
      style.finals = ["I", "Iadd9"]
    }
    style.looseness = 0.006
    style.endsHigh = true
    style.melody = MelodyStyle(density: 0.2, rests: 0.08, leaps: 0.4, syncopation: 0.05)
    style.room = RoomStyle(
      reverbTime: 2.8, damping: 5500, predelay: 0.03, level: 0.6, brightness: 0.8, drive: 0.2)
    let groove = Groove(
      lines: [
        Groove.Line(Drum.bassDrum, "X...............", from: 0.5, upTo: 0.8),
        Groove.Line(Drum.bassDrum, "X.......x.....x.", from: 0.81),
        Groove.Line(Drum.lowTom, "X..x..x.X..x..x.", from: 0.9),
      ], fills: Groove.epicFills)
    style.layers = [
      Layer(
        name: "ostinato", instrument: random.pick([.pizzicato, .strings, .piano]),
        part: .chords(.ostinato("X.x.x.x.X.x.x.x.")), from: 0.3, range: 52...70, velocity: 0.5,
        mix: TrackMix(level: -8, pan: -0.3, reverb: 0.3, lowCut: 120)),
      Layer(
        name: "strings", instrument: .strings, part: .chords(.held), range: 52...74, velocity: 0.5,
        mix: TrackMix(level: -8, reverb: 0.4, lowCut: 140)),
      Layer(
        name: "melody", instrument: random.pick([.horn, .strings, .cello]), part: .melody,
        from: 0.5,
        range: 57...76, velocity: 0.65,
        mix: TrackMix(level: -4, pan: 0.1, reverb: 0.35, lowCut: 130)),
      Layer(
        name: "violins", instrument: .strings, part: .doubling(steps: 7), from: 0.9, range: 69...88,
        velocity: 0.55, mix: TrackMix(level: -7, pan: -0.2, reverb: 0.4, lowCut: 220)),
      Layer(
        name: "brass", instrument: .brass, part: .chords(.held), from: 0.9, range: 50...67,
        velocity: 0.55, mix: TrackMix(level: -11, pan: 0.2, reverb: 0.35, lowCut: 120)),
      Layer(
        name: "bass", instrument: .cello, part: .bass(.held), from: 0.4, range: 33...48,
        velocity: 0.6, mix: TrackMix(level: -6, pan: 0.1, reverb: 0.25, lowCut: 40)),
      Layer(
        name: "drums", instrument: .orchestralDrums, part: .drums(groove), velocity: 0.75,
        mix: TrackMix(level: -6, reverb: 0.3, lowCut: 30)),
    ]
    return style
  }

  static func epic(_ random: inout SeededRandom) -> Style {
    var style = Style(
      tempo: 126...144, mode: random.pick([.minor, .harmonicMinor]), tonics: [0, 2, 4, 5, 7],
      themes: [
        ["i i bVI bVII", "i bVI bIII bVII", "i bVII bVI V", "i iv bVI V"],
        ["bVI bVII i i", "bVI bIII bVII i", "iv i bVI V"],
      ],
      turnarounds: ["V", "bVII"], cadences: ["bVI bVII", "iv V"], finals: ["I", "i"], layers: [])
    style.looseness = 0.005
    style.endsHigh = true
    style.melody = MelodyStyle(density: 0.25, rests: 0.05, leaps: 0.45, syncopation: 0.1)
    style.room = RoomStyle(
      reverbTime: 2.6, damping: 6000, predelay: 0.025, level: 0.55, brightness: 0.8, drive: 0.4)
    let groove = Groove(
      lines: [
        Groove.Line(Drum.bassDrum, "X.......X.......", from: 0.3),
        Groove.Line(Drum.lowTom, "X..x..x.X.x.x.xx", from: 0.5),
        Groove.Line(Drum.middleTom, "..x..x....x..x..", from: 0.84),
        Groove.Line(Drum.snare, "x.xxx.xxx.xxx.xx", from: 0.95),
      ], fills: Groove.epicFills)
    style.layers = [
      Layer(
        name: "ostinato", instrument: .strings, part: .chords(.ostinato("X.xxX.xxX.xxX.xx")),
        range: 48...67, velocity: 0.6,
        mix: TrackMix(level: -7, pan: -0.25, reverb: 0.25, lowCut: 110)),
      Layer(
        name: "choir", instrument: .choir, part: .chords(.held), from: 0.6, range: 55...76,
        velocity: 0.6, mix: TrackMix(level: -7, reverb: 0.45, lowCut: 180)),
      Layer(
        name: "melody", instrument: .brass, part: .melody, from: 0.5, range: 57...76,
        velocity: 0.75, mix: TrackMix(level: -2, pan: 0.1, reverb: 0.3, lowCut: 120)),
      Layer(
        name: "violins", instrument: .strings, part: .doubling(steps: 7), from: 0.84,
        range: 69...89, velocity: 0.6,
        mix: TrackMix(level: -5, pan: -0.2, reverb: 0.35, lowCut: 220)),
      Layer(
        name: "horns", instrument: .horn, part: .chords(.struck("X-------X---x---")), from: 0.9,
        range: 50...67, velocity: 0.65,
        mix: TrackMix(level: -9, pan: 0.25, reverb: 0.35, lowCut: 110)),
      Layer(
        name: "bass", instrument: .brass,
        part: .bass(.pattern(["r---r---r---r-r-", "r-------r---r---"])),
        from: 0.4, range: 33...47, velocity: 0.7,
        mix: TrackMix(level: -7, reverb: 0.2, lowCut: 36)),
      Layer(
        name: "drums", instrument: .orchestralDrums, part: .drums(groove), velocity: 0.85,
        mix: TrackMix(level: -8, reverb: 0.25, lowCut: 34)),
    ]
    return style
  }

  static func orchestral(_ random: inout SeededRandom) -> Style {
    var style = Style(
      tempo: 92...112, mode: random.pick([.major, .major, .harmonicMinor]),
      tonics: [0, 2, 3, 5, 7, 9, 10],
      themes: [], turnarounds: ["V7", "ii/3,V7"], cadences: ["ii7/3 V7", "IV,ii/3 V7"],
      finals: ["I"], layers: [])
    if style.mode.isMinor {
      style.themes = [
        ["i V7/3 i iv", "i iv V7 i", "i bVI iv V7"], ["bIII bVII bVI V", "iv bVII bIII V7"],
      ]
      style.turnarounds = ["V7"]
      style.cadences = ["iv V7", "bVI,iv V7"]
      style.finals = ["i", "I"]
    } else {
      style.themes = [
        ["I V7/3 I IV", "I vi ii/3 V7", "I IV V7/5 I/3", "I iii IV V7"],
        ["vi iii IV I/3", "ii V7 I/3 IV", "IV V7 iii vi"],
      ]
    }
    style.looseness = 0.008
    style.endsHigh = true
    style.melody = MelodyStyle(density: 0.5, rests: 0.1, leaps: 0.3, syncopation: 0.1)
    style.room = RoomStyle(
      reverbTime: 2.2, damping: 6000, predelay: 0.028, level: 0.55, brightness: 0.45, drive: 0.1)
    let groove = Groove(
      lines: [
        Groove.Line(Drum.bassDrum, "o...............", from: 0.84),
        Groove.Line(Drum.triangle, "x...............", from: 0.8),
        Groove.Line(Drum.snare, "o...o.oo........", from: 0.95),
      ], fills: [[Groove.Line(Drum.swell, "x...............")]])
    style.layers = [
      Layer(
        name: "strings", instrument: .strings, part: .chords(.held), range: 50...71,
        velocity: 0.5, mix: TrackMix(level: -7, pan: 0.1, reverb: 0.35, lowCut: 130)),
      Layer(
        name: "pizzicato", instrument: .pizzicato, part: .chords(.struck("..x...x...x...x.")),
        from: 0.5, range: 55...74, velocity: 0.5,
        mix: TrackMix(level: -10, pan: 0.3, reverb: 0.3, lowCut: 150)),
      Layer(
        name: "melody", instrument: random.pick([.flute, .clarinet, .strings]), part: .melody,
        from: 0.3, range: 67...86, velocity: 0.6,
        mix: TrackMix(level: -5, pan: -0.2, reverb: 0.35, lowCut: 220)),
      Layer(
        name: "violins", instrument: .strings, part: .doubling(steps: -2), from: 0.84,
        range: 62...81, velocity: 0.5,
        mix: TrackMix(level: -9, pan: -0.35, reverb: 0.35, lowCut: 200)),
      Layer(
        name: "horns", instrument: .horn, part: .counter, from: 0.7, range: 53...69, velocity: 0.5,
        mix: TrackMix(level: -9, pan: 0.2, reverb: 0.4, lowCut: 130)),
      Layer(
        name: "bass", instrument: .cello,
        part: .bass(.pattern(["r-------f-------", "r---....f---....", "r-------r---a---"])),
        range: 35...50, velocity: 0.6,
        mix: TrackMix(level: -6, pan: 0.3, reverb: 0.25, lowCut: 45)),
      Layer(
        name: "timpani", instrument: .timpani,
        part: .bass(.pattern(["r...........r.r.", "r..............."])),
        from: 0.84, range: 40...53, velocity: 0.55,
        mix: TrackMix(level: -9, reverb: 0.35, lowCut: 45)),
      Layer(
        name: "drums", instrument: .orchestralDrums, part: .drums(groove), velocity: 0.55,
        mix: TrackMix(level: -10, reverb: 0.3, lowCut: 30)),
    ]
    return style
  }

  static func holiday(_ random: inout SeededRandom) -> Style {
    var style = Style(
      tempo: 104...124, mode: .major, tonics: [0, 2, 5, 7, 10],
      themes: [
        ["I vi ii7 V7", "I I/3 IV V7", "I IV/1 I V7", "Imaj7 I7 IVmaj7 iv6"],
        ["IV I/3 II7 V7", "vi iii IV,iv I/5,V7", "IV iv I/5 VI7"],
      ],
      turnarounds: ["ii7,V7", "V7"], cadences: ["ii7 V7", "IV,iv6 V7"], finals: ["I", "I6"],
      layers: [])
    style.swing = random.pick([0.5, 0.6])
    style.looseness = 0.006
    style.endsHigh = true
    style.melody = MelodyStyle(density: 0.5, rests: 0.12, leaps: 0.3, syncopation: 0.1)
    style.room = RoomStyle(
      reverbTime: 1.8, damping: 7500, predelay: 0.022, level: 0.5, drive: 0.15)
    let groove = Groove(
      lines: [
        Groove.Line(Drum.sleighBells, "x.o.X.o.x.o.X.o."),
        Groove.Line(Drum.kick, "x.......x.......", from: 0.7),
        Groove.Line(Drum.snare, "....o.......o...", from: 0.8),
        Groove.Line(Drum.triangle, "............x...", from: 0.5),
      ], fills: [], opensWithCrash: false)
    style.layers = [
      Layer(
        name: "celesta", instrument: random.pick([.celesta, .musicBox]),
        part: .chords(.broken(order: [0, 2, 1, 3, 2, 4, 3, 2], unit: 0.5, rings: true)),
        range: 64...83, velocity: 0.45,
        mix: TrackMix(level: -9, pan: 0.3, reverb: 0.35, lowCut: 250)),
      Layer(
        name: "strings", instrument: .strings, part: .chords(.held), from: 0.5, range: 53...74,
        velocity: 0.45, mix: TrackMix(level: -10, reverb: 0.35, lowCut: 160)),
      Layer(
        name: "melody", instrument: random.pick([.glockenspiel, .flute, .tubularBells, .clarinet]),
        part: .melody, from: 0.3, range: 67...84, velocity: 0.6,
        mix: TrackMix(level: -5, pan: -0.1, reverb: 0.35, lowCut: 220)),
      Layer(
        name: "alto", instrument: .strings, part: .doubling(steps: -2), from: 0.84, range: 60...79,
        velocity: 0.5, mix: TrackMix(level: -9, pan: -0.3, reverb: 0.35, lowCut: 200)),
      Layer(
        name: "choir", instrument: .choir, part: .counter, from: 0.9, range: 60...76, velocity: 0.5,
        mix: TrackMix(level: -12, pan: 0.15, reverb: 0.5, lowCut: 200)),
      Layer(
        name: "bass", instrument: .uprightBass,
        part: .bass(.pattern(["r--.....f--.....", "r---r---f---a---"])), from: 0.3, range: 31...48,
        velocity: 0.65, mix: TrackMix(level: -6, reverb: 0.08, lowCut: 38)),
      Layer(
        name: "drums", instrument: .drumSet, part: .drums(groove), velocity: 0.6,
        mix: TrackMix(level: -10, reverb: 0.2, lowCut: 36)),
    ]
    return style
  }

  static func romantic(_ random: inout SeededRandom) -> Style {
    var style = Style(
      tempo: 84...108, beatsPerBar: 3, mode: random.pick([.major, .major, .minor]),
      tonics: [0, 2, 3, 5, 7, 8, 10], themes: [], turnarounds: [], cadences: [], finals: [],
      layers: [])
    if style.mode.isMinor {
      style.themes = [
        ["i iv V7 i", "i V7/5 i/3 iv", "i bVImaj7 iv V7"], ["bIII bVII bVImaj7 V7", "iv i/5 V7 i"],
      ]
      style.turnarounds = ["V7", "V7b9"]
      style.cadences = ["iv V7", "bIImaj7 V7"]
      style.finals = ["i", "i6"]
    } else {
      style.themes = [
        ["Imaj7 VI7b9 ii7 V7", "I iii7 IV iv6", "I V7/5 I/3 IV", "I #Idim7 ii7 V7"],
        ["IVmaj7 iv6 iii7 VI7b9", "vi III7/3 vi7 II7"],
      ]
      style.turnarounds = ["V7", "V7sus4"]
      style.cadences = ["ii7 V7", "iv6 V7"]
      style.finals = ["Imaj7", "I", "I6"]
    }
    style.looseness = 0.014
    style.melody = MelodyStyle(density: 0.4, rests: 0.08, leaps: 0.35, syncopation: 0)
    style.room = RoomStyle(
      reverbTime: 2.0, damping: 5000, predelay: 0.025, level: 0.55, drive: 0.1)
    style.layers = [
      Layer(
        name: "piano", instrument: random.pick([.piano, .harp, .nylonGuitar]),
        part: .chords(
          random.chance(0.5)
            ? .struck("....x--.x--.") : .broken(order: [0, 1, 2, 3, 2, 1], unit: 0.5, rings: true)),
        range: 52...72, velocity: 0.45,
        mix: TrackMix(level: -6, pan: -0.2, reverb: 0.3, lowCut: 120)),
      Layer(
        name: "strings", instrument: .strings, part: .chords(.held), from: 0.5, range: 55...76,
        velocity: 0.42, mix: TrackMix(level: -11, reverb: 0.4, lowCut: 170, highCut: 7500)),
      Layer(
        name: "melody", instrument: random.pick([.strings, .cello, .clarinet, .piano]),
        part: .melody, from: 0.3, range: 62...82, velocity: 0.6,
        mix: TrackMix(level: -4, pan: 0.1, reverb: 0.35, lowCut: 180)),
      Layer(
        name: "counter", instrument: .horn, part: .counter, from: 0.84, range: 52...67,
        velocity: 0.42, mix: TrackMix(level: -12, pan: 0.3, reverb: 0.45, lowCut: 130)),
      Layer(
        name: "bass", instrument: random.pick([.uprightBass, .cello]),
        part: .bass(.pattern(["r---........", "r-------...."])), range: 31...48, velocity: 0.6,
        mix: TrackMix(level: -6, reverb: 0.12, lowCut: 38)),
    ]
    return style
  }

  static func suspense(_ random: inout SeededRandom) -> Style {
    var style = Style(
      tempo: 92...112, mode: .harmonicMinor, tonics: [0, 2, 4, 5, 7],
      themes: [
        ["i i bII/1 i", "i #ivdim7/1 iv/1 i", "i bVI i bII", "i i bVImaj7 V7b9"],
        ["iv #ivdim7 V7b9 V7b9", "bVI bII V V"],
      ],
      turnarounds: ["V7b9", "bII"], cadences: ["bII V7b9", "iv #ivdim7"], finals: ["i"], layers: [])
    style.looseness = 0.004
    style.melody = MelodyStyle(density: 0.15, rests: 0.35, leaps: 0.3, syncopation: 0.3)
    style.room = RoomStyle(
      reverbTime: 3.0, damping: 4500, predelay: 0.035, level: 0.65, echoBeats: 0.75,
      brightness: 0.7, drive: 0.25)
    let groove = Groove(
      lines: [
        Groove.Line(Drum.woodBlock, "x.......o......."),
        Groove.Line(Drum.bassDrum, "X.....x.........", from: 0.5),
        Groove.Line(Drum.lowTom, "..........x..xx.", from: 0.84),
        Groove.Line(Drum.shaker, "o.ooo.ooo.ooo.oo", from: 0.7),
      ], fills: [[Groove.Line(Drum.swell, "X...............")]], opensWithCrash: false)
    style.layers = [
      Layer(
        name: "ostinato", instrument: random.pick([.pizzicato, .marimba, .synthBass]),
        part: .chords(
          .ostinato(random.pick(["X.x.x.x.X.x.x.x.", "X.xxx.x.X.xxx.x.", "X..x..x.X..x..x."]))),
        range: 43...60, velocity: 0.55,
        mix: TrackMix(level: -6, pan: -0.2, reverb: 0.3, echo: 0.15, lowCut: 80)),
      Layer(
        name: "strings", instrument: .strings, part: .chords(.held), from: 0.5, range: 60...79,
        velocity: 0.42, mix: TrackMix(level: -10, pan: 0.15, reverb: 0.5, lowCut: 220)),
      Layer(
        name: "drone", instrument: .warmPad, part: .bass(.held), range: 36...48, velocity: 0.5,
        mix: TrackMix(level: -14, reverb: 0.3, lowCut: 55, highCut: 2500)),
      Layer(
        name: "melody", instrument: random.pick([.celesta, .piano, .glassPad, .clarinet]),
        part: .melody, from: 0.5, range: 69...86, velocity: 0.5,
        mix: TrackMix(level: -6, pan: 0.2, reverb: 0.5, echo: 0.35, lowCut: 220)),
      Layer(
        name: "bass", instrument: .cello,
        part: .bass(.pattern(["r-------........", "r---......r-r---"])),
        from: 0.4, range: 33...46, velocity: 0.6, mix: TrackMix(level: -9, reverb: 0.25, lowCut: 38)
      ),
      Layer(
        name: "drums", instrument: .orchestralDrums, part: .drums(groove), velocity: 0.65,
        mix: TrackMix(level: -8, reverb: 0.3, lowCut: 32)),
    ]
    return style
  }
}

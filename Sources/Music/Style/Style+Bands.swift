extension Style {
  static func upbeat(_ random: inout SeededRandom) -> Style {
    var style = Style(
      tempo: 112...126, mode: .major, tonics: [0, 2, 4, 5, 7, 9],
      themes: [
        ["I V vi IV", "I IV vi V", "vi IV I V", "Iadd9 Vsus4 vi7 IVadd9"],
        ["IV V iii vi", "IV I V vi", "ii7 IV I V"],
      ],
      turnarounds: ["V", "IV,V", "Vsus4,V"], cadences: ["IV V", "ii7 V7sus4"],
      finals: ["I", "Iadd9"], layers: [])
    style.looseness = 0.004
    style.endsHigh = true
    style.melody = MelodyStyle(density: 0.65, rests: 0.15, leaps: 0.3, syncopation: 0.5)
    style.room = RoomStyle(
      reverbTime: 1.3, damping: 7500, predelay: 0.02, level: 0.4, echoBeats: 0.5, drive: 0.3)
    let groove = Groove(
      lines: [
        Groove.Line(
          Drum.kick, random.pick(["X...x...X...x...", "X.....x.X.....x.", "X..x..x.X......."]),
          from: 0.5),
        Groove.Line(Drum.snare, "....X.......X...", from: 0.5),
        Groove.Line(Drum.clap, "....x.......x...", from: 0.8),
        Groove.Line(Drum.closedHat, "x.o.x.o.x.o.x.o.", from: 0.3, upTo: 0.89),
        Groove.Line(Drum.openHat, "..x...x...x...x.", from: 0.9),
        Groove.Line(Drum.tambourine, "x.xxx.xxx.xxx.xx", from: 0.84),
      ], fills: Groove.popFills)
    style.layers = [
      Layer(
        name: "guitar", instrument: .steelGuitar,
        part: .chords(.strummed(random.pick(["D.dudud.", "D.d.dudu", "D.du.udu"]))),
        range: 50...71, velocity: 0.6,
        mix: TrackMix(level: -8, pan: -0.5, reverb: 0.2, chorus: 0.3, lowCut: 200)),
      Layer(
        name: "keys", instrument: .piano,
        part: .chords(.struck(random.pick(["X--x--x-X--x--x-", "X---X---X---X---"]))),
        from: 0.5, range: 57...77, velocity: 0.6,
        mix: TrackMix(level: -9, pan: 0.45, reverb: 0.25, lowCut: 250)),
      Layer(
        name: "melody", instrument: random.pick([.lead, .whistle, .glockenspiel, .piano]),
        part: .melody, from: 0.5, range: 67...86, velocity: 0.65,
        mix: TrackMix(level: -7, pan: 0.05, reverb: 0.25, echo: 0.15, lowCut: 250)),
      Layer(
        name: "counter", instrument: .strings, part: .counter, from: 0.84, range: 64...81,
        velocity: 0.5, mix: TrackMix(level: -14, pan: -0.15, reverb: 0.3, lowCut: 250)),
      Layer(
        name: "bass", instrument: .electricBass,
        part: .bass(.pattern(["r-r-r-r-r-r-r-a-", "r---r-r-f---f-a-", "r-.r-.r-r-.r-.a-"])),
        from: 0.4, range: 29...45, velocity: 0.75,
        mix: TrackMix(level: -6, reverb: 0.02, lowCut: 36, highCut: 4500)),
      Layer(
        name: "drums", instrument: .drumSet, part: .drums(groove), velocity: 0.8,
        mix: TrackMix(level: -5, reverb: 0.12, lowCut: 32)),
    ]
    return style
  }

  static func happy(_ random: inout SeededRandom) -> Style {
    var style = Style(
      tempo: 104...120, mode: random.pick([.major, .major, .mixolydian]), tonics: [0, 2, 5, 7, 10],
      themes: [
        ["I I IV V", "I vi ii7 V7", "I IV I V", "I III7 IV iv"],
        ["IV I ii7 V7", "vi iii7 IV V7"],
      ],
      turnarounds: ["V7", "ii7,V7"], cadences: ["ii7 V7", "IV,iv V7"], finals: ["I6", "I"],
      layers: [])
    style.swing = random.pick([0.5, 0.6, 0.62])
    style.looseness = 0.006
    style.endsHigh = true
    style.melody = MelodyStyle(density: 0.6, rests: 0.22, leaps: 0.35, syncopation: 0.3)
    style.room = RoomStyle(
      reverbTime: 0.9, damping: 7000, predelay: 0.012, level: 0.35, drive: 0.2)
    let groove = Groove(
      lines: [
        Groove.Line(Drum.kick, "X.......X.......", from: 0.5),
        Groove.Line(Drum.clap, "....X.......X...", from: 0.5),
        Groove.Line(Drum.shaker, "x.o.x.o.x.o.x.o.", from: 0.3),
        Groove.Line(Drum.woodBlock, "x..x..x...x.....", from: 0.9),
        Groove.Line(Drum.tambourine, "....x.......x...", from: 0.84),
      ], fills: [[Groove.Line(Drum.clap, "....X...X.X.XxX.")]], opensWithCrash: false)
    style.layers = [
      Layer(
        name: "guitar", instrument: .nylonGuitar,
        part: .chords(.strummed(random.pick(["D.du.udu", "d.D.d.Du", ".uD..uDu"]))),
        range: 60...79, velocity: 0.6,
        mix: TrackMix(level: -6, pan: -0.45, reverb: 0.25, chorus: 0.2, lowCut: 220)),
      Layer(
        name: "pizzicato", instrument: .pizzicato,
        part: .chords(.struck("..x...x...x...x.")), from: 0.5, range: 57...76, velocity: 0.55,
        mix: TrackMix(level: -9, pan: 0.5, reverb: 0.3, lowCut: 180)),
      Layer(
        name: "melody", instrument: random.pick([.whistle, .marimba, .glockenspiel, .clarinet]),
        part: .melody, from: 0.4, range: 69...88, velocity: 0.65,
        mix: TrackMix(level: -6, pan: 0.1, reverb: 0.2, lowCut: 250)),
      Layer(
        name: "doubling", instrument: .glockenspiel, part: .doubling(steps: 7), from: 0.95,
        range: 76...100, velocity: 0.4,
        mix: TrackMix(level: -17, pan: 0.3, reverb: 0.3, lowCut: 500)),
      Layer(
        name: "bass", instrument: .uprightBass,
        part: .bass(.pattern(["r--.....f--.....", "r--.....f--...a-"])), from: 0.3, range: 31...48,
        velocity: 0.75, mix: TrackMix(level: -5, reverb: 0.04, lowCut: 38)),
      Layer(
        name: "drums", instrument: .drumSet, part: .drums(groove), velocity: 0.7,
        mix: TrackMix(level: -8, reverb: 0.12, lowCut: 36)),
    ]
    return style
  }

  static func acoustic(_ random: inout SeededRandom) -> Style {
    var style = Style(
      tempo: 84...104, mode: random.pick([.major, .major, .dorian]), tonics: [0, 2, 4, 7, 9],
      themes: [], turnarounds: [], cadences: [], finals: [], layers: [])
    if style.mode.isMinor {
      style.themes = [
        ["i bVII IV i", "i7 IV bVII i7", "i bIII bVII IV"], ["bVI bVII i i", "iv bVII bIII V"],
      ]
      style.turnarounds = ["v7", "bVII"]
      style.cadences = ["IV v7", "bVI bVII"]
      style.finals = ["iadd9"]
    } else {
      style.themes = [
        ["Iadd9 V/3 vi7 IVadd9", "I iii7 IV I/3", "I IVmaj7 vi7 Vsus4", "I V/3 vi7 IV"],
        ["vi7 IV I/3 V", "IV V vi7 I/3", "ii7 IVadd9 I V"],
      ]
      style.turnarounds = ["Vsus4,V", "V"]
      style.cadences = ["IVadd9 Vsus4,V", "ii7 V7"]
      style.finals = ["Iadd9"]
    }
    style.looseness = 0.008
    style.melody = MelodyStyle(density: 0.45, rests: 0.2, leaps: 0.25, syncopation: 0.35)
    style.room = RoomStyle(
      reverbTime: 1.2, damping: 6000, predelay: 0.015, level: 0.45, brightness: 0.45, drive: 0.15)
    let groove = Groove(
      lines: [
        Groove.Line(Drum.kick, "x.......x.......", from: 0.7),
        Groove.Line(Drum.rim, "....x.......x...", from: 0.84),
        Groove.Line(Drum.shaker, "x.o.x.o.x.o.x.o.", from: 0.5),
      ], fills: [], opensWithCrash: false)
    let order = random.pick([
      [0, 2, 3, 1, 2, 3, 1, 2], [0, 3, 2, 3, 1, 3, 2, 3], [0, 1, 2, 3, 2, 3, 1, 2],
    ])
    style.layers = [
      Layer(
        name: "picking", instrument: .nylonGuitar,
        part: .chords(.broken(order: order, unit: 0.5, rings: true)), range: 48...69, velocity: 0.6,
        mix: TrackMix(level: -4, pan: -0.3, reverb: 0.2, lowCut: 120)),
      Layer(
        name: "strumming", instrument: .steelGuitar,
        part: .chords(.strummed(random.pick(["D.d..udu", "D...d.du"]))), from: 0.7, range: 50...72,
        velocity: 0.5, mix: TrackMix(level: -9, pan: 0.4, reverb: 0.2, lowCut: 180)),
      Layer(
        name: "melody", instrument: random.pick([.steelGuitar, .flute, .clarinet, .whistle]),
        part: .melody, from: 0.5, range: 64...81, velocity: 0.65,
        mix: TrackMix(level: -5, pan: 0.12, reverb: 0.3, lowCut: 200)),
      Layer(
        name: "counter", instrument: .cello, part: .counter, from: 0.84, range: 48...64,
        velocity: 0.5, mix: TrackMix(level: -13, pan: 0.2, reverb: 0.35, lowCut: 130)),
      Layer(
        name: "bass", instrument: .uprightBass,
        part: .bass(.pattern(["r-----..f-----..", "r-------r---f-a-"])), from: 0.5,
        range: 31...47, velocity: 0.65, mix: TrackMix(level: -7, reverb: 0.05, lowCut: 38)),
      Layer(
        name: "drums", instrument: .brushSet, part: .drums(groove), velocity: 0.6,
        mix: TrackMix(level: -11, reverb: 0.15, lowCut: 36)),
    ]
    return style
  }

  static func jazz(_ random: inout SeededRandom) -> Style {
    var style = Style(
      tempo: 108...152, mode: .major, tonics: [0, 2, 3, 5, 7, 8, 10],
      themes: [
        [
          "Imaj7 VI7b9 ii9 V13", "ii9 V13 Imaj9 VI7b9", "Imaj7,vi7 ii7,V7 iii7,VI7b9 ii9,V13",
          "I69 IV7 iii7,VI7b9 ii9,V13",
        ],
        ["IVmaj7 iv7 iii7 VI7b9", "ii9 V13 iii7 VI7b9", "vi7 II7 ii9 V13"],
      ],
      turnarounds: ["iii7,VI7b9", "ii9,V7b9", "ii9,bII7"],
      cadences: ["ii9 V13", "ii9,V7b9", "iii7,VI7b9 ii9,V13"], finals: ["I69", "Imaj9"], layers: [])
    style.swing = 0.64
    style.looseness = 0.009
    style.melody = MelodyStyle(density: 0.7, rests: 0.25, leaps: 0.35, syncopation: 0.6)
    style.room = RoomStyle(
      reverbTime: 1.0, damping: 5500, predelay: 0.015, level: 0.45, drive: 0.15)
    let groove = Groove(
      lines: [
        Groove.Line(Drum.ride, "x...x.o.x...x.o.", from: 0.4),
        Groove.Line(Drum.pedalHat, "....x.......x...", from: 0.3),
        Groove.Line(Drum.snare, "..o...o.....o..."),
        Groove.Line(Drum.kick, "o.......o.......", from: 0.84),
      ],
      fills: [
        [Groove.Line(Drum.snare, "..x.x.x...x.X.x.")],
        [
          Groove.Line(Drum.snare, "....x.x.x.x....."), Groove.Line(Drum.lowTom, "..........x.x.x."),
        ],
      ], opensWithCrash: false)
    style.layers = [
      Layer(
        name: "piano", instrument: .piano,
        part: .chords(
          .struck(random.pick(["X---..x-......x-", "..x-....x---....", "X-....x---..x-.."]))),
        range: 52...71, velocity: 0.5,
        mix: TrackMix(level: -7, pan: -0.4, reverb: 0.25, lowCut: 170)),
      Layer(
        name: "melody", instrument: random.pick([.piano, .vibraphone, .clarinet, .steelGuitar]),
        part: .melody, from: 0.35, range: 65...86, velocity: 0.65,
        mix: TrackMix(level: -4, pan: 0.3, reverb: 0.3, lowCut: 180)),
      Layer(
        name: "bass", instrument: .uprightBass, part: .bass(.walking), range: 28...50,
        velocity: 0.7, mix: TrackMix(level: -5, reverb: 0.05, lowCut: 36)),
      Layer(
        name: "drums", instrument: .brushSet, part: .drums(groove), velocity: 0.65,
        mix: TrackMix(level: -9, pan: 0.05, reverb: 0.18, lowCut: 36)),
    ]
    return style
  }
}

extension Groove {
  /// Fills of a rock or pop drummer.
  static let popFills: [[Line]] = [
    [
      Line(Drum.snare, "....X.......xxxX"), Line(Drum.highTom, "........x.x....."),
      Line(Drum.kick, "X.......x......."), Line(Drum.closedHat, "x.x.x.x........."),
    ],
    [
      Line(Drum.snare, "....X...xx......"), Line(Drum.highTom, "..........xx...."),
      Line(Drum.lowTom, "............xxxX"), Line(Drum.kick, "X...x...x...x..."),
      Line(Drum.closedHat, "x.x.x.x........."),
    ],
    [
      Line(Drum.snare, "....X..o.o.xX.xx"), Line(Drum.kick, "X.....x...x....."),
      Line(Drum.openHat, "..............x."),
    ],
  ]
  /// Rolls that lead into the next part of a dance track.
  static let danceFills: [[Line]] = [
    [Line(Drum.snare, "o.o.o.o.xxxxxxXX"), Line(Drum.kick, "X...X...X.......")],
    [Line(Drum.clap, "....X..x....X.xx"), Line(Drum.kick, "X...X...X...X.x.")],
    [Line(Drum.kick, "X...X..........."), Line(Drum.snare, "........x..x..xX")],
  ]
  /// Small turns of a lazy beat.
  static let softFills: [[Line]] = [
    [Line(Drum.kick, "X.....x........."), Line(Drum.snare, "....x......o.oxo")],
    [Line(Drum.kick, "X......x..x....."), Line(Drum.snare, "....X.......X..o")],
    [Line(Drum.snare, "....x.......x.o.")],
  ]
  /// Rolls of low drums.
  static let epicFills: [[Line]] = [
    [Line(Drum.lowTom, "x.x.x.x.xxxxxxXX"), Line(Drum.bassDrum, "X.......X...X.X.")],
    [Line(Drum.lowTom, "X..xX..xX..xX.XX"), Line(Drum.swell, "....X...........")],
  ]
}

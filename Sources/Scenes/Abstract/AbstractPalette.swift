internal import Motion

/// Colours for pictures of nothing in particular: a few that go together.
struct AbstractPalette {
  /// From dark to bright.
  let colours: [Light]

  private static let sets: [[UInt32]] = [
    [0x12122E, 0x2B2A72, 0x7A3FA8, 0xE0607E, 0xF9B36B],
    [0x071E2E, 0x0B4A5E, 0x168A8A, 0x6CC9A1, 0xF2E6A8],
    [0x1B0F2B, 0x4A1C5E, 0xA8327A, 0xF0706A, 0xFFD08A],
    [0x0B1D3A, 0x1D4E89, 0x3C8DBC, 0x9BD0E0, 0xF7E7CE],
    [0x14231C, 0x2E5A46, 0x6E9A62, 0xD2C77A, 0xF6ECC4],
    [0x2A1215, 0x7A2A2E, 0xC8553D, 0xF0A35E, 0xF8E3B4],
  ]

  init(_ stage: Stage) {
    var chance = stage.chance("palette")
    let wanted = stage.graph.palette
    guard let first = wanted.first else {
      colours = Self.sets[chance.pick(0..<Self.sets.count)].map { Light($0) }
      return
    }
    if first == .pastel {
      colours = [0xBFD7EA, 0xD9C6EC, 0xF7CFD8, 0xFBE3C8, 0xFFF6E4].map { Light($0) }
      return
    }
    let second = wanted.count > 1 ? wanted[1].light : first.light.mixed(Light(0xFFF1D6), 0.55)
    let third = wanted.count > 2 ? wanted[2].light : second.mixed(Light(repeating: 1), 0.5)
    colours = [
      first.light * 0.14, first.light * 0.5, first.light, second, third,
    ]
  }

  /// All of them as one run.
  var gradient: Gradient {
    Gradient(colours.enumerated().map { (Float($0.offset) / 4, $0.element) })
  }
}

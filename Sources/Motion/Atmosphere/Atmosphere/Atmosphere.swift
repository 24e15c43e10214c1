public import MediaTime
public import Pixels

/// What the air of a scene holds: weather, dust, sparks, petals, mist and light.
///
/// Particles are points in depth whose way is known for every moment (Reeves 1983, without
/// state): a frame depends on the seed, its time and the picture alone. They leave and come back
/// outside the frame, or fade. Far ones are small, near ones large and out of focus.
public struct Atmosphere: Sendable {
  /// One thing in the air.
  public struct Part: Hashable, Sendable {
    /// What it is.
    public var kind: Kind
    /// How much of it, 0…1; 0.5 is usual.
    public var amount: Double

    /// A thing of this kind and amount.
    public init(_ kind: Kind, amount: Double = 0.5) {
      self.kind = kind
      self.amount = amount
    }
  }

  /// Things that air may hold.
  public enum Kind: String, CaseIterable, Sendable {
    /// Flakes that sway and swirl as they fall.
    case snow
    /// Streaks of falling drops, and a little mist.
    case rain
    /// Motes that drift in the light.
    case dust
    /// Sparks that rise, glow and die.
    case embers
    /// Drifting sheets of mist, thicker with distance and towards the ground.
    case fog
    /// Lights far out of focus.
    case bokeh
    /// Beams from the brightest place above.
    case godRays = "god_rays"
    /// Petals of blossom that tumble down.
    case petals
    /// Shells that rise, burst and go out, as far away as the sky.
    case fireworks
  }

  /// The size of the frames it is for.
  public let size: PixelSize
  let parts: [Part]
  let chance: Chance
  let light: UnitPoint?
  let sheet: FogSheet?
  let dither: Dither

  /// The air of frames of `size`; `seed` chooses where everything is, and `light` is the place
  /// that beams and the glint of dust come from, found in each picture where it is nil.
  ///
  /// Amounts are brought into 0…1; parts of amount 0 draw nothing.
  public init(_ parts: [Part], size: PixelSize, seed: UInt64, light: UnitPoint? = nil) {
    self.size = size
    self.light = light
    chance = Chance(seed: seed)
    self.parts = Kind.backToFront.flatMap { kind in
      parts.filter { $0.kind == kind && $0.amount > 0 }
        .map { Part(kind, amount: min(1, $0.amount)) }
    }
    let hasSheets = self.parts.contains { [.fog, .rain, .godRays].contains($0.kind) }
    sheet = hasSheets ? FogSheet(chance: chance.branch(0xF06)) : nil
    dither = Dither(width: hasSheets ? size.width : 0)
  }

  /// Whether nothing is drawn.
  public var isEmpty: Bool { parts.isEmpty }

  /// Draws what the air holds at `time` over `picture`, in place: 4:2:0, of this size.
  ///
  /// `disparity` says how near the scene is at each place, 0 far … 1 near, stretched over the
  /// frame: what is farther than the scene is hidden there; nil hides nothing. `shift` is how far
  /// the camera has moved things at disparity 1, in shares of the frame's width and height.
  public func draw(
    onto picture: Picture, disparity: Field?, at time: MediaTime,
    shift: (x: Double, y: Double) = (0, 0)
  ) {
    precondition(picture.size == size && !picture.isFullChroma, "a 4:2:0 frame of this size")
    guard !isEmpty else { return }
    let moment = Moment(
      seconds: time.seconds, shift: shift, ambient: Ambient(of: picture), light: light,
      size: size)
    let canvas = AirCanvas(picture, occlusion: disparity.map(Occlusion.init))
    for part in parts {
      let source = chance.branch(part.kind.number)
      switch part.kind {
      case .snow: Snow(part.amount, source).draw(on: canvas, moment)
      case .rain:
        drawFog(part.amount * 0.3, on: canvas, moment, sheets: 1)
        Rain(part.amount, source).draw(on: canvas, moment)
      case .dust: Dust(part.amount, source).draw(on: canvas, moment)
      case .embers: Embers(part.amount, source).draw(on: canvas, moment)
      case .fog: drawFog(part.amount, on: canvas, moment)
      case .bokeh: BokehLights(part.amount, source).draw(on: canvas, moment)
      case .godRays: drawRays(part.amount, on: canvas, moment)
      case .petals: Petals(part.amount, source).draw(on: canvas, moment)
      case .fireworks: Fireworks(part.amount, source).draw(on: canvas, moment)
      }
    }
  }

  private func drawFog(
    _ amount: Double, on canvas: AirCanvas, _ moment: Moment, sheets: Int = 3
  ) {
    guard let sheet else { return }
    Fog(amount, sheet, dither, sheets: sheets).draw(on: canvas, moment)
  }

  private func drawRays(_ amount: Double, on canvas: AirCanvas, _ moment: Moment) {
    guard let sheet else { return }
    GodRays(amount, sheet, dither).draw(on: canvas, moment)
  }
}

extension Atmosphere.Kind {
  static let backToFront: [Self] = [
    .fireworks, .godRays, .fog, .rain, .snow, .dust, .petals, .embers, .bokeh,
  ]

  /// A number of its own that stays, so that seeds keep their meaning.
  fileprivate var number: Int {
    switch self {
    case .snow: 1
    case .rain: 2
    case .dust: 3
    case .embers: 4
    case .fog: 5
    case .bokeh: 6
    case .godRays: 7
    case .petals: 8
    case .fireworks: 9
    }
  }
}

/// What everything in the air needs to know about one frame.
struct Moment {
  let seconds: Double
  let shift: (x: Double, y: Double)
  let ambient: Ambient
  let light: UnitPoint?
  let width: Double
  let height: Double
  /// Pixels for each of a picture 1080 pixels high.
  let scale: Double

  init(
    seconds: Double, shift: (x: Double, y: Double), ambient: Ambient, light: UnitPoint?,
    size: PixelSize
  ) {
    self.seconds = seconds
    self.shift = shift
    self.ambient = ambient
    self.light = light
    width = Double(size.width)
    height = Double(size.height)
    scale = height / 1080
  }

  /// Particles that a frame of another shape than 16 : 9 needs for the same density.
  func count(_ number: Double) -> Int {
    Int((number * width / height * 9 / 16).rounded(.up))
  }

  /// A place on a torus a little larger than the frame, so that what goes round does so outside:
  /// `turns` (shares of the frame's width or height) becomes pixels. `lap` counts the rounds.
  static func wrapped(
    _ turns: Double, length: Double, margin: Double
  ) -> (place: Double, lap: Int) {
    let whole = 1 + 2 * margin
    let laps = turns / whole
    let lap = laps.rounded(.down)
    return (((laps - lap) * whole - margin) * length, Int(lap))
  }
}

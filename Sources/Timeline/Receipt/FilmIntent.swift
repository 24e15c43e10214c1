/// What a film was asked to be, as its file carries it: what a receipt compares with what the
/// frames show.
public struct FilmIntent: Hashable, Sendable, Codable {
  /// What the camera was to do, clip by clip, at most `mostMoves`.
  public var moves: [Move]
  /// Integrated loudness in LUFS; nil where there is no sound.
  public var loudness: Double?
  /// The limit of the true peak in dBTP, after encoding.
  public var truePeak: Double?
  /// How many texts it shows.
  public var texts: Int
  /// How many of them have characters that no font has.
  public var incompleteTexts: Int
  /// How many stand where players lay their buttons.
  public var coveredTexts: Int
  /// Frames that were drawn for this film.
  public var frames: Int

  /// More clips than this aren't kept in a film's file.
  public static let mostMoves = 24

  /// What a film was asked to be.
  public init(
    moves: [Move], loudness: Double? = nil, truePeak: Double? = nil, texts: Int = 0,
    incompleteTexts: Int = 0, coveredTexts: Int = 0, frames: Int
  ) {
    self.moves = Array(moves.prefix(Self.mostMoves))
    self.loudness = loudness
    self.truePeak = truePeak
    self.texts = texts
    self.incompleteTexts = incompleteTexts
    self.coveredTexts = coveredTexts
    self.frames = frames
  }

  /// How many of the film's first frames are to be looked at: `limit`, or none where none of them
  /// shows what was asked in figures.
  public func framesToMeasure(within limit: Int) -> Int {
    moves.contains { !$0.stands.isEmpty && $0.firstFrame < limit } ? limit : 0
  }

  /// What the camera was to do over one clip.
  public struct Move: Hashable, Sendable, Codable {
    /// The clip's first frame in the film.
    public var firstFrame: Int
    /// Its frames.
    public var frameCount: Int
    /// The names of the moves in the draft.
    public var names: [String]
    /// Where the camera stands at evenly spaced moments from the first frame to the last; empty
    /// where depth decides what is seen.
    public var stands: [Stand]

    /// A move.
    public init(firstFrame: Int, frameCount: Int, names: [String], stands: [Stand]) {
      self.firstFrame = firstFrame
      self.frameCount = frameCount
      self.names = names
      self.stands = stands
    }

    private enum CodingKeys: String, CodingKey {
      case firstFrame = "f", frameCount = "n", names = "m", stands = "s"
    }

    /// What the camera does between two frames of the film, those outside the clip left out.
    public func change(from first: Int, to last: Int) -> CameraChange? {
      guard let start = stand(onFrame: first), let end = stand(onFrame: last) else { return nil }
      let scale = end.scale / start.scale
      return CameraChange(
        scale: scale, x: end.x - start.x * scale, y: end.y - start.y * scale,
        turn: end.turn - start.turn)
    }

    private func stand(onFrame index: Int) -> Stand? {
      guard stands.count > 1, frameCount > 1 else { return nil }
      let share = Double(index - firstFrame) / Double(frameCount - 1)
      let place = min(max(share, 0), 1) * Double(stands.count - 1)
      let low = min(Int(place), stands.count - 2)
      let (a, b, t) = (stands[low], stands[low + 1], place - Double(low))
      func between(_ one: Double, _ other: Double) -> Double { one + (other - one) * t }
      return Stand(
        scale: between(a.scale, b.scale), x: between(a.x, b.x), y: between(a.y, b.y),
        turn: between(a.turn, b.turn))
    }
  }

  /// Where the camera stands, compared with a clip's first frame.
  public struct Stand: Hashable, Sendable, Codable {
    /// How large things are.
    public var scale: Double
    /// How far right what was at the middle is, in shares of the frame's width.
    public var x: Double
    /// How far down, in shares of its height.
    public var y: Double
    /// Degrees that the camera has rolled.
    public var turn: Double

    /// A stand, to four decimals.
    public init(scale: Double, x: Double, y: Double, turn: Double) {
      func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
      self.scale = rounded(scale)
      self.x = rounded(x)
      self.y = rounded(y)
      self.turn = rounded(turn)
    }

    /// Reads four numbers.
    public init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      self.init(
        scale: try list.decode(Double.self), x: try list.decode(Double.self),
        y: try list.decode(Double.self), turn: try list.decode(Double.self))
      guard [scale, x, y, turn].allSatisfy(\.isFinite), scale > 0 else {
        throw DecodingError.dataCorruptedError(
          in: list, debugDescription: "A camera's stand has finite numbers and a scale.")
      }
    }

    /// Writes four numbers.
    public func encode(to encoder: any Encoder) throws {
      var list = encoder.unkeyedContainer()
      for value in [scale, x, y, turn] { try list.encode(value) }
    }
  }

  private enum CodingKeys: String, CodingKey {
    case moves, loudness, truePeak = "peak", texts, incompleteTexts = "glyphless"
    case coveredTexts = "covered", frames
  }
}

/// What a camera did between two moments.
public struct CameraChange: Hashable, Sendable {
  /// How many times larger things became.
  public var scale: Double
  /// How far right the middle moved, in shares of the frame's width.
  public var x: Double
  /// How far down, in shares of its height.
  public var y: Double
  /// Degrees that the picture turned.
  public var turn: Double

  /// A change.
  public init(scale: Double, x: Double, y: Double, turn: Double) {
    self.scale = scale
    self.x = x
    self.y = y
    self.turn = turn
  }
}

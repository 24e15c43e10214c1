import MediaTime

/// A time or a rate as it is written in JSON: `[numerator, denominator]`.
struct Fraction: Hashable, Sendable, Codable {
  var numerator: Int64
  var denominator: Int64

  init(_ time: MediaTime) {
    numerator = time.numerator
    denominator = time.denominator
  }

  init(_ rate: FrameRate) {
    numerator = Int64(rate.numerator)
    denominator = Int64(rate.denominator)
  }

  init(from decoder: any Swift.Decoder) throws {
    var container = try decoder.unkeyedContainer()
    numerator = try container.decode(Int64.self)
    denominator = try container.decode(Int64.self)
    guard denominator > 0, denominator <= Int64(Int32.max), numerator > .min else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a fraction has a positive denominator")
    }
  }

  func encode(to encoder: any Swift.Encoder) throws {
    var container = encoder.unkeyedContainer()
    try container.encode(numerator)
    try container.encode(denominator)
  }

  var time: MediaTime { MediaTime(numerator, over: denominator) }

  var rate: FrameRate {
    FrameRate(
      Int32(max(1, min(numerator, Int64(Int32.max)))),
      over: Int32(max(1, min(denominator, Int64(Int32.max)))))
  }
}

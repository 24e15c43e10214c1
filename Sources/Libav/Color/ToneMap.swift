import Glibc
import Pixels

/// From high dynamic range (PQ or HLG, ITU-R BT.2100) to what a standard screen shows.
///
/// Light up to 60 % of diffuse white (203 cd/m², ITU-R BT.2408) stays as it is; what is brighter
/// rolls off towards the screen's white. Chroma is scaled by the ratio of both curves' slopes in
/// log light, which keeps the ratios of red, green and blue near grey. Matrix and range stay.
struct ToneMap {
  private static let white = 203.0
  private static let knee = 0.6
  private static let shift: Int32 = 12
  /// New luma for each luma.
  private let luma: [UInt8]
  /// Gain of chroma for each luma, in fixed point.
  private let gain: [Int32]

  init(from space: ColorSpace) {
    let (black, span) = space.isFullRange ? (0.0, 255.0) : (16.0, 219.0)
    var luma: [UInt8] = []
    var gain: [Int32] = []
    for code in 0..<256 {
      let signal = max(0, min(1, (Double(code) - black) / span))
      let value = ToneMap.display(signal, space.transfer)
      luma.append(UInt8(max(0, min(255, (black + span * value).rounded()))))
      // Slopes of both signals against the logarithm of light.
      let step = 0.004
      let (low, high) = (max(0.001, signal - step), min(1, signal + step))
      let light = log(ToneMap.light(high, space.transfer) / ToneMap.light(low, space.transfer))
      let change = (high - low) / max(light, 1e-9)
      let wanted = pow(ToneMap.rolledOff(ToneMap.light(signal, space.transfer)), 1 / 2.4) / 2.4
      gain.append(Int32(min(4, wanted / change) * Double(Int32(1) << ToneMap.shift)))
    }
    self.luma = luma
    self.gain = gain
  }

  private static func display(_ signal: Double, _ transfer: ColorSpace.Transfer) -> Double {
    pow(rolledOff(light(signal, transfer)), 1 / 2.4)
  }

  private static func rolledOff(_ light: Double) -> Double {
    guard light > knee else { return light }
    return knee + (1 - knee) * (1 - exp(-(light - knee) / (1 - knee)))
  }

  /// Light of a grey signal, 1 being diffuse white.
  private static func light(_ signal: Double, _ transfer: ColorSpace.Transfer) -> Double {
    switch transfer {
    case .perceptualQuantizer:
      let power = pow(signal, 1 / 78.84375)
      let ratio = max(power - 0.8359375, 0) / (18.8515625 - 18.6875 * power)
      return 10_000 * pow(ratio, 1 / 0.1593017578125) / white
    case .hybridLogGamma:
      let (a, b, c) = (0.17883277, 0.28466892, 0.55991073)
      let scene = signal <= 0.5 ? signal * signal / 3 : (exp((signal - c) / a) + b) / 12
      return 1000 * pow(scene, 1.2) / white
    case .standard:
      return pow(signal, 2.4)
    }
  }

  /// The picture, 4:2:0 or 4:4:4, for a standard screen.
  func apply(to source: Picture, inPlace: Bool) -> Picture {
    let target =
      inPlace
      ? source
      : Picture(
        luma: Plane(size: source.size), cb: Plane(size: source.cb.size),
        cr: Plane(size: source.cr.size), alpha: source.alpha)
    let scale = source.isFullChroma ? 1 : 2
    gain.withUnsafeBufferPointer { gain in
      for y in 0..<source.cb.height {
        let light = source.luma.row(y * scale)
        ToneMap.scale(source.cb.row(y), target.cb.row(y), light, gain, source.cb.width, scale)
        ToneMap.scale(source.cr.row(y), target.cr.row(y), light, gain, source.cr.width, scale)
      }
    }
    luma.withUnsafeBufferPointer { luma in
      for y in 0..<source.size.height {
        let (from, to) = (source.luma.row(y), target.luma.row(y))
        for x in 0..<source.size.width { to[x] = luma[Int(from[x])] }
      }
    }
    return target
  }

  private static func scale(
    _ from: UnsafeMutablePointer<UInt8>, _ to: UnsafeMutablePointer<UInt8>,
    _ light: UnsafeMutablePointer<UInt8>, _ gain: UnsafeBufferPointer<Int32>, _ width: Int,
    _ scale: Int
  ) {
    let half = Int32(1) << (shift - 1)
    for x in 0..<width {
      let difference = (Int32(from[x]) &- 128) &* gain[Int(light[x &* scale])]
      let value = 128 &+ ((difference &+ half) >> shift)
      to[x] = UInt8(truncatingIfNeeded: max(0, min(255, value)))
    }
  }
}

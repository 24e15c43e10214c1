internal import Foundation
internal import Pixels

/// Something that happens to the subject alone while what lies behind it stays.
public struct SubjectEffect: Hashable, Sendable {
  /// What happens.
  public let kind: Kind
  /// How much of it, 0…1; ½ is usual.
  public let amount: Double
  /// Makes every piece go its own way, the same way each time.
  public let seed: UInt64

  /// An effect.
  public init(_ kind: Kind, amount: Double = 0.5, seed: UInt64 = 1) {
    self.kind = kind
    self.amount = max(0, min(1, amount))
    self.seed = seed
  }

  /// Effects, by the names that drafts have.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case dissolve, explode, melt, squish, inflate, levitate, tear, crumble
  }

  /// How far it has come when `share` of the shot has passed: the picture is seen whole first.
  func progress(_ share: Double) -> Double {
    switch kind {
    case .levitate, .inflate, .squish: Ease.inOut.progress(share / 0.9)
    case .explode: Ease.easeOut.progress((share - 0.2) / 0.8)
    default: Ease.inOut.progress((share - 0.12) / 0.85)
    }
  }

  /// Whether the subject goes to pieces rather than changing its shape.
  var breaks: Bool {
    switch kind {
    case .dissolve, .explode, .tear, .crumble: true
    case .melt, .squish, .inflate, .levitate: false
    }
  }
}

/// A change of shape: where each place of the picture reads in the subject as it was.
struct Deformation {
  let effect: SubjectEffect
  /// Where the subject lies in the picture, in pixels.
  let bounds: PixelRect
  /// 0…1.
  let progress: Double
  /// Seconds since the shot began.
  let seconds: Double

  private var centerX: Double { Double(bounds.x) + Double(bounds.width) / 2 }
  private var centerY: Double { Double(bounds.y) + Double(bounds.height) / 2 }
  private var strength: Double { effect.amount * 2 }

  func source(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    switch effect.kind {
    case .melt: melted(x, y)
    case .squish: squished(x, y)
    case .inflate: inflated(x, y)
    case .levitate: levitated(x, y)
    case .dissolve, .explode, .tear, .crumble: (x, y)
    }
  }

  /// Runs down in drops: each column sags at its own pace, the more the higher it was.
  private func melted(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let noise = ValueNoise(seed: effect.seed)
    let column = x / Double(bounds.width)
    let pace = 0.55 + 0.45 * noise.value(at: column * 7) + 0.25 * noise.value(at: column * 19)
    let base = Double(bounds.maxY)
    let height = max(0, base - y) / Double(bounds.height)
    let sag = progress * strength * max(0.1, pace)
    let spread = 1 + 0.5 * progress * strength * max(0, 0.35 - height)
    let wave = 6 * progress * sin(y / 24 + 6 * column)
    return (
      centerX + (x - centerX) / spread + wave,
      base - (base - y) / max(0.12, 1 - 0.75 * min(1, sag)) - 0.02 * sag * (base - y)
    )
  }

  /// Pressed from above, and out to the sides.
  private func squished(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let beat = sin(progress * .pi)
    let flat = 1 - 0.45 * strength * beat
    let base = Double(bounds.maxY)
    let wide = 1 / flat.squareRoot()
    return (centerX + (x - centerX) / wide, base - (base - y) / flat)
  }

  /// Blown up like a balloon, most in its middle.
  private func inflated(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let reach = 0.75 * Double(max(bounds.width, bounds.height))
    let (dx, dy) = (x - centerX, y - centerY)
    let distance = (dx * dx + dy * dy).squareRoot() / reach
    let growth = 1 + 0.45 * strength * progress * max(0, 1 - distance * distance)
    return (centerX + dx / growth, centerY + dy / growth)
  }

  /// Lifted off the ground, and floating there.
  private func levitated(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let lift = 0.22 * strength * progress * Double(bounds.height)
    let float = 0.012 * Double(bounds.height) * sin(seconds * 2.4) * progress
    let tilt = 0.03 * sin(seconds * 1.7) * progress
    let (dx, dy) = (x - centerX, y + lift + float - centerY)
    return (centerX + dx * cos(tilt) - dy * sin(tilt), centerY + dx * sin(tilt) + dy * cos(tilt))
  }
}

internal import Foundation
internal import Motion

/// Round trees far off, in rows and clumps: a few dabs each, dark below, bright above.
struct Copse {
  let stage: Stage

  /// Scatters trees over land that a sheet already shows, from a row down.
  func scatter(_ label: String, distance: Float, from row: Float, on canvas: inout Canvas) {
    let air = stage.atmosphere
    var chance = stage.chance("copse " + label)
    let clump = stage.noise("copse " + label)
    let tones = Foliage.leaves(stage.graph.season)
    let unit = stage.unit
    let size = unit * mix(0.0145, 0.006, distance)
    let isBare = stage.graph.season == .winter
    var places: [Point] = []
    for _ in 0..<Int(stage.width / unit * 900) {
      let at = Point(chance.within(0, stage.width), chance.within(row, stage.horizon + unit * 0.06))
      let hedge = abs(clump.value(at.x / unit * 2.4, at.y / unit * 5)) < 0.055
      let wood = clump.value(at.x / unit * 1.5 + 30, at.y / unit * 3) > 0.36
      guard hedge || wood else { continue }
      let i = min(Int(at.y), canvas.height - 1) * canvas.width + min(Int(at.x), canvas.width - 1)
      let above = max(i - canvas.width * Int(size), 0)
      if canvas.pixels[i].w > 0.99, canvas.pixels[above].w > 0.2 { places.append(at) }
    }
    places.sort { $0.y < $1.y }
    for at in places {
      let tone = tones[chance.pick(0..<tones.count)] * (isBare ? 0.8 : 0.72)
      let r = size * chance.within(0.6, 1.3)
      let shade = air.veiled(air.silhouette, distance)
      canvas.dab(
        at + Point(-stage.sunSide * r * 0.7, r * 0.2), radius: r * 0.9, softness: 1, shade,
        alpha: 0.22)
      for leaf in 0..<11 {
        let t = Float(leaf) / 10
        let off = Point(chance.normal() * 0.42, -0.25 - t * 1.05 + chance.within(-0.15, 0.15))
        let facing = min(max(0.30 + t * 0.45 + off.x * stage.sunSide * 0.4, 0), 1)
        let lit = air.surface(
          tone * (0.55 + 0.75 * facing), sun: facing * (0.35 + 0.65 * air.frontal), up: facing)
        canvas.dab(
          at + off * r, radius: r * (0.58 - 0.26 * t), softness: 0.45, air.veiled(lit, distance),
          alpha: 0.95)
      }
    }
  }
}

internal import Foundation
internal import Motion

extension Landscape {
  /// A house, or a village: the first is the subject, the others stand around and behind it.
  func draw(house: SceneGraph.Element, on easel: inout Easel) {
    let foot = Point(stage.focusX, horizon + unit * 0.085)
    let height = unit * 0.20 * size(house)
    lightGround(at: foot, height: height, on: &easel)
    let near = easel.disparity(atFoot: foot.y, from: horizon, far: 0.14)
    let others = neighbours(of: foot, height: height, count: min(house.count ?? 1, 7) - 1)
    if !standsInWater, !others.isEmpty {
      easel.upright(at: near * 0.8) { canvas in
        for other in others { other.house.draw(at: other.foot, height: other.height, on: &canvas) }
      }
    }
    var chimney = foot
    easel.upright(at: near) { canvas in
      let reach = height * 1.3 + unit * (others.isEmpty ? 0.22 : 0.6)
      let bank = Bank(stage: stage, place: foot, reach: reach)
      if standsInWater {
        bank.draw(on: &canvas)
        for other in others { other.house.draw(at: other.foot, height: other.height, on: &canvas) }
      }
      chimney = House(stage: stage).draw(at: foot, height: height, on: &canvas)
      if standsInWater {
        for (place, height) in others.map({ ($0.foot, $0.height) }) + [(foot, height)] {
          reflect(on: &canvas, below: bank.waterline, height: height * 1.6, around: place.x)
        }
      }
    }
    let isCold = graph.season == .winter || graph.weather == .snow || graph.hour == .night
    if isCold || graph.hour == .dusk {
      easel.upright(at: near, moves: .smoke) { canvas in
        Plume(stage: stage, source: chimney, height: unit * 0.26).draw(on: &canvas)
      }
    }
    easel.focus = foot - Point(0, height * 0.5)
  }

  /// The pool of light that windows throw before a house.
  private func lightGround(at foot: Point, height: Float, on easel: inout Easel) {
    guard air.lamps > 0.5 else { return }
    easel.relight { canvas in
      canvas.shade(rows: canvas.rows(foot.y - height * 0.2, foot.y + height * 1.6)) { x, y, old in
        let d = Point((x - foot.x) / 2.2, (y - foot.y - height * 0.12) * 1.6) / height
        let fall = exp(-(d * d).sum() * 2.2) * 0.16 * air.lamps * old.w
        return old + SIMD4(Light(0xFFB45C) * fall, 0)
      }
    }
  }

  private struct Neighbour {
    let house: House
    let foot: Point
    let height: Float
  }

  /// The other houses of a village, the farthest first. Across, down and size are shares of the
  /// unit, of it, and of the first house.
  private func neighbours(of foot: Point, height: Float, count: Int) -> [Neighbour] {
    let slots: [(across: Float, down: Float, size: Float)] = [
      (-0.42, -0.018, 0.72), (0.36, -0.026, 0.62), (-0.78, -0.034, 0.52), (-0.16, -0.048, 0.40),
      (0.20, -0.052, 0.34), (-0.58, -0.054, 0.32),
    ]
    let walls = [0xD8C4A0, 0xE4E0D8, 0xC9B08E, 0xE9DCC4] as [UInt32]
    let roofs = [0x6E4A3A, 0x5A5A62, 0x8A5A3A, 0x9A4A38] as [UInt32]
    let side: Float = stage.focusX > stage.width / 2 ? 1 : -1
    let squeeze: Float = stage.isTall ? 0.6 : 1
    var chance = stage.chance("village")
    let all = (0..<max(min(count, slots.count), 0)).map { index in
      let slot = slots[index]
      // A bank by the water is short and narrow.
      let reach: Float = standsInWater ? 0.42 : 1
      let across =
        (max(slot.across, -reach) * side * squeeze + chance.within(-0.03, 0.03)) * unit
      let down = slot.down * unit * (standsInWater ? 0.25 : 1)
      let house = House(
        stage: stage, wall: Light(walls[index % walls.count]),
        tiles: Light(roofs[index % roofs.count]))
      return Neighbour(
        house: house, foot: foot + Point(across, down),
        height: height * slot.size * chance.within(0.92, 1.08))
    }
    return all.sorted { $0.foot.y < $1.foot.y }
  }

  /// Whether water is where a house would stand.
  private var standsInWater: Bool {
    isOnWater && graph.has(any: .lake, .sea) && !graph.has(.lighthouse)
  }
}

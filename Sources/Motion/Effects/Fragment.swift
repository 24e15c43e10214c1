internal import Foundation
internal import Pixels

/// A piece of a subject that goes to pieces.
struct Fragment: Sendable {
  let source: MeshSource
  /// Where its corner lies in the picture, in pixels, clear margin included.
  let x, y: Int
  /// Its middle in the subject, 0…1 across and down.
  let place: UnitPoint
  /// Numbers of its own, −1…1.
  private let chance: (Double, Double, Double)

  /// Clear pixels around a piece, so that its edge fades.
  static let margin = 4

  init(_ subject: Picture, cell: PixelRect, of bounds: PixelRect, seed: UInt64) {
    let margin = Self.margin
    let size = PixelSize(width: cell.width + 2 * margin, height: cell.height + 2 * margin)
    let picture = Picture(size: size, hasAlpha: true)
    picture.alpha?.fill(PixelRect(size), with: 0)
    for row in 0..<size.height {
      let from = max(0, min(subject.size.height - 1, cell.y + row - margin))
      let isInside = (margin..<margin + cell.height).contains(row)
      for column in 0..<size.width {
        let at = max(0, min(subject.size.width - 1, cell.x + column - margin))
        picture.luma.row(row)[column] = subject.luma.row(from)[at]
        if isInside, (margin..<margin + cell.width).contains(column) {
          picture.alpha?.row(row)[column] = subject.alpha?.row(from)[at] ?? 255
        }
      }
    }
    for row in 0..<size.halved.height {
      let from = max(0, min(subject.cb.height - 1, cell.y / 2 + row - margin / 2))
      for column in 0..<size.halved.width {
        let at = max(0, min(subject.cb.width - 1, cell.x / 2 + column - margin / 2))
        picture.cb.row(row)[column] = subject.cb.row(from)[at]
        picture.cr.row(row)[column] = subject.cr.row(from)[at]
      }
    }
    source = MeshSource(picture)
    (x, y) = (cell.x - margin, cell.y - margin)
    place = UnitPoint(
      x: (Double(cell.x - bounds.x) + Double(cell.width) / 2) / Double(bounds.width),
      y: (Double(cell.y - bounds.y) + Double(cell.height) / 2) / Double(bounds.height))
    let noise = ValueNoise(seed: seed)
    let index = Double(cell.x) * 1.37 + Double(cell.y) * 7.91
    chance = (
      noise.value(at: index), noise.value(at: index + 911), noise.value(at: index + 2203)
    )
  }

  /// Where the piece is at `progress` of the effect.
  struct Pose {
    var dx = 0.0
    var dy = 0.0
    var turn = 0.0
    var scale = 1.0
  }

  /// The piece's place in pixels of the picture, for a subject of `size`; nil once it is gone.
  func pose(_ effect: SubjectEffect, progress: Double, size: PixelSize) -> Pose? {
    let (width, height) = (Double(size.width), Double(size.height))
    let strength = effect.amount * 2
    switch effect.kind {
    case .explode:
      let (ax, ay) = (place.x - 0.5, place.y - 0.55)
      let speed = strength * (0.9 + 0.5 * chance.0)
      return Pose(
        dx: (ax * 2.2 + 0.25 * chance.1) * width * progress * speed,
        dy: (ay * 1.9 - 0.35 + 0.25 * chance.2) * height * progress * speed
          + 0.9 * height * progress * progress,
        turn: chance.1 * 5 * progress, scale: 1 - 0.35 * progress)
    case .crumble:
      let begin = 0.55 * place.y + 0.12 * (chance.0 + 1)
      let fall = max(0, progress * 1.5 - (0.75 - begin))
      guard fall < 1.3 else { return nil }
      return Pose(
        dx: 0.06 * chance.1 * width * fall, dy: 1.25 * height * fall * fall * strength,
        turn: chance.2 * 2.5 * fall, scale: 1 - 0.25 * min(1, fall))
    case .dissolve:
      let begin = 0.45 * (place.x * 0.7 + (1 - place.y) * 0.3) + 0.25 * (chance.0 + 1)
      let gone = max(0, progress * 1.6 - begin * 0.95) / 0.6
      guard gone < 1 else { return nil }
      return Pose(
        dx: 0.3 * width * gone * gone * (0.6 + 0.4 * chance.1),
        dy: -0.22 * height * gone * gone * (0.7 + 0.5 * chance.2), turn: chance.1 * gone,
        scale: 1 - gone)
    case .tear:
      let edge = 0.5 + 0.035 * sin(place.y * 31) + 0.03 * sin(place.y * 13 + 1)
      let side = place.x < edge ? -1.0 : 1
      return Pose(
        dx: side * 0.42 * width * progress * strength,
        dy: 0.05 * height * progress * progress * strength, turn: 0)
    case .melt, .squish, .inflate, .levitate: return Pose()
    }
  }
}

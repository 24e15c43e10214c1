internal import Pixels

extension AirCanvas {
  /// Draws a streak of a falling drop from (x, y), its upper end, over (dx, dy) pixels, dy > 0,
  /// `width` pixels wide; it tapers towards both ends.
  func streak(
    x: Double, y: Double, dx: Double, dy: Double, width: Double, _ paint: Paint
  ) {
    let (columns, rows) = (Double(picture.size.width), Double(picture.size.height))
    guard y < rows, y + dy > 0, max(x, x + dx) > -width, min(x, x + dx) < columns + width else {
      return
    }
    var paint = paint
    if let occlusion {
      paint.opacity *= occlusion.visible(
        depth: paint.depth, x: (x + dx / 2) / columns, y: (y + dy / 2) / rows)
    }
    guard paint.opacity > 0.004 else { return }
    line(
      picture.luma, x, y, dx, dy, width, paint.opacity,
      paint.blend == .over ? paint.y : paint.y - 16, adds: paint.blend == .screen)
    for (plane, value) in [(picture.cb, paint.cb), (picture.cr, paint.cr)] {
      line(
        plane, x / 2 + 0.25, y / 2, dx / 2, dy / 2, width / 2, paint.opacity * 0.8, value,
        adds: false)
    }
  }

  private func line(
    _ plane: Plane, _ x: Double, _ y: Double, _ dx: Double, _ dy: Double, _ width: Double,
    _ opacity: Double, _ level: Double, adds: Bool
  ) {
    let half = max(width / 2, 1.05)
    let strength = opacity * min(1, width / 2 / half) * 4096
    let top = max(0, Int((y - 0.5).rounded(.up)))
    let bottom = min(plane.height - 1, Int((y + dy - 0.5).rounded(.down)))
    guard top <= bottom else { return }
    let (slope, value) = (dx / dy, Int32(level.rounded()))
    for row in top...bottom {
      let along = (Double(row) + 0.5 - y) / dy
      let taper = 4 * along * (1 - along) * (0.55 + 0.45 * along)
      let center = x + (Double(row) + 0.5 - y) * slope - 0.5
      let left = max(0, Int((center - half).rounded(.up)))
      let right = min(plane.width - 1, Int((center + half).rounded(.down)))
      guard left <= right else { continue }
      let out = plane.row(row)
      for column in left...right {
        let q = (Double(column) - center) / half
        let fall = 1 - q * q
        let alpha = Int32(strength * taper * fall * fall)
        let old = Int32(out[column])
        let change =
          adds
          ? ((value &* (255 &- old)) &>> 8) &* alpha &+ 2048
          : (value &- old) &* alpha &+ 2048
        out[column] = UInt8(truncatingIfNeeded: max(0, min(255, old &+ change &>> 12)))
      }
    }
  }
}

import Pixels

/// Light of letters and of what surrounds them, gathered in cells over a text.
struct ContrastMap {
  private struct Cell {
    var (letters, letterCount) = (0.0, 0)
    var (ground, groundCount) = (0.0, 0)
  }

  private var cells: [Cell]

  init(_ artwork: TextArtwork, letters: Plane, over picture: Picture) {
    let drawn = artwork.picture
    let side = max(Int(artwork.letterHeight / 2), 8)
    let near = letters.grown(by: max(Int((artwork.letterHeight / 16).rounded()), 2))
    let (left, top) = (Int(artwork.x), Int(artwork.y))
    let across = drawn.size.width / side + 1
    cells = [Cell](repeating: Cell(), count: across * (drawn.size.height / side + 1))
    let rows = max(0, -top)..<max(min(drawn.size.height, picture.size.height - top), 0, -top)
    let columns = max(0, -left)..<max(min(drawn.size.width, picture.size.width - left), 0, -left)
    for y in rows {
      let (letter, around) = (letters.row(y), near.row(y))
      for x in columns where around[x] > 0 {
        let isLetter = letter[x] > 200
        guard isLetter || letter[x] == 0 else { continue }
        let light = Self.light(of: drawn, x: x, y: y, over: picture, left: left, top: top)
        let index = y / side * across + x / side
        if isLetter {
          cells[index].letters += light
          cells[index].letterCount += 1
        } else {
          cells[index].ground += light
          cells[index].groundCount += 1
        }
      }
    }
  }

  /// The ratio in each cell that has enough of both.
  var ratios: [Double] {
    cells.compactMap { cell in
      guard cell.letterCount >= 4, cell.groundCount >= 4 else { return nil }
      return Contrast.ratio(
        cell.letters / Double(cell.letterCount), cell.ground / Double(cell.groundCount))
    }
  }

  private static func light(
    of drawn: Picture, x: Int, y: Int, over picture: Picture, left: Int, top: Int
  ) -> Double {
    let (column, row) = (x + left, y + top)
    let (cx, cy) = picture.isFullChroma ? (column, row) : (column / 2, row / 2)
    let share = Double(drawn.alpha?.row(y)[x] ?? 255) / 255
    func mix(_ over: UInt8, _ under: UInt8) -> Double {
      Double(over) * share + Double(under) * (1 - share)
    }
    return Luminance.of(
      luma: mix(drawn.luma.row(y)[x], picture.luma.row(row)[column]),
      cb: mix(drawn.cb.row(y)[x], picture.cb.row(cy)[cx]),
      cr: mix(drawn.cr.row(y)[x], picture.cr.row(cy)[cx]))
  }
}

extension Plane {
  /// The plane with everything that isn't 0 made larger by `radius` samples on every side.
  fileprivate func grown(by radius: Int) -> Plane {
    let (rows, result) = (Plane(size: size, filledWith: 0), Plane(size: size, filledWith: 0))
    for y in 0..<height {
      let (source, target) = (row(y), rows.row(y))
      var last = Int.min / 2
      for x in 0..<width {
        if source[x] > 0 { last = x }
        if x - last <= radius { target[x] = 255 }
      }
      last = Int.max / 2
      for x in (0..<width).reversed() {
        if source[x] > 0 { last = x }
        if last - x <= radius { target[x] = 255 }
      }
    }
    for y in 0..<height {
      let target = result.row(y)
      for near in max(y - radius, 0)...min(y + radius, height - 1) {
        let source = rows.row(near)
        for x in 0..<width { target[x] |= source[x] }
      }
    }
    return result
  }
}

import Pixels

extension TextDesign {
  /// Takes over what the overrides say, and what follows from it.
  ///
  /// A place that somebody chose is kept, except at the very edge.
  mutating func apply(_ overrides: TextOverrides) {
    let (width, height) = (
      Double(placement.canvas.width), Double(placement.canvas.height)
    )
    if let font = overrides.font, !font.isEmpty { specification.family = font }
    if let size = overrides.size, size.isFinite {
      let smallest = specification.letterHeight * specification.minimumScale
      specification.letterHeight = min(max(size, 0.005), 1) * height
      specification.minimumScale = min(
        specification.minimumScale, smallest / max(specification.letterHeight, 1))
    }
    specification.apply(overrides)
    if let alignment = overrides.alignment {
      specification.alignment = alignment
      placement.anchorX = alignment.leading
      let (left, right) = (max(placement.safeArea.left, 0.06), max(placement.safeArea.right, 0.06))
      placement.x = (left + alignment.leading * (1 - left - right)) * width
    }
    if let x = overrides.x, x.isFinite {
      placement.x = min(max(x, 0), 1) * width
      placement.anchorX = 0.5
    }
    if let y = overrides.y, y.isFinite {
      placement.y = min(max(y, 0), 1) * height
      placement.anchorY = 0.5
    }
    if overrides.isVertical == true { setInColumns(overrides) }
    let isPlaced = overrides.x?.isFinite == true || overrides.y?.isFinite == true
    if isPlaced, overrides.safeArea == nil { placement.safeArea = .title }
  }
}

extension TextDesign {
  /// Columns of text that would stand low in the frame stand at its right instead, as subtitles
  /// of Chinese and Japanese films do.
  private mutating func setInColumns(_ overrides: TextOverrides) {
    specification.alignment = overrides.alignment ?? .left
    specification.lineSpacing = overrides.lineSpacing ?? max(specification.lineSpacing, 1.5)
    guard placement.anchorY == 1, overrides.x == nil, overrides.y == nil else { return }
    let (width, height) = (
      Double(placement.canvas.width), Double(placement.canvas.height)
    )
    let room = placement.safeArea.bounds(on: placement.canvas)
    placement.x = width * (1 - max(placement.safeArea.right, 0.06))
    placement.y = (room.top + room.bottom) / 2
    (placement.anchorX, placement.anchorY) = (1, 0.5)
    specification.maximumWidth = 0.3 * width
    specification.maximumHeight = min(0.7 * height, 0.9 * room.height)
  }
}

extension TextSpecification {
  fileprivate mutating func apply(_ overrides: TextOverrides) {
    weight = overrides.weight ?? weight
    isItalic = overrides.isItalic ?? isItalic
    isVertical = overrides.isVertical ?? isVertical
    tracking = overrides.tracking ?? tracking
    lineSpacing = overrides.lineSpacing ?? lineSpacing
    if let color = overrides.color { setColor(color) }
    if let protection = overrides.protection { protect(by: protection) }
    if let color = overrides.plateColor {
      if plate == nil { protect(by: .plate) }
      plate?.color = color
    }
    if let outline = overrides.outline { self.outline = outline.width > 0 ? outline : nil }
  }

  /// Changes the letters' colour; dark letters get a light surrounding instead of a dark one.
  mutating func setColor(_ color: TextColor) {
    self.color = color
    guard color.isDark else { return }
    for index in shadows.indices {
      shadows[index].color = .white
      shadows[index].dx = 0
      shadows[index].dy = 0
      shadows[index].opacity = min(shadows[index].opacity * 1.3, 1)
    }
    outline?.color = .white
    plate?.color = .white
    if let opacity = plate?.opacity { plate?.opacity = max(opacity, 0.78) }
  }
}

import Pixels

extension TextSpecification {
  /// The specification with every figure brought into what can be drawn.
  var sanitized: TextSpecification {
    var look = self
    look.letterHeight = letterHeight.bounded(2...4096, else: 32)
    look.opacity = opacity.bounded(0...1, else: 1)
    look.tracking = tracking.bounded(-0.2...2, else: 0)
    look.lineSpacing = lineSpacing.bounded(0.5...5, else: 1.2)
    look.maximumWidth = maximumWidth.bounded(1...100_000, else: 100_000)
    look.maximumHeight = maximumHeight.bounded(1...100_000, else: 100_000)
    look.maximumLines = max(maximumLines, 1)
    look.minimumScale = minimumScale.bounded(0.05...1, else: 0.5)
    for index in look.shadows.indices { look.shadows[index].sanitize() }
    look.outline?.width = (outline?.width ?? 0).bounded(0...1, else: 0)
    look.outline?.opacity = (outline?.opacity ?? 1).bounded(0...1, else: 1)
    look.secondary?.scale = (secondary?.scale ?? 1).bounded(0.1...1, else: 1)
    look.secondary?.tracking = (secondary?.tracking ?? 0).bounded(-0.2...2, else: 0)
    look.secondary?.opacity = (secondary?.opacity ?? 1).bounded(0...1, else: 1)
    look.secondary?.gap = (secondary?.gap ?? 0).bounded(0...5, else: 0)
    look.plate?.sanitize()
    return look
  }
}

extension TextShadow {
  fileprivate mutating func sanitize() {
    dx = dx.bounded(-4...4, else: 0)
    dy = dy.bounded(-4...4, else: 0)
    spread = spread.bounded(0...1, else: 0)
    blur = blur.bounded(0...2, else: 0)
    opacity = opacity.bounded(0...1, else: 0)
  }
}

extension TextPlate {
  fileprivate mutating func sanitize() {
    opacity = opacity.bounded(0...1, else: 1)
    horizontalPadding = horizontalPadding.bounded(0...10, else: 0)
    verticalPadding = verticalPadding.bounded(0...10, else: 0)
    cornerRadius = cornerRadius.bounded(0...10, else: 0)
    let bar = accent?.width ?? 0
    accent?.width = bar.bounded(0...10, else: 0)
  }
}

extension TextPlacement {
  /// The placement with every figure brought into what can be drawn.
  var sanitized: TextPlacement {
    var place = self
    place.canvas.width = min(max(canvas.width, 1), 20_000)
    place.canvas.height = min(max(canvas.height, 1), 20_000)
    let (width, height) = (Double(place.canvas.width), Double(place.canvas.height))
    place.x = x.bounded(-width...2 * width, else: width / 2)
    place.y = y.bounded(-height...2 * height, else: height / 2)
    place.anchorX = anchorX.bounded(0...1, else: 0.5)
    place.anchorY = anchorY.bounded(0...1, else: 0.5)
    place.safeArea = safeArea.sanitized
    return place
  }
}

extension Double {
  /// This figure inside `range`; `fallback` where it is not a number.
  func bounded(_ range: ClosedRange<Double>, else fallback: Double) -> Double {
    isNaN ? fallback : min(max(self, range.lowerBound), range.upperBound)
  }
}

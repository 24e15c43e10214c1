import CPango

extension TextLayout {
  /// Shrinks letters, breaks lines and, at last, cuts the text until it fits; then makes its
  /// lines of like length.
  mutating func fit() {
    let width = lineRoom
    if !fits(scale: 1, width: width) {
      let least = specification.minimumScale
      if fits(scale: least, width: width) {
        shrink(from: 1, to: least, width: width)
      } else {
        setScale(least)
        setUnbroken([])
        wrap(at: width, insideWords: true)
        cut(width: width)
      }
    }
    if specification.isBalanced { balance(width: width) }
  }

  /// The longest a line may be.
  private var lineRoom: Double {
    specification.isVertical ? specification.maximumHeight : specification.maximumWidth
  }

  /// The most that the lines together may take.
  private var blockRoom: Double {
    specification.isVertical ? specification.maximumWidth : specification.maximumHeight
  }

  private mutating func fits(scale: Double, width: Double) -> Bool {
    setScale(scale)
    wrap(at: width, insideWords: false)
    guard lineCount <= specification.maximumLines else { return false }
    let block = TextBlock(self)
    return block.width <= width + 0.5 && block.height <= blockRoom
  }

  /// The largest letters that fit, to a hundredth of the range.
  private mutating func shrink(from tooLarge: Double, to least: Double, width: Double) {
    var (low, high) = (least, tooLarge)
    for _ in 0..<7 {
      let middle = (low + high) / 2
      if fits(scale: middle, width: width) { low = middle } else { high = middle }
    }
    _ = fits(scale: low, width: width)
  }

  /// Drops the end of a text that is too tall even in the smallest letters.
  private mutating func cut(width: Double) {
    let whole = text
    guard TextBlock(self).height > blockRoom else { return }
    var (low, high) = (0, whole.text.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      setText(whole.shortened(to: middle))
      if TextBlock(self).height <= blockRoom {
        low = middle
      } else {
        high = middle
      }
    }
    setText(whole.shortened(to: max(low, 1)))
  }
}

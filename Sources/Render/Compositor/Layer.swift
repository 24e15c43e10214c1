internal import Pixels

/// A picture on its way to the frame.
struct Layer {
  /// As large as the canvas, 4:2:0.
  var picture: Picture
  /// Whether it may be drawn on: false for a decoder's own frame and for cached pictures.
  var isScratch: Bool
}

/// Canvas-sized pictures that are drawn on and given back when the frame is done.
final class ScratchPool {
  private let size: PixelSize
  private var free: [Bool: [Picture]] = [:]
  private var lent: [Picture] = []

  init(size: PixelSize) { self.size = size }

  /// A picture with undefined samples, until the next `reclaim()`.
  func borrow(hasAlpha: Bool = false) -> Picture {
    let picture = free[hasAlpha]?.popLast() ?? Picture(size: size, hasAlpha: hasAlpha)
    lent.append(picture)
    return picture
  }

  /// Pictures out at the moment.
  var borrowed: Int { lent.count }

  /// Takes everything back.
  func reclaim() {
    for picture in lent { free[picture.alpha != nil, default: []].append(picture) }
    lent.removeAll(keepingCapacity: true)
  }
}

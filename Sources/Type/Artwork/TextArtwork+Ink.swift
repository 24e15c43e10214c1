public import Pixels

extension TextArtwork {
  /// The letters and their outline on the canvas, without plate and shadows, in whole pixels;
  /// empty where nothing is drawn.
  public var ink: PixelRect {
    guard !inkBounds.isEmpty else { return PixelRect(x: 0, y: 0, width: 0, height: 0) }
    let (x, y) = (inkBounds.left.rounded(.down), inkBounds.top.rounded(.down))
    return PixelRect(
      x: Int(x), y: Int(y), width: Int(inkBounds.right.rounded(.up) - x),
      height: Int(inkBounds.bottom.rounded(.up) - y))
  }

  /// Whether every letter lies inside an area of the canvas, to a pixel; nothing always does.
  public func isInside(_ area: SafeArea) -> Bool {
    guard !inkBounds.isEmpty else { return true }
    let room = area.bounds(on: recipe.design.placement.canvas).inset(x: -1, y: -1)
    return inkBounds.left >= room.left && inkBounds.top >= room.top
      && inkBounds.right <= room.right && inkBounds.bottom <= room.bottom
  }

  /// Whether no letter is cut by the frame's edge.
  public var isInsideFrame: Bool { isInside(.frame) }
}

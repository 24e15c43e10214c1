internal import Pixels

/// Luma of one frame at falling resolutions, made as they are asked for.
final class LumaPyramid {
  let size: PixelSize
  private var levels: [LumaLevel]
  private var templates: [AlignmentTemplate?] = []
  /// How many levels there are.
  let count: Int

  /// The finest level is at most this wide where nothing else is said.
  static let finestWidth = 960
  /// The coarsest level is at most this wide.
  static let coarsestWidth = 64

  init(_ plane: Plane, finestWidth: Int = LumaPyramid.finestWidth) {
    size = plane.size
    var level = LumaLevel(plane: plane, step: 1)
    while level.width > finestWidth { level = level.reduced() }
    level = level.softened()
    levels = [level]
    var (width, height, count) = (level.width, level.height, 1)
    while width > Self.coarsestWidth, height > 24 {
      (width, height, count) = ((width + 1) / 2, (height + 1) / 2, count + 1)
    }
    self.count = count
    templates = Array(repeating: nil, count: count)
  }

  /// Level `index`, 0 the finest.
  func level(_ index: Int) -> LumaLevel {
    while levels.count <= index { levels.append(levels[levels.count - 1].reduced()) }
    return levels[index]
  }

  /// What to look for of level `index` in other frames.
  func template(_ index: Int) -> AlignmentTemplate {
    if let made = templates[index] { return made }
    let made = AlignmentTemplate(level(index), frame: size)
    templates[index] = made
    return made
  }

  /// Whether there is enough in the picture to find it again.
  var isTextured: Bool { template(0).marks.count >= AlignmentTemplate.leastMarks }

  /// Half the frame's diagonal, in pixels.
  var radius: Double {
    let (width, height) = (Double(size.width), Double(size.height))
    return (width * width + height * height).squareRoot() / 2
  }
}

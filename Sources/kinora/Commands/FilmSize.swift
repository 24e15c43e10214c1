import ArgumentParser
import Pixels

/// A size as it is typed: `1920x1080`.
struct FilmSize: ExpressibleByArgument {
  let pixels: PixelSize

  init?(argument: String) {
    let sides = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false)
    guard sides.count == 2, let width = Int(sides[0]), let height = Int(sides[1]),
      (16...7680).contains(width), (16...7680).contains(height), width % 2 == 0, height % 2 == 0
    else { return nil }
    pixels = PixelSize(width: width, height: height)
  }
}

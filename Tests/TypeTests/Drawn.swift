import Pixels

@testable import Type

/// What tests look at in a drawn text.
struct Drawn {
  let artwork: TextArtwork

  init(_ artwork: TextArtwork) { self.artwork = artwork }

  init(
    _ text: String, _ preset: TextPreset, on canvas: PixelSize = .hd,
    _ overrides: TextOverrides = TextOverrides()
  ) throws {
    artwork = try TextArtwork(preset.design(text, on: canvas, overrides: overrides))
  }

  /// Every sample of the four planes, row by row.
  var bytes: [UInt8] {
    let picture = artwork.picture
    return Self.samples(picture.luma) + Self.samples(picture.cb) + Self.samples(picture.cr)
      + alpha
  }

  private var alpha: [UInt8] { artwork.picture.alpha.map(Self.samples) ?? [] }

  private static func samples(_ plane: Plane) -> [UInt8] {
    (0..<plane.height).reduce(into: []) { samples, y in
      samples.append(contentsOf: UnsafeBufferPointer(start: plane.row(y), count: plane.width))
    }
  }

  /// The bounds, on the canvas, of the pixels that `matches` accepts (alpha, luma, cb).
  func bounds(
    where matches: (UInt8, UInt8, UInt8) -> Bool = { alpha, _, _ in alpha > 127 }
  ) -> Bounds? {
    let (alpha, luma) = (alpha, Self.samples(artwork.picture.luma))
    let cb = Self.samples(artwork.picture.cb)
    let width = artwork.picture.size.width
    var (left, right, top, bottom) = (Int.max, Int.min, Int.max, Int.min)
    var index = 0
    while index < alpha.count {
      if alpha[index] > 0, matches(alpha[index], luma[index], cb[index]) {
        let (y, x) = index.quotientAndRemainder(dividingBy: width)
        (left, right, top, bottom) = (min(left, x), max(right, x), min(top, y), max(bottom, y))
      }
      index += 1
    }
    guard left <= right else { return nil }
    return Bounds(
      left: Double(left), top: Double(top), right: Double(right + 1),
      bottom: Double(bottom + 1)
    ).offset(x: artwork.x, y: artwork.y)
  }

  /// The bounds of nearly white, nearly opaque pixels: of letters.
  var letters: Bounds? { bounds { alpha, luma, _ in alpha > 200 && luma > 200 } }

  /// How many pixels are mostly opaque.
  var inkArea: Int { alpha.count { $0 > 127 } }
}

extension PixelSize {
  static let hd = PixelSize(width: 1280, height: 720)
  static let portrait = PixelSize(width: 720, height: 1280)
  static let square = PixelSize(width: 720, height: 720)
}

/// A plain specification without shadows.
func plain(_ text: String, letterHeight: Double = 60) -> TextDesign {
  TextDesign(
    specification: TextSpecification(
      text: text, letterHeight: letterHeight, maximumWidth: 1000, maximumHeight: 600),
    placement: TextPlacement(canvas: .hd, x: 640, y: 360))
}

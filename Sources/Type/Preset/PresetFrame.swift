import Pixels

/// A canvas as presets see it; one function a preset, its figures in one place.
struct PresetFrame {
  let canvas: PixelSize
  let safeArea: SafeArea
  let width: Double
  let height: Double
  /// The shorter side, in which letters are measured.
  let unit: Double

  init(canvas: PixelSize, safeArea: SafeArea) {
    self.canvas = canvas
    self.safeArea = safeArea.sanitized
    width = Double(max(canvas.width, 1))
    height = Double(max(canvas.height, 1))
    unit = min(width, height)
  }

  /// Portrait frames are watched under buttons and a caption of the app's own.
  var isPortrait: Bool { height > width * 1.2 }

  /// The lowest that text stands, as a share of the height.
  private func floor(_ share: Double) -> Double { min(share, 1 - safeArea.bottom) }

  private static let display = ["Noto Sans Display"] + TextSpecification.families
  private static let amber = TextColor(red: 255, green: 184, blue: 51)

  private func specification(
    _ text: String, size: Double, width share: Double, height heightShare: Double
  ) -> TextSpecification {
    TextSpecification(
      text: text, letterHeight: size * unit,
      maximumWidth: min(share, safeArea.centeredWidth) * width,
      maximumHeight: min(heightShare, 1 - safeArea.top - safeArea.bottom) * height)
  }

  func title(_ text: String) -> TextDesign {
    var look = specification(text, size: 0.118, width: 0.84, height: 0.6)
    look.fallbackFamilies = Self.display
    look.weight = .bold
    look.tracking = 0.012
    look.lineSpacing = 1.12
    look.maximumLines = isPortrait ? 5 : 3
    look.minimumScale = 0.5
    look.secondary = SecondaryLines(scale: 0.4, tracking: 0.05, opacity: 0.94, gap: 0.16)
    look.shadows = TextShadow.soft()
    return TextDesign(
      specification: look,
      placement: TextPlacement(
        canvas: canvas, x: width / 2, y: height / 2, safeArea: safeArea))
  }

  func lowerThird(_ text: String, isMirrored: Bool) -> TextDesign {
    var look = specification(text, size: 0.052, width: isPortrait ? 0.74 : 0.55, height: 0.3)
    look.weight = .bold
    look.tracking = 0.005
    look.lineSpacing = 1.16
    look.alignment = isMirrored ? .right : .left
    look.maximumLines = 2
    look.minimumScale = 0.6
    look.secondary = SecondaryLines(scale: 0.64, tracking: 0.015, opacity: 0.88, gap: 0.1)
    look.plate = TextPlate(
      color: TextPlate.ink, opacity: 0.74, horizontalPadding: 0.62, verticalPadding: 0.56,
      cornerRadius: 0.1, accent: TextPlate.Accent(color: Self.amber, width: 0.13))
    let edge = isMirrored ? 1 - max(safeArea.right, 0.06) : max(safeArea.left, 0.06)
    return TextDesign(
      specification: look,
      placement: TextPlacement(
        canvas: canvas, x: width * edge, y: height * (isPortrait ? floor(0.82) - 0.02 : 0.88),
        anchorX: isMirrored ? 1 : 0, anchorY: 1, safeArea: safeArea))
  }

  func caption(_ text: String) -> TextDesign {
    var look = specification(text, size: 0.05, width: 0.74, height: 0.3)
    look.weight = .bold
    look.lineSpacing = 1.26
    look.maximumLines = 3
    look.minimumScale = 0.6
    look.plate = TextPlate(
      color: TextPlate.ink, opacity: 0.66, horizontalPadding: 0.6, verticalPadding: 0.46,
      cornerRadius: 0.34)
    return TextDesign(
      specification: look,
      placement: TextPlacement(
        canvas: canvas, x: width / 2, y: height * (isPortrait ? floor(0.82) - 0.08 : 0.86),
        anchorY: 1, safeArea: safeArea))
  }

  func subtitle(_ text: String) -> TextDesign {
    var look = specification(
      text, size: isPortrait ? 0.05 : 0.047, width: isPortrait ? 0.86 : 0.76, height: 0.3)
    look.lineSpacing = 1.26
    look.weight = .semibold
    look.maximumLines = isPortrait ? 3 : 2
    look.minimumScale = 0.7
    look.outline = TextOutline(width: 0.07, color: TextPlate.ink, opacity: 0.94)
    look.shadows = [TextShadow(dy: 0.02, spread: 0.04, blur: 0.12, opacity: 0.6)]
    return TextDesign(
      specification: look,
      placement: TextPlacement(
        canvas: canvas, x: width / 2, y: height * floor(isPortrait ? 0.82 : 0.925),
        anchorY: 1, safeArea: safeArea))
  }

  func watermark(_ text: String) -> TextDesign {
    var look = specification(text, size: 0.027, width: 0.4, height: 0.1)
    look.weight = .semibold
    look.tracking = 0.03
    look.opacity = 0.86
    look.alignment = .right
    look.maximumLines = 2
    look.shadows = TextShadow.soft()
    return TextDesign(
      specification: look,
      placement: TextPlacement(
        canvas: canvas, x: width * (1 - safeArea.right), y: height * floor(0.945),
        anchorX: 1, anchorY: 1, safeArea: safeArea))
  }

  func credits(_ text: String) -> TextDesign {
    var look = specification(text, size: 0.046, width: 0.8, height: 0.84)
    look.tracking = 0.02
    look.lineSpacing = 1.42
    look.weight = .semibold
    look.minimumScale = 0.45
    look.secondary = SecondaryLines(
      .groupHeads, scale: 0.72, tracking: 0.05, opacity: 0.8)
    look.shadows = TextShadow.soft()
    return TextDesign(
      specification: look,
      placement: TextPlacement(
        canvas: canvas, x: width / 2, y: height / 2, safeArea: safeArea))
  }
}

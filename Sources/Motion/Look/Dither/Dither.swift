/// Thresholds that turn fine samples into whole ones so that gradients do not band: interleaved
/// gradient noise (Jimenez 2014), the same in every frame so that still things stay still.
struct Dither: Sendable {
  /// Rows of thresholds 0…63, `width` long.
  private let rows: [[UInt8]]

  init(width: Int) {
    rows = (0..<64).map { y in
      (0..<width).map { x in
        let inner = 0.06711056 * Double(x) + 0.00583715 * Double(y * 7)
        let value = 52.9829189 * (inner - inner.rounded(.down))
        return UInt8(64 * (value - value.rounded(.down)))
      }
    }
  }

  /// Thresholds for a row; another `plane` has others.
  func row(_ y: Int, plane: Int = 0) -> [UInt8] { rows[(y + 21 * plane) & 63] }
}

internal import CKernels
internal import Pixels

/// Light lost towards the corners. A factor on the encoded signal is one in linear light too,
/// as the signal is nearly a power of it.
struct Vignette: Sendable {
  /// Squared distance from the middle by column and by row, in 32768ths; 1 at the corners.
  private let across: [Int16]
  private let down: [Int16]
  private let acrossChroma: [Int16]
  private let strength: Int32

  /// `strength` 1 leaves the corners about half the signal.
  init(strength: Double, size: PixelSize) {
    self.strength = Int32(min(0.95, 0.54 * strength) * 32767)
    func squares(_ count: Int, _ share: Double, _ place: (Int) -> Double) -> [Int16] {
      (0..<count).map { i in
        let distance = 2 * place(i) - 1
        return Int16(min(32767, share * 32767 * distance * distance))
      }
    }
    let (width, height) = (Double(size.width), Double(size.height))
    across = squares(size.width, 0.6) { (Double($0) + 0.5) / width }
    down = squares(size.height, 0.4) { (Double($0) + 0.5) / height }
    acrossChroma = squares(size.halved.width, 0.6) { (2 * Double($0) + 0.5) / width }
  }

  /// Gains of a row of luma, in 32768ths.
  func gains(row: Int, into gains: inout [Int16]) {
    kn_vignette_row(across, Int32(down[row]), strength, &gains, Int32(across.count))
  }

  /// Gains of the chroma between two rows of luma.
  func chromaGains(row: Int, into gains: inout [Int16]) {
    let last = down.count - 1
    let middle = (Int32(down[2 * row]) + Int32(down[min(2 * row + 1, last)])) / 2
    kn_vignette_row(acrossChroma, middle, strength, &gains, Int32(acrossChroma.count))
  }
}

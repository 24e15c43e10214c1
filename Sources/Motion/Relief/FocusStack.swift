internal import Pixels

/// One picture at several blurs, put together by how far each place is from what is in focus.
///
/// Blurs grow evenly with the difference of disparity, as a thin lens has it (Potmesil &
/// Chakravarty 1981); between two of them the picture is mixed.
struct FocusStack: Sendable {
  private let levels: [Picture]
  private let disparity: Field

  private static let steps = 4
  /// Differences of disparity that still look sharp: a subject is, from its front to its back.
  private static let sharpRange: Float = 0.22
  /// Differences of disparity that look as blurred as can be.
  private static let blurredRange: Float = 0.7

  /// Blurs of up to `radius` pixels, for what is farthest from the focus.
  init(_ picture: Picture, disparity: Field, radius: Double) {
    self.disparity = disparity
    levels = (0...Self.steps).map { step in
      let share = radius * Double(step) / Double(Self.steps)
      return step == 0 ? picture : picture.blurred(radius: max(1, Int(share.rounded())))
    }
  }

  /// The picture with what is at `focus` sharp.
  func picture(focus: Double) -> Picture {
    let blur = disparity.map { place in
      let distance = abs(place - Float(focus)) - Self.sharpRange
      return max(0, min(1, distance / (Self.blurredRange - Self.sharpRange)))
    }
    return Picture(mixing: levels, by: blur)
  }
}

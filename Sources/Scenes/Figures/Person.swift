/// People seen from behind, looking where the viewer looks.
enum Person {
  /// What somebody wears.
  enum Dress { case coat, skirt, jacket }

  /// The outline, 1 high; `lean` tilts the head, `hand` is where the right hand rests.
  static func model(_ dress: Dress, lean: Float = 0, hand: (Float, Float)? = nil) -> Model {
    var model = Model()
    model.ellipse(lean * 0.10, 0.928, 0.049, 0.062, angle: lean * 0.35)
    model.limb([(0, 0.80, 0.045), (lean * 0.06, 0.885, 0.030)])
    switch dress {
    case .coat: addCoat(to: &model)
    case .jacket: addJacket(to: &model)
    case .skirt: addSkirt(to: &model, lean: lean)
    }
    model.limb([(-0.112, 0.785, 0.040), (-0.150, 0.64, 0.035), (-0.148, 0.50, 0.026)])
    let right = hand ?? (0.148, 0.50)
    model.limb([
      (0.112, 0.785, 0.040), ((0.150 + right.0) / 2 + 0.01, 0.64, 0.035), (right.0, right.1, 0.026),
    ])
    return model
  }

  private static func addLegs(to model: inout Model, from top: Float) {
    model.limb([
      (-0.052, top, 0.056), (-0.058, 0.27, 0.042), (-0.064, 0.07, 0.031), (-0.075, 0.014, 0.030),
    ])
    model.limb([
      (0.052, top, 0.056), (0.054, 0.27, 0.042), (0.066, 0.07, 0.031), (0.080, 0.014, 0.030),
    ])
  }

  private static func addCoat(to model: inout Model) {
    model.smooth([
      (-0.035, 0.855), (-0.105, 0.825), (-0.142, 0.775), (-0.128, 0.66), (-0.112, 0.57),
      (-0.132, 0.44), (-0.150, 0.345), (0.0, 0.335), (0.150, 0.345), (0.132, 0.44), (0.112, 0.57),
      (0.128, 0.66), (0.142, 0.775), (0.105, 0.825), (0.035, 0.855),
    ])
    addLegs(to: &model, from: 0.38)
  }

  private static func addJacket(to model: inout Model) {
    model.smooth([
      (-0.04, 0.855), (-0.11, 0.825), (-0.150, 0.775), (-0.132, 0.66), (-0.112, 0.56),
      (-0.112, 0.47), (0.0, 0.46), (0.112, 0.47), (0.112, 0.56), (0.132, 0.66), (0.150, 0.775),
      (0.11, 0.825), (0.04, 0.855),
    ])
    addLegs(to: &model, from: 0.49)
  }

  private static func addSkirt(to model: inout Model, lean: Float) {
    model.smooth([
      (-0.035, 0.85), (-0.095, 0.82), (-0.125, 0.77), (-0.105, 0.67), (-0.082, 0.585),
      (-0.13, 0.44), (-0.19, 0.27), (-0.10, 0.245), (0.02, 0.255), (0.12, 0.24), (0.185, 0.275),
      (0.13, 0.44), (0.082, 0.585), (0.105, 0.67), (0.125, 0.77), (0.095, 0.82), (0.035, 0.85),
    ])
    model.limb([(-0.05, 0.28, 0.034), (-0.054, 0.12, 0.026), (-0.058, 0.014, 0.026)])
    model.limb([(0.05, 0.28, 0.034), (0.05, 0.12, 0.026), (0.06, 0.014, 0.026)])
    model.smooth([
      (lean * 0.1 - 0.052, 0.95), (lean * 0.1 - 0.068, 0.86), (-0.062, 0.75), (-0.03, 0.69),
      (0.03, 0.685), (0.066, 0.75), (lean * 0.1 + 0.068, 0.86), (lean * 0.1 + 0.052, 0.95),
      (lean * 0.1, 0.985),
    ])
  }

  /// Two people side by side, hand in hand, the outline 1 high and centred between them.
  static func couple() -> Path {
    let first = model(.coat, lean: 0.30, hand: (0.185, 0.485))
    let second = model(.skirt, lean: -0.45, hand: (0.165, 0.52))
    var path = first.standing(at: Point(-0.155, 0) * 200, height: 200)
    path.add(second.standing(at: Point(0.165, 0) * 200, height: 184, facesLeft: true))
    return path.map { $0 / 200 }
  }
}

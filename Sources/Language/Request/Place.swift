/// One of the nine fields of a frame.
public enum Place: String, Hashable, Sendable, Codable, CaseIterable {
  case topLeft, top, topRight, left, center, right, bottomLeft, bottom, bottomRight

  /// −1, 0 or 1 from the left, and from the top.
  var coordinates: (x: Int, y: Int) {
    let index = Place.allCases.firstIndex(of: self) ?? 4
    return (index % 3 - 1, index / 3 - 1)
  }

  /// The field at −1, 0 or 1 from the left and from the top.
  init(x: Int, y: Int) {
    self = Place.allCases[(y.signum() + 1) * 3 + x.signum() + 1]
  }
}

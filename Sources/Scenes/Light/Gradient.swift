/// Colours along a line, joined in sRGB so that the steps between them look even.
struct Gradient: Sendable {
  private let table: [Light]

  /// A gradient through `stops`, each a place 0…1 and a light, in order.
  init(_ stops: [(place: Float, light: Light)]) {
    let encoded = stops.map {
      ($0.place, Light(Light.encode($0.light.x), Light.encode($0.light.y), Light.encode($0.light.z)))
    }
    table = (0...512).map { index in
      let t = Float(index) / 512
      var after = encoded.firstIndex { $0.0 >= t } ?? encoded.count - 1
      after = max(after, min(1, encoded.count - 1))
      let (a, b) = (encoded[max(after - 1, 0)], encoded[after])
      let span = max(b.0 - a.0, 1e-5)
      let share = unit((t - a.0) / span)
      let value = a.1.mixed(b.1, share)
      return Light(Light.decode(value.x), Light.decode(value.y), Light.decode(value.z))
    }
  }

  /// Evenly spaced colours.
  init(_ colours: [UInt32]) {
    let last = Float(max(colours.count - 1, 1))
    self.init(colours.enumerated().map { (Float($0.offset) / last, Light($0.element)) })
  }

  /// The light at a place; beyond the ends it stays.
  subscript(_ place: Float) -> Light {
    let x = unit(place) * 511.999
    let index = Int(x)
    return table[index].mixed(table[index + 1], x - Float(index))
  }

  /// The same gradient with each light changed.
  func map(_ change: (Light) -> Light) -> Gradient { Gradient(table: table.map(change)) }

  private init(table: [Light]) { self.table = table }
}

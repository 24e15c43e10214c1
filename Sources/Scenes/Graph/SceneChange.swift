/// What is to be different in a scene; what is nil or empty stays.
public struct SceneChange: Sendable, Hashable {
  /// Another hour.
  public var hour: SceneGraph.Hour?
  /// Another weather.
  public var weather: SceneGraph.Weather?
  /// Another season.
  public var season: SceneGraph.Season?
  /// Another manner of drawing.
  public var style: SceneGraph.Style?
  /// Other colours.
  public var palette: [SceneGraph.Hue] = []
  /// Things that come in, or are there in another number, place or size.
  public var elements: [SceneGraph.Element] = []
  /// Things that go.
  public var removed: Set<SceneGraph.Kind> = []

  /// No change.
  public init() {}

  /// Whether it changes nothing.
  public var isEmpty: Bool { self == SceneChange() }
}

extension SceneGraph {
  /// This scene with a change. What belongs to another hour goes with it: stars at noon, the sun
  /// at night.
  public func changed(by change: SceneChange) -> SceneGraph {
    var scene = self
    scene.elements.removeAll { change.removed.contains($0.kind) }
    if let hour = change.hour, hour != scene.hour {
      scene.hour = hour
      let nightly: Set<Kind> = [.stars, .galaxy, .aurora, .moon, .fireworks]
      let daily: Set<Kind> = [.sun, .rainbow]
      let gone = hour == .night ? daily : [.dusk, .dawn].contains(hour) ? [] : nightly
      scene.elements.removeAll { gone.contains($0.kind) }
    }
    scene.weather = change.weather ?? scene.weather
    if change.weather == .snow, change.season == nil { scene.season = .winter }
    scene.season = change.season ?? scene.season
    scene.style = change.style ?? scene.style
    if !change.palette.isEmpty { scene.palette = change.palette }
    for element in change.elements {
      if let index = scene.elements.firstIndex(where: { $0.kind == element.kind }) {
        scene.elements[index].count = element.count ?? scene.elements[index].count
        scene.elements[index].place = element.place ?? scene.elements[index].place
        if element.scale != .normal { scene.elements[index].scale = element.scale }
      } else {
        scene.elements.append(element)
      }
    }
    return scene.completed
  }
}

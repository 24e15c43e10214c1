/// What a picture shows, said explicitly: when, in what weather, of what, in which manner.
///
/// A graph may leave out what it takes for granted (a lighthouse stands by a sea); `completed`
/// adds it. It prints as one line and survives JSON.
public struct SceneGraph: Sendable, Hashable, Codable {
  /// The hour, from which the light follows.
  public var hour: Hour
  /// The weather.
  public var weather: Weather
  /// The season, which colours plants.
  public var season: Season
  /// What is to be seen, no kind twice.
  public var elements: [Element]
  /// The manner of drawing.
  public var style: Style
  /// Colours asked for, strongest first.
  public var palette: [Hue]

  /// A scene of `elements`; all else is what a fair summer's day has.
  public init(
    elements: [Element], hour: Hour = .morning, weather: Weather = .clear,
    season: Season = .summer, style: Style = .natural, palette: [Hue] = []
  ) {
    self.elements = elements
    self.hour = hour
    self.weather = weather
    self.season = season
    self.style = style
    self.palette = palette
  }

  /// The hours of a day that have a light of their own.
  public enum Hour: String, Sendable, Hashable, Codable, CaseIterable {
    case dawn, sunrise, morning, noon, afternoon, goldenHour, sunset, dusk, night
  }

  /// What the sky is doing.
  public enum Weather: String, Sendable, Hashable, Codable, CaseIterable {
    case clear, cloudy, overcast, storm, rain, snow, fog
  }

  /// The four seasons.
  public enum Season: String, Sendable, Hashable, Codable, CaseIterable {
    case spring, summer, autumn, winter
  }

  /// Manners of drawing.
  public enum Style: String, Sendable, Hashable, Codable, CaseIterable {
    case natural, watercolour, paperCut, neon, blueprint, lowPoly, filmNoir
  }

  /// Colours that can be named.
  public enum Hue: String, Sendable, Hashable, Codable, CaseIterable {
    case red, orange, gold, yellow, green, teal, blue, purple, pink, white, black, grey, pastel
  }

  /// Where across the picture something stands.
  public enum Place: String, Sendable, Hashable, Codable, CaseIterable {
    case left, centre, right
  }

  /// How large something is drawn.
  public enum Scale: String, Sendable, Hashable, Codable, CaseIterable {
    case small, normal, large
  }

  /// Everything that can be drawn.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case sky, sun, moon, stars, galaxy, aurora, clouds, rainbow, lightning
    case mountains, hills, desert, forest, meadow, flowers, tree, lake, river, sea, beach, snowfield
    case city, street, lamps, road, bridge, lighthouse, house, boat, balloon, lanterns
    case birds, deer, person, couple
    case rainyWindow, fireworks, campfire, underwater, space
    case gradient, bokeh, ink, smoke
  }

  /// One thing to be seen.
  public struct Element: Sendable, Hashable, Codable {
    /// What it is.
    public var kind: Kind
    /// How many; nil where that isn't said.
    public var count: Int?
    /// Where across the picture; nil where that is for composition to choose.
    public var place: Place?
    /// How large.
    public var scale: Scale

    /// A thing of one kind.
    public init(_ kind: Kind, count: Int? = nil, place: Place? = nil, scale: Scale = .normal) {
      self.kind = kind
      self.count = count
      self.place = place
      self.scale = scale
    }
  }

  /// The element of a kind, if the scene has it.
  public func element(_ kind: Kind) -> Element? { elements.first { $0.kind == kind } }

  /// Whether the scene has a thing of this kind.
  public func has(_ kind: Kind) -> Bool { elements.contains { $0.kind == kind } }

  /// Whether the scene has any of these kinds.
  func has(any kinds: Kind...) -> Bool { elements.contains { kinds.contains($0.kind) } }
}

extension SceneGraph: CustomStringConvertible {
  /// `sunset, clear, summer, natural: sea, lighthouse right, birds ×3`.
  public var description: String {
    var head = [hour.rawValue, weather.rawValue, season.rawValue, style.rawValue]
    head += palette.map(\.rawValue)
    let things = elements.map { element in
      var text = element.kind.rawValue
      if let count = element.count { text += " ×\(count)" }
      if element.scale != .normal { text += " \(element.scale.rawValue)" }
      if let place = element.place { text += " \(place.rawValue)" }
      return text
    }
    return head.joined(separator: ", ") + ": " + things.joined(separator: ", ")
  }
}

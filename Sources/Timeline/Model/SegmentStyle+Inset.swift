/// How a picture is laid over the film: smaller than the frame, in one of its nine fields.
public struct Inset: Hashable, Sendable {
  /// Where it lies.
  public var place: Place
  /// Its longer side as a share of the frame's shorter one.
  public var size: Double
  /// How much it hides of what lies beneath, 0 to 1.
  public var opacity: Double

  /// A field of the frame, as a draft names it.
  public enum Place: String, Hashable, Sendable, Codable, CaseIterable {
    case topLeft = "top_left"
    case top
    case topRight = "top_right"
    case left, center, right
    case bottomLeft = "bottom_left"
    case bottom
    case bottomRight = "bottom_right"
  }

  /// What sizes can be drawn.
  public static let sizes = 0.02...1.0
  /// The size of a sign in a corner.
  public static let signSize = 0.2
  /// The size of a picture in the picture.
  public static let windowSize = 0.5

  /// A picture laid over the film.
  public init(place: Place = .topRight, size: Double = signSize, opacity: Double = 1) {
    self.place = place
    self.size = size
    self.opacity = opacity
  }
}

extension SegmentStyle {
  /// The key of ``inset`` under `m`: `{"place":"top_right","size":0.2,"opacity":0.8}`.
  public static let insetKey = "inset"

  /// How the picture is laid over the film; nil where it fills the frame, or where what the draft
  /// says can't be read.
  public var inset: Inset? {
    get {
      guard case .object(let members)? = unknown[Self.insetKey] else { return nil }
      var inset = Inset()
      if let given = members["place"] {
        guard case .string(let name) = given, let place = Inset.Place(rawValue: name) else {
          return nil
        }
        inset.place = place
      }
      if let given = members["size"] {
        guard let size = given.number, Inset.sizes.contains(size) else { return nil }
        inset.size = size
      }
      if let given = members["opacity"] {
        guard let opacity = given.number, (0...1).contains(opacity) else { return nil }
        inset.opacity = opacity
      }
      return inset
    }
    set { unknown[Self.insetKey] = newValue?.json }
  }

  /// Whether the draft says how the picture is laid over the film, in words that nobody can read.
  var hasUnreadableInset: Bool { unknown[Self.insetKey] != nil && inset == nil }
}

extension Inset {
  /// As it is written in a draft.
  public var json: JSONValue {
    var members: [String: JSONValue] = [
      "place": .string(place.rawValue), "size": JSONValue(size),
    ]
    if opacity != 1 { members["opacity"] = JSONValue(opacity) }
    return .object(members)
  }
}

extension Draft {
  /// What is laid over the film, track by track.
  public var insets: [Segment] {
    tracks.filter { $0.kind == .video }.flatMap(\.segments).filter { $0.style.inset != nil }
  }
}

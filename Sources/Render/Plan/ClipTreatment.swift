internal import Foundation
internal import Motion
internal import Timeline

/// What is done to a clip's picture beside moving the camera over it.
struct ClipTreatment: Sendable {
  /// Colour and film.
  var looks: [FilmLook.Part] = []
  /// What floats in the air.
  var atmospheres: [Atmosphere.Part] = []
  /// Parts of a still that move by themselves.
  var regions: [(kind: MovingRegion.Kind, amount: Double)] = []
  /// What happens to a still's subject.
  var effect: SubjectEffect?
  /// Bars that leave the shape of the cinema's screen.
  var letterbox: Letterbox?
  /// Makes chance the same every time.
  var seed: UInt64
  /// What is done otherwise than asked, a sentence each.
  var notes: [String] = []

  private static let letterboxName = "letterbox"

  /// Of usual strength.
  private static let usual = 0.5

  /// The treatment that `style` asks for; `table` finds the text of a colour table by its id.
  init(_ style: SegmentStyle, isStill: Bool, seed: UInt64, table: (String) -> String?) {
    self.seed = seed
    for item in style.looks {
      if item.name == Self.letterboxName {
        letterbox = Letterbox()
        continue
      }
      guard let kind = FilmLook.Kind(rawValue: item.name) else {
        notes.append(
          Self.unknown(
            item.name, among: FilmLook.Kind.allCases.map(\.rawValue) + [Self.letterboxName]))
        continue
      }
      var part = FilmLook.Part(kind, amount: item.amount ?? Self.usual)
      if kind == .lut {
        guard let cube = colors(item, table) else { continue }
        part = FilmLook.Part(kind, amount: item.amount ?? 1, cube: cube)
      }
      looks.append(part)
    }
    for item in style.atmospheres {
      if let kind = Atmosphere.Kind(rawValue: item.name) {
        atmospheres.append(Atmosphere.Part(kind, amount: item.amount ?? Self.usual))
      } else {
        notes.append(Self.unknown(item.name, among: Atmosphere.Kind.allCases.map(\.rawValue)))
      }
    }
    readMotion(style, isStill: isStill)
  }

  private mutating func readMotion(_ style: SegmentStyle, isStill: Bool) {
    guard isStill else {
      if !style.regions.isEmpty || style.effect != nil {
        notes.append("regions and effects work on stills; the footage is shown without them")
      }
      return
    }
    for item in style.regions {
      if let kind = MovingRegion.Kind(rawValue: item.name) {
        regions.append((kind, item.amount ?? Self.usual))
      } else {
        notes.append(Self.unknown(item.name, among: MovingRegion.Kind.allCases.map(\.rawValue)))
      }
    }
    guard let item = style.effect else { return }
    if let kind = SubjectEffect.Kind(rawValue: item.name) {
      effect = SubjectEffect(kind, amount: item.amount ?? Self.usual, seed: seed)
    } else {
      notes.append(Self.unknown(item.name, among: SubjectEffect.Kind.allCases.map(\.rawValue)))
    }
  }

  private mutating func colors(
    _ item: SegmentStyle.Treatment, _ table: (String) -> String?
  ) -> ColorCube? {
    guard let source = item.source, let text = table(source) else {
      notes.append("the colour table of a look can't be found; the film is made without it")
      return nil
    }
    do {
      return try ColorCube(cube: text)
    } catch {
      notes.append(error.message)
      return nil
    }
  }

  private static func unknown(_ name: String, among names: [String]) -> String {
    "\"\(name)\" isn't known; there are \(names.joined(separator: ", "))"
  }
}

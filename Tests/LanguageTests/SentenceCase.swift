import Language
import MediaTime
import Testing
import Timeline

/// A sentence, what it asks for, and the words that nothing uses.
struct SentenceCase: Sendable, CustomTestStringConvertible {
  var text: String
  var requests: [Request]
  var left: [String]

  init(_ text: String, _ requests: Request..., left: [String] = []) {
    self.text = text
    self.requests = requests
    self.left = left
  }

  var testDescription: String { text }

  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    let reading = Reading(of: text)
    let got = reading.requests.map { $0.sentence(in: .english) }
    let leftovers = reading.leftovers.map(\.text)
    #expect(
      reading.requests == requests, "\(text) → read as \(got)", sourceLocation: sourceLocation)
    #expect(leftovers == left, "\(text) → left \(leftovers)", sourceLocation: sourceLocation)
  }
}

/// A camera request, written shortly.
func move(
  _ kind: CameraMove.Kind, _ strength: CameraRequest.Strength? = nil, on target: Target = .film,
  amount: Double? = nil, degrees: Double? = nil, ease: CameraMove.Ease? = nil,
  focus: CameraRequest.Focus? = nil, then: Bool = false, at start: Milliseconds? = nil,
  lasting duration: Milliseconds? = nil
) -> Request {
  .camera(
    CameraRequest(
      kind, target: target, strength: strength, amount: amount, degrees: degrees, ease: ease,
      focus: focus, follows: then, start: start, duration: duration))
}

/// A title request, written shortly.
func title(
  _ text: String?, _ preset: TextStyle.Preset? = nil, _ place: Place? = nil, color: String? = nil,
  size: TitleRequest.Size? = nil, in entrance: TextStyle.Animation? = nil,
  out exit: TextStyle.Animation? = nil, at start: Milliseconds? = nil,
  lasting duration: Milliseconds? = nil
) -> Request {
  .title(
    TitleRequest(
      text, preset: preset, place: place, color: color, size: size, entrance: entrance,
      exit: exit, start: start, duration: duration))
}

/// A transition request, written shortly.
func pass(
  _ kind: Transition.Kind, _ duration: Milliseconds? = nil, after clip: Int? = nil
) -> Request {
  .transition(TransitionRequest(kind, duration: duration, after: clip))
}

/// A fade request, written shortly.
func fade(
  _ edge: FadeRequest.Edge, _ target: Target = .film, _ duration: Milliseconds? = nil,
  sound isSoundOnly: Bool = false
) -> Request {
  .fade(FadeRequest(target, edge, duration: duration, isSoundOnly: isSoundOnly))
}

/// A look, an atmosphere, a part that moves, or an effect.
func treat(_ kind: Treatment.Kind, _ name: String) -> Request {
  .treat(.film, Treatment(kind, name))
}

/// Something that can't be done yet.
func not(_ name: String) -> Request { .unsupported(Feature(name)) }

import Timeline

/// The camera as objects of other APIs have it: `{"camera_control": {"config": {"roll": 5}}}`.
extension Phrases {
  private static let names: Set = ["camera_control", "type", "config", "simple", "cameracontrol"]
  private static let moves: [String: (CameraMove.Kind, CameraMove.Kind)] = [
    "horizontal": (.truckLeft, .truckRight), "vertical": (.pedestalDown, .pedestalUp),
    "pan": (.tiltDown, .tiltUp), "tilt": (.panLeft, .panRight),
    "roll": (.rollCounterclockwise, .rollClockwise), "zoom": (.zoomIn, .zoomOut),
  ]

  /// Reads such an object's members; each runs from −10 to 10, and zoom's more is a wider view.
  mutating func readCameraObject() {
    guard lexemes.contains(where: { $0.term == .quote("camera_control") }) else { return }
    var result: [Lexeme] = []
    var index = 0
    while index < lexemes.count {
      guard case .quote(let name) = term(index) else {
        let isMark = term(index) == .comma || term(index) == .colon
        result.append(isMark ? Lexeme(.filler, lexemes[index].span) : lexemes[index])
        index += 1
        continue
      }
      let span = lexemes[index].span
      guard let moves = Self.moves[name], let value = value(of: index) else {
        result.append(Lexeme(Self.names.contains(name) ? .filler : .unknown, span))
        index += 1
        continue
      }
      if value.number != 0 {
        result.append(Lexeme(.move(value.number < 0 ? moves.0 : moves.1), span))
      }
      index = value.next
    }
    lexemes = result
  }

  private func value(of index: Int) -> (number: Double, next: Int)? {
    guard term(index + 1) == .colon else { return nil }
    let isNegative = word(index + 2) == "-"
    let place = isNegative ? index + 3 : index + 2
    guard case .number(let number) = term(place) else { return nil }
    return (isNegative ? 0 - number : number, place + 1)
  }
}

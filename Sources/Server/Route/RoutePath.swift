/// The shape of a route's path: segments that are fixed, and segments that carry a name.
///
/// Written as in OpenAPI: `/api/state/nemo_agent/me/{session}/latest`. A slash at the end makes no
/// difference.
struct RoutePath: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  enum Segment: Hashable, Sendable {
    case fixed(String)
    case parameter(String)
  }

  let segments: [Segment]
  let description: String

  init(_ text: String) {
    precondition(text.hasPrefix("/"), "a path begins with a slash")
    description = text
    segments = text.split(separator: "/").map { segment in
      segment.hasPrefix("{") && segment.hasSuffix("}")
        ? .parameter(String(segment.dropFirst().dropLast())) : .fixed(String(segment))
    }
  }

  init(stringLiteral text: String) { self.init(text) }

  /// The names of its parameters, in order.
  var parameters: [String] {
    segments.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
  }
}

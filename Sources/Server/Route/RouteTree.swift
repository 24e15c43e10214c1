import HTTPTypes

/// Finds the routes of a path.
struct RouteTree: Sendable {
  /// All methods of one path.
  struct Endpoint: Sendable {
    var path: RoutePath
    var methods: [(method: HTTPRequest.Method, entry: RouteEntry)]

    /// What `Allow` says: the methods, and HEAD where there is GET.
    var allowed: String {
      var names = Set(methods.map(\.method.rawValue))
      if names.contains("GET") { names.insert("HEAD") }
      return names.sorted().joined(separator: ", ")
    }

    func entry(_ method: HTTPRequest.Method) -> RouteEntry? {
      for candidate in methods where candidate.method == method { return candidate.entry }
      return method == .head ? entry(.get) : nil
    }
  }

  /// What a path led to.
  enum Match {
    case endpoint(Endpoint, PathParameters)
    case nothing
    case malformed
  }

  /// Characters of the longest segment that can be a name of something.
  static let longestSegment = 1024

  private struct Node {
    var fixed: [Substring: Int] = [:]
    var parameter: Int?
    var endpoint: Endpoint?
  }

  private var nodes = [Node()]

  init(_ entries: [RouteEntry]) {
    for entry in entries { add(entry) }
  }

  private mutating func add(_ entry: RouteEntry) {
    var place = 0
    for segment in entry.route.path.segments {
      switch segment {
      case .fixed(let text):
        if nodes[place].fixed[text[...]] == nil { nodes[place].fixed[text[...]] = grow() }
        place = nodes[place].fixed[text[...]] ?? 0
      case .parameter:
        if nodes[place].parameter == nil { nodes[place].parameter = grow() }
        place = nodes[place].parameter ?? 0
      }
    }
    let path = entry.route.path
    var endpoint = nodes[place].endpoint ?? Endpoint(path: path, methods: [])
    precondition(endpoint.path.parameters == path.parameters, "\(path) has two sets of names")
    precondition(
      !endpoint.methods.contains { $0.method == entry.route.method }, "\(path) is there twice")
    endpoint.methods.append((entry.route.method, entry))
    nodes[place].endpoint = endpoint
  }

  private mutating func grow() -> Int {
    nodes.append(Node())
    return nodes.count - 1
  }

  /// The methods of a path, as it came, and what its named segments hold.
  func find(_ path: String) -> Match {
    var text = path[...]
    guard text.first == "/" else { return .malformed }
    text.removeFirst()
    if text.last == "/" { text.removeLast() }
    let segments =
      text.isEmpty ? [] : text.split(separator: "/", omittingEmptySubsequences: false)
    var values: [Substring] = []
    guard let endpoint = descend(segments[...], from: 0, &values) else { return .nothing }
    var decoded: [String] = []
    for value in values {
      guard let text = PercentEncoding.decode(value) else { return .malformed }
      guard text.utf8.count <= Self.longestSegment else { return .nothing }
      decoded.append(text)
    }
    return .endpoint(endpoint, PathParameters(names: endpoint.path.parameters, values: decoded))
  }

  private func descend(
    _ segments: ArraySlice<Substring>, from place: Int, _ values: inout [Substring]
  ) -> Endpoint? {
    guard let segment = segments.first else { return nodes[place].endpoint }
    let rest = segments.dropFirst()
    if let next = nodes[place].fixed[segment], let found = descend(rest, from: next, &values) {
      return found
    }
    guard let next = nodes[place].parameter, !segment.isEmpty else { return nil }
    values.append(segment)
    if let found = descend(rest, from: next, &values) { return found }
    values.removeLast()
    return nil
  }
}

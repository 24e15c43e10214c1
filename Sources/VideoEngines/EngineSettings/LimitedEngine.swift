/// An engine of which no more is asked than whoever set it up wants: smaller frames, fewer steps.
struct LimitedEngine: VideoEngine {
  let engine: any VideoEngine
  let longestSide: Int?
  let steps: Int?

  var name: String { engine.name }

  func capabilities() async throws(VideoEngineError) -> VideoCapabilities {
    var told = try await engine.capabilities()
    guard let longestSide else { return told }
    told.longestSide = min(told.longestSide ?? longestSide, longestSide)
    let small = told.sizes.filter { max($0.width, $0.height) <= longestSide }
    // Who makes nothing so small makes its smallest.
    told.sizes = small.isEmpty ? Self.smallest(of: told.sizes) : small
    return told
  }

  private static func smallest(of sizes: [ClipSize]) -> [ClipSize] {
    let least = sizes.map { $0.width * $0.height }.min()
    return sizes.filter { $0.width * $0.height == least }
  }

  private func limited(_ request: ClipRequest) -> ClipRequest {
    var request = request
    request.steps = request.steps ?? steps
    return request
  }

  func start(_ request: ClipRequest, key: String) async throws(VideoEngineError) -> ClipTicket {
    try await engine.start(limited(request), key: key)
  }

  func find(
    _ request: ClipRequest, key: String, since time: Double
  ) async throws(VideoEngineError) -> ClipSearch {
    try await engine.find(limited(request), key: key, since: time)
  }

  func progress(of ticket: ClipTicket) async throws(VideoEngineError) -> ClipProgress {
    try await engine.progress(of: ticket)
  }

  func cancel(_ ticket: ClipTicket) async throws(VideoEngineError) {
    try await engine.cancel(ticket)
  }

  func fetch(_ ticket: ClipTicket, to path: String) async throws(VideoEngineError) {
    try await engine.fetch(ticket, to: path)
  }
}

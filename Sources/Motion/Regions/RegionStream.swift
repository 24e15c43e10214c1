internal import Pixels

/// All moving regions of a picture at one moment.
struct RegionStream {
  private let flows: [RegionFlow]
  private let time: Double

  init(_ flows: [RegionFlow], at time: Double) {
    self.flows = flows
    self.time = time
  }

  /// Whether any of them streams.
  var hasTwoCopies: Bool { flows.contains { $0.streams } }

  /// The second copy's share, in 256ths.
  var weight: Int {
    let flow = flows.first { $0.streams }
    return Int(((flow?.share(at: time) ?? 0) * 256).rounded())
  }

  /// The mesh with each node moved on by what moves where it reads, in a source of `size`.
  func bend(_ mesh: Mesh, _ size: PixelSize, copy: Int) -> Mesh {
    guard !flows.isEmpty else { return mesh }
    let (width, height) = (Double(size.width), Double(size.height))
    return mesh.moved { x, y in
      var place = (x: x, y: y)
      for flow in flows {
        let offset = flow.offset(x: x / width, y: y / height, at: time, copy: copy)
        place.x += offset.x * width
        place.y += offset.y * width
      }
      return place
    }
  }
}

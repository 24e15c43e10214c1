/// Chooses among the places where a paragraph may break those that make its lines of like length
/// and end well: least squares over all ways to break it into the given number of lines (after
/// D. Knuth and M. Plass, Breaking Paragraphs into Lines, 1981).
struct LineBreaker {
  /// A place where a line may end, or the paragraph's end.
  struct Place {
    /// The byte at which the next line would begin.
    var byte: Int
    /// Where a line that ends here ends, from the paragraph's start, without spaces at its end.
    var end: Double
    /// Where a line that begins here begins.
    var next: Double
    /// What breaking here costs, 0 for a good place.
    var penalty: Double
    /// Whether what follows is too little for a line.
    var leavesOrphan: Bool
  }

  /// In the order of the text; the last is the paragraph's end.
  let places: [Place]
  let width: Double

  private static let mostPlaces = 400
  private static let orphanCost = 4.0

  /// The places at which lines end, `count` of them with the paragraph's end; nil where no such
  /// lines fit the width.
  func breaks(count: Int) -> [Int]? {
    guard count > 0, places.count >= count, places.count <= Self.mostPlaces else { return nil }
    let total = places[places.count - 1].end
    let target = max(total / Double(count), 1)
    // cost[p]: least cost of the lines so far, the last of which ends at place p.
    var cost = [Double](repeating: .infinity, count: places.count)
    var origins: [[Int]] = []
    for line in 0..<count {
      var (next, origin) = (
        [Double](repeating: .infinity, count: places.count),
        [Int](repeating: -1, count: places.count)
      )
      for end in places.indices {
        for start in line == 0 ? -1..<0 : 0..<end {
          let before = start < 0 ? 0 : cost[start]
          guard before.isFinite else { continue }
          let length = places[end].end - (start < 0 ? 0 : places[start].next)
          guard length <= width else { continue }
          let slack = length / target - 1
          var sum = before + slack * slack
          if end < places.count - 1 { sum += places[end].penalty }
          if end == places.count - 1, start >= 0, places[start].leavesOrphan {
            sum += Self.orphanCost
          }
          if sum < next[end] { (next[end], origin[end]) = (sum, start) }
        }
      }
      cost = next
      origins.append(origin)
    }
    guard cost[places.count - 1].isFinite else { return nil }
    var chosen = [places.count - 1]
    for line in (1..<max(count, 1)).reversed() { chosen.insert(origins[line][chosen[0]], at: 0) }
    return chosen
  }
}

/// What the named segments of a path hold, in order.
struct PathParameters: Hashable, Sendable {
  private var names: [String]
  private var values: [String]

  init(names: [String] = [], values: [String] = []) {
    precondition(names.count == values.count)
    self.names = names
    self.values = values
  }

  subscript(_ name: String) -> String? {
    names.firstIndex(of: name).map { values[$0] }
  }
}

/// What work costs, in credits. An export is free.
public struct Costs: Hashable, Sendable {
  /// A message that changes the film, however much it changes.
  public var edit: Int
  /// A still that words set in motion.
  public var animation: Int
  /// A medium that is analysed.
  public var analysis: Int

  /// These costs.
  public init(edit: Int, animation: Int, analysis: Int) {
    self.edit = edit
    self.animation = animation
    self.analysis = analysis
  }

  /// What that much work costs together.
  public func total(of work: Work) -> Int {
    work.edits * edit + work.animations * animation + work.analyses * analysis
      + (work.clips ?? 0)
  }
}

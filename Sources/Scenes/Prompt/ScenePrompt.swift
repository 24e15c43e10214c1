/// A sentence read as a scene.
public struct ScenePrompt: Sendable, Hashable {
  /// The scene it describes.
  public var scene: SceneGraph
  /// What was understood.
  public var drawn: [String] = []
  /// What can't be drawn.
  public var notDrawn: [String] = []
  /// Whether there is nothing to draw.
  public var isEmpty: Bool { drawn.isEmpty }
  /// Words to be shown.
  public var quote: String?

  /// Reads words.
  public init(_ words: String) {
    let text = words.lowercased()
    let kinds = SceneGraph.Kind.allCases.filter { text.contains($0.rawValue.lowercased()) }
    scene = SceneGraph(elements: kinds.map { SceneGraph.Element($0) })
    for hour in SceneGraph.Hour.allCases where text.contains(hour.rawValue.lowercased()) {
      scene.hour = hour
    }
    scene = scene.completed
  }
}

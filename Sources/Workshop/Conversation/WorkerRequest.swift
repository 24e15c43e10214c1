internal import Render
internal import Scenes
internal import Timeline

/// What a worker is asked to do: the one line that it reads.
struct WorkerRequest: Hashable, Sendable, Codable {
  var job: Job
  var limits: Limits
  var confinement: Confinement.Demand

  enum Job: Hashable, Sendable, Codable {
    /// Nothing but to say how it is confined.
    case report
    case probe(path: String)
    case analyse(path: String, facts: MediaFacts)
    /// The picture lies in a folder of its own.
    case draw(SceneFile, output: String)
    /// The order's output lies in a folder of its own.
    case render(FilmOrder)
  }

  /// Limits that the process sets itself before it reads anything else.
  struct Limits: Hashable, Sendable, Codable {
    var processorSeconds: Int
    var memory: Int
    var fileBytes: Int
    var openFiles: Int
  }
}

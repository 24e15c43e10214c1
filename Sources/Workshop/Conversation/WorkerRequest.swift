internal import MediaTime
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
    /// When the beats of the music in a file fall.
    case beats(path: String)
    /// The subtitles in a file, as captions.
    case captions(path: String)
    /// How loud the sound in a file is, in so many steps; what has no length of its own lasts as
    /// long as is said.
    case peaks(path: String, bins: Int, lasting: Milliseconds?)
    /// To show frames of films made of these files, one question a line.
    case view(files: [String])
    /// What a viewer would stumble over; the order's output is not written.
    case inspect(FilmOrder)
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

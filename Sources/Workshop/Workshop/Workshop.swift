internal import Foundation
public import MediaTime
internal import Pixels
public import Render
public import Scenes
public import Timeline

/// Media work in processes of its own.
///
/// Each probe, analysis and film is done by a process that is started for it, reads nothing but
/// its files, holds no secret, and is gone afterwards: a decoder's bug, a bomb or a hang ends that
/// process and becomes a `WorkshopError`. All methods may be called at once, from anywhere;
/// cancelling the task ends the process. Idle, a workshop costs nothing.
public struct Workshop: Sendable {
  /// The program whose `media-worker` command calls `MediaWorker.run()`.
  public let executable: String
  /// How long work may take and how much it may use.
  public let settings: WorkshopSettings
  private let probes: Gate
  private let analyses: Gate
  let viewers: ViewerPool

  /// A workshop whose processes run `executable`; nil for the program that is running, also after
  /// its file was replaced by a newer one.
  public init(executable: String? = nil, settings: WorkshopSettings = WorkshopSettings()) {
    let executable = executable ?? "/proc/self/exe"
    self.executable = executable
    self.settings = settings
    var placed = settings
    placed.viewFolder = settings.viewFolder.map(Self.absolute)
    viewers = ViewerPool(executable: Self.absolute(executable), settings: placed)
    probes = Gate(settings.probes)
    analyses = Gate(settings.analyses)
  }

  /// How a worker would be confined here. For a server to ask at its start.
  ///
  /// Throws `WorkshopError` with code `unavailable` where the kernel gives less than is demanded.
  public func confinement() async throws -> Confinement {
    let process = process(about: "The sandbox", .init(total: settings.probeTime))
    let result = try await process.run(request(.report)) { _ in }
    guard case .confinement(let confinement) = result else { throw Self.mixedUp }
    return confinement
  }

  /// What the file at `path` is, by its content.
  ///
  /// Throws `WorkshopError`, with code `unsupportedFile` where it can't be used.
  public func probe(path: String) async throws -> ProbedMedia {
    let process = process(about: "The file", .init(total: settings.probeTime))
    let result = try await probes.pass {
      try await process.run(request(.probe(path: Self.absolute(path)))) { _ in }
    }
    guard case .probed(let media) = result, let bounded = media.bounded() else {
      throw Self.mixedUp
    }
    return bounded
  }

  /// What looking at and listening to the whole file at `path` tells.
  /// - Parameters:
  ///   - path: the file.
  ///   - facts: what a probe found.
  ///   - progress: called with growing shares of 1, a few times a second, from any thread.
  ///
  /// Throws `WorkshopError`.
  public func analyse(
    path: String, facts: MediaFacts,
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) async throws -> MediaAnalysis {
    let patience = Conversation.Patience(silence: settings.patience, total: settings.analysisTime)
    let result = try await analyses.pass {
      try await process(about: "The file", patience).run(
        request(.analyse(path: Self.absolute(path), facts: facts)), progress: progress)
    }
    guard case .analysed(let analysis) = result else { throw Self.mixedUp }
    return analysis
  }

  /// When the beats of the music at `path` fall, from its start; empty where it has none.
  ///
  /// Throws `WorkshopError`.
  public func beats(path: String) async throws -> [Milliseconds] {
    let result = try await analyses.pass {
      try await process(about: "The file", .init(total: settings.analysisTime)).run(
        request(.beats(path: Self.absolute(path)))
      ) { _ in }
    }
    guard case .beats(let beats) = result else { throw Self.mixedUp }
    return beats
  }

  /// The subtitles in the file at `path`, as captions.
  ///
  /// Throws `WorkshopError`, with code `unsupportedFile` where there are none.
  public func captions(path: String) async throws -> Captions {
    let result = try await probes.pass {
      try await process(about: "The file", .init(total: settings.probeTime)).run(
        request(.captions(path: Self.absolute(path)))
      ) { _ in }
    }
    guard case .captions(let captions) = result else { throw Self.mixedUp }
    return captions
  }

  /// How loud the sound of the file at `path` is from step to step.
  /// - Parameters:
  ///   - path: the file.
  ///   - bins: how many steps.
  ///   - length: how long composed music or a sound without an end is played; nil for 30 s.
  ///
  /// Throws `WorkshopError`.
  public func peaks(
    path: String, bins: Int, lasting length: Milliseconds? = nil
  ) async throws -> SoundPeaks {
    let patience = Conversation.Patience(silence: settings.patience, total: settings.analysisTime)
    let result = try await analyses.pass {
      try await process(about: "The sound", patience).run(
        request(.peaks(path: Self.absolute(path), bins: bins, lasting: length))
      ) { _ in }
    }
    guard case .peaks(let peaks) = result, peaks.values.count == bins else { throw Self.mixedUp }
    return peaks
  }

  /// A frame of a film as a JPEG, drawn as its export would on a canvas of that width.
  ///
  /// It is drawn by a process that stays for a while, so that the owner's next frames come
  /// quickly. Where many are asked for at once the last comes first, and those that have waited
  /// behind too many are refused. Throws `WorkshopError`.
  public func frame(_ order: FrameOrder) async throws -> [UInt8] {
    var order = order
    order.film.files = order.film.files.mapValues(Self.absolute)
    order.reach = Set(order.reach.map(Self.absolute))
    return try await viewers.frame(order)
  }

  /// What a viewer of the film would stumble over, found without making it.
  ///
  /// Throws `WorkshopError`.
  public func inspect(_ order: FilmOrder) async throws -> [PreflightFinding] {
    let scratch = try Scratch(beside: Self.absolute(order.output))
    defer { scratch.remove() }
    var order = order
    order.files = order.files.mapValues(Self.absolute)
    order.output = scratch.film
    let result = try await analyses.pass {
      try await process(about: "The film", .init(total: settings.analysisTime)).run(
        request(.inspect(order))
      ) { _ in }
    }
    guard case .inspected(let findings) = result else { throw Self.mixedUp }
    return findings
  }

  /// Makes the film and puts it at its place when it is whole; until then, and after any failure,
  /// nothing of it is there.
  /// - Parameters:
  ///   - order: what to make, of what, and where.
  ///   - progress: called with growing shares of 1, a few times a second, from any thread.
  ///
  /// Throws `WorkshopError`.
  public func render(
    _ order: FilmOrder, progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) async throws -> RenderedFilm {
    let output = Self.absolute(order.output)
    let scratch = try Scratch(beside: output)
    defer { scratch.remove() }
    var order = order
    order.files = order.files.mapValues(Self.absolute)
    order.output = scratch.film
    let patience = Conversation.Patience(silence: settings.patience, total: settings.renderTime)
    let result = try await process(about: "The film", patience).run(
      request(.render(order)), progress: progress)
    guard case .rendered(var film) = result else { throw Self.mixedUp }
    film.bytes = try scratch.deliver(to: output)
    return film
  }

  /// The size of pictures that show what is drawn.
  static let drawingSize = PixelSize(width: 1280, height: 720)

  /// Draws a scene as a PNG of 1280 × 720 and puts it at `output` when it is whole.
  ///
  /// Throws `WorkshopError`.
  public func draw(_ scene: SceneFile, to output: String) async throws {
    let output = Self.absolute(output)
    let scratch = try Scratch(beside: output)
    defer { scratch.remove() }
    let result = try await analyses.pass {
      try await process(about: "The picture", .init(total: settings.analysisTime)).run(
        request(.draw(scene, output: scratch.film))
      ) { _ in }
    }
    guard case .drawn = result else { throw Self.mixedUp }
    _ = try scratch.deliver(to: output)
  }
}

extension Workshop {
  private func process(
    about subject: String, _ patience: Conversation.Patience
  ) -> WorkerProcess {
    WorkerProcess(
      executable: Self.absolute(executable), environment: WorkerEnvironment.selected(),
      patience: patience, grace: settings.grace, subject: subject)
  }

  private func request(_ job: WorkerRequest.Job) -> WorkerRequest {
    WorkerRequest(job, settings)
  }

  private static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  static var mixedUp: WorkshopError {
    WorkshopError(.crashed, "The process answered something else than it was asked; try again.")
  }
}

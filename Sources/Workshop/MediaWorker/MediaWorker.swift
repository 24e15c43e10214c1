internal import Foundation
internal import Glibc
internal import Libav
internal import MediaTime
internal import Pixels
internal import Render
internal import Scenes
internal import Timeline

/// The worker's side: what a program does whose first argument is `media-worker`.
public enum MediaWorker {
  /// The command by which a `Workshop` starts the program.
  public static let command = "media-worker"

  /// Reads one request from standard input, carries it out, and answers on standard output.
  ///
  /// To be called first in a `main` that isn't `async`, before there is any other thread, since the
  /// kernel confines only the one that asks; and to be followed by the process's end with the
  /// status returned: the process has given up its rights.
  public static func run() -> Int32 {
    let isHardened = Sandbox.harden()
    BrokenPipes.heed()
    // A file that grows beyond its limit fails to, as on a full disk.
    signal(SIGXFSZ, SIG_IGN)
    MediaLibraries.economizeMemory()
    let input = LineInput()
    guard let line = input.next(),
      let request = try? JSONLine.decode(WorkerRequest.self, from: line)
    else {
      let words = "This command is for a Kinora server, which asks it for work.\n"
      try? FileHandle.standardError.write(contentsOf: Data(words.utf8))
      return EX_USAGE
    }
    let reporter = Reporter()
    do {
      let environment = ProcessInfo.processInfo.environment
      let sandbox = Sandbox(for: request, environment: environment)
      let confinement = try sandbox.enter(isHardened: isHardened)
      let stop = Stop()
      if case .view = request.job {
        stop.listen(toInput: false)
        Viewing(input: input, reporter: reporter).run()
      } else {
        stop.listen(toInput: true)
        reporter.say(.done(try carryOut(request.job, confinement, reporter, stop)))
      }
      return EXIT_SUCCESS
    } catch {
      reporter.say(.failed(WorkshopError(error, calling: request.job.names)))
      return EXIT_FAILURE
    }
  }

  private static func carryOut(
    _ job: WorkerRequest.Job, _ confinement: Confinement, _ reporter: Reporter, _ stop: Stop
  ) throws -> WorkerMessage.Result {
    switch job {
    case .report, .view: return .confinement(confinement)
    case .probe(let path): return .probed(try ProbedMedia(fileAt: path))
    case .analyse(let path, let facts):
      return .analysed(try Analysis(path: path, facts: facts).run(progress: reporter.tell))
    case .beats(let path): return .beats(try BeatFinder.beats(of: path))
    case .captions(let path): return .captions(try Captions(fileAt: path))
    case .peaks(let path, let bins, let length):
      return .peaks(
        try SoundPeaks(of: path, bins: bins, lasting: length, progress: reporter.tell))
    case .inspect(let order): return .inspected(try order.preflight())
    case .draw(let scene, let output):
      try PNG.write(scene.picture(size: Workshop.drawingSize), to: output)
      return .drawn
    case .render(let order):
      return .rendered(try RenderedFilm(of: order, stoppedBy: stop, progress: reporter.tell))
    }
  }
}

extension WorkerRequest.Job {
  /// What sentences call the job's files.
  fileprivate var names: FileNames {
    switch self {
    case .report, .view: FileNames(media: [:], film: "\0")
    case .probe(let path), .analyse(let path, _), .beats(let path), .captions(let path),
      .peaks(let path, _, _):
      FileNames(only: path)
    case .draw(_, let output): FileNames(media: [:], film: output)
    case .inspect(let order), .render(let order): FileNames(media: order.files, film: order.output)
    }
  }
}

extension FilmOrder {
  /// What a viewer would stumble over.
  fileprivate func preflight() throws(RenderError) -> [PreflightFinding] {
    let folder = output.lastIndex(of: "/").map { String(output[..<$0]) } ?? "."
    return try Preflight(
      draft, library: ListedLibrary(files), seed: seed, folder: folder, cache: cache
    ).findings()
  }
}

extension RenderedFilm {
  /// Makes the film of `order`.
  fileprivate init(
    of order: FilmOrder, stoppedBy stop: Stop, progress: (Double) -> Void
  ) throws(RenderError) {
    var settings = RenderSettings(
      quality: order.quality, threads: order.threads, seed: order.seed)
    settings.cache = order.cache
    let renderer = try FilmRenderer(
      draft: order.draft, library: ListedLibrary(order.files), settings: settings)
    stop.cancels(renderer)
    let summary = try renderer.render(to: order.output) { progress($0.share) }
    self.init(
      width: summary.size.width, height: summary.size.height, frames: summary.frameCount,
      duration: summary.duration.milliseconds, bytes: 0, notes: renderer.notes)
    framesReused = summary.framesReused
    // Nobody asks what a film measures that is only to be looked at while editing.
    guard order.quality != .proxy else { return }
    receipt = renderer.receipt(of: order.output)
  }
}

public import Director
import Foundation
import Language
public import MediaTime
public import Scenes
public import Studio
import Synchronization
public import Timeline
import Wire

/// A workshop without media: a file's first word says what it is.
public final class FakeWorkshop: MediaWorkshop {
  /// What was waited for did not come.
  public struct Stalled: Error {
    /// An error of that kind.
    public init() {}
  }

  private struct State {
    var renders = 0
    var analyses = 0
    var drawings = 0
    var voices = 0
    var frames: [FrameOrder] = []
    var peaks = 0
    var findings: [PreflightFinding] = []
    var failures: [any Error] = []
    var isHeld = false
    var orders: [FilmOrder] = []
    var waiting = 0
    var listeners: [@Sendable (Double) -> Void] = []
  }

  private let state = Mutex(State())

  /// A workshop that does everything at once.
  public init() {}

  /// Films begun.
  public var renders: Int { state.withLock { $0.renders } }
  /// Analyses begun.
  public var analyses: Int { state.withLock { $0.analyses } }
  /// Pictures begun.
  public var drawings: Int { state.withLock { $0.drawings } }
  /// Voice-overs begun.
  public var voices: Int { state.withLock { $0.voices } }
  /// Frames ordered.
  public var frames: [FrameOrder] { state.withLock { $0.frames } }
  /// Curves of sounds begun.
  public var peaks: Int { state.withLock { $0.peaks } }
  /// Whether nothing is being done.
  public var isIdle: Bool { state.withLock { $0.waiting } == 0 }
  /// Films ordered.
  public var orders: [FilmOrder] { state.withLock { $0.orders } }

  /// Lets films and analyses wait half-way until they are let go, or cancelled.
  public func hold() { state.withLock { $0.isHeld = true } }
  /// Lets them go on.
  public func letGo() { state.withLock { $0.isHeld = false } }
  /// Says that every film that was begun is so far.
  public func tell(_ share: Double) {
    for listener in state.withLock({ $0.listeners }) { listener(share) }
  }
  /// Makes the next films and analyses fail, one each.
  public func fail(_ errors: any Error...) { state.withLock { $0.failures += errors } }

  /// Facts of a file by its first word.
  public func probe(path: String) async throws -> ProbedMedia {
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)).prefix(64), as: UTF8.self)
    switch text.split(separator: " ").first {
    case "image":
      return ProbedMedia(
        facts: MediaFacts(kind: .image, width: 1920, height: 1080), contentType: "image/jpeg")
    case "video":
      return ProbedMedia(
        facts: MediaFacts(
          kind: .video, duration: 4000, width: 1280, height: 720, hasAudio: true, frameRate: 30),
        contentType: "video/mp4")
    case "subtitles":
      return ProbedMedia(
        facts: MediaFacts(kind: .subtitles, duration: 9000), contentType: "application/x-subrip")
    case "table":
      return ProbedMedia(facts: MediaFacts(kind: .table), contentType: "application/x-cube")
    default:
      throw ServiceError(.unsupportedFile, "This is no picture, video or sound.")
    }
  }

  /// The same analysis for everything.
  public func analyse(
    path: String, facts: MediaFacts, progress: @escaping @Sendable (Double) -> Void
  ) async throws -> MediaAnalysis {
    state.withLock { $0.analyses += 1 }
    progress(0.3)
    try await pass()
    return MediaAnalysis(
      shots: [MediaAnalysis.Shot(start: 0, end: facts.duration.seconds)], loudness: -16,
      hasSpeech: false, palette: ["#112233"])
  }

  /// A text in the voice's place; each word takes a third of a second.
  public func speak(_ voice: VoiceOver, to outputPath: String) async throws -> Spoken {
    state.withLock { $0.voices += 1 }
    try await pass()
    try Data("voice of \(voice.text)".utf8).write(to: URL(filePath: outputPath))
    var words: [TimedWord] = []
    for word in voice.text.split(separator: " ") {
      let start = Milliseconds(words.count * 333)
      words.append(TimedWord(String(word), start: start, end: start + 333))
    }
    return Spoken(duration: (words.last?.end ?? 0) + 50, words: words)
  }

  /// A beat each half second, eight seconds long.
  public func beats(path: String) async throws -> [Milliseconds] {
    (0..<16).map { Milliseconds($0 * 500) }
  }

  /// A caption a word of the file, a second each; the fifth and later lie a minute behind.
  public func captions(path: String) async throws -> [Segment] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return text.split(separator: " ").dropFirst().enumerated().map { index, word in
      var segment = Segment(
        id: "", text: String(word), start: Milliseconds(index * 1000 + (index < 4 ? 0 : 60_000)),
        duration: 1000)
      segment.style.text = TextStyle(preset: .subtitle)
      return segment
    }
  }

  /// A text that tells what was ordered, in the frame's place.
  public func frame(_ order: FrameOrder) async throws -> [UInt8] {
    state.withLock { $0.frames.append(order) }
    try await pass()
    return Array("frame \(order.index) at \(order.width) of \(order.name)".utf8)
  }

  /// A curve that rises.
  public func peaks(
    path: String, bins: Int, lasting length: Milliseconds?
  ) async throws -> SoundCurve {
    state.withLock { $0.peaks += 1 }
    try await pass()
    return SoundCurve(
      duration: length ?? 4000, values: (0..<bins).map { UInt8(truncatingIfNeeded: $0) })
  }

  /// What was found last by ``find(_:)``.
  public func inspect(_ order: FilmOrder) async throws -> [PreflightFinding] {
    state.withLock { $0.findings }
  }

  /// Lets every film have these faults.
  public func find(_ findings: [PreflightFinding]) { state.withLock { $0.findings = findings } }

  /// A text in the picture's place.
  public func draw(_ scene: SceneFile, to outputPath: String) async throws {
    state.withLock { $0.drawings += 1 }
    try await pass()
    try Data("picture of \(scene.scene)".utf8).write(to: URL(filePath: outputPath))
  }

  /// A text that tells what was ordered, in the film's place.
  public func render(
    _ order: FilmOrder, progress: @escaping @Sendable (Double) -> Void
  ) async throws -> RenderedFilm {
    state.withLock { state in
      state.renders += 1
      state.orders.append(order)
      state.listeners.append(progress)
    }
    progress(0.42)
    try await pass()
    let film = "film \(order.quality.rawValue) \(order.seed) \(order.draft.encoded())"
    try Data(film.utf8).write(to: URL(filePath: order.outputPath))
    progress(1)
    let receipt = FilmReceipt(
      moves: [], askedLoudness: -14, loudness: -14.1, truePeak: -1.5, frames: 120, bytes: 9)
    return RenderedFilm(duration: order.draft.duration.count, receipt: receipt)
  }

  private func pass() async throws {
    let failure = state.withLock { $0.failures.isEmpty ? nil : $0.failures.removeFirst() }
    if let failure { throw failure }
    state.withLock { $0.waiting += 1 }
    defer { state.withLock { $0.waiting -= 1 } }
    while state.withLock({ $0.isHeld }) { try await Task.sleep(for: .milliseconds(2)) }
    try Task.checkCancellation()
  }
}

internal import Foundation
internal import Libav
internal import MediaTime
internal import Motion
internal import Pixels
internal import Sound
internal import Timeline

/// Checks one film, of whatever make: what its file says, what its frames show, what is heard.
///
/// The film goes by once, frame by frame and block by block of sound; memory doesn't grow with
/// its length. A check changes nothing.
public struct FilmCheck: Sendable {
  /// The film's file.
  public let path: String

  /// A check of the film at `path`.
  public init(path: String) { self.path = path }

  /// Looks at and listens to the whole film, or looks quickly at its first `frames` alone.
  ///
  /// `progress` is called on the calling thread, ten times a second. Throws where there is no
  /// such file or it is nothing that can be read here; damage inside becomes a finding.
  public func run(
    measuringMotion: Bool = true, frames: Int = .max,
    progress: (RenderProgress) -> Void = { _ in }
  ) throws(RenderError) -> FilmReport {
    let probe: MediaProbe
    do {
      probe = try Media.probe(path: path)
    } catch {
      throw RenderError(wrapping: error)
    }
    var report = FilmReport(path: path, probe: probe)
    report.intent = FilmIntent(comment: probe.comment)
    if probe.video != nil, frames > 0 {
      report.picture = try watch(
        probe, measuringMotion: measuringMotion, frames: frames, progress: progress)
    }
    if probe.audio != nil { report.sound = try listen() }
    report.findings = FilmJudge(report).findings
    return report
  }

  /// What was asked of the film beside what it shows; nil where it can't be read or doesn't say.
  ///
  /// Its pictures are looked at as far as something was asked of them in figures. What is known of
  /// the same pieces from another film isn't measured again.
  func receipt(of kept: KeptPieces? = nil) -> FilmReceipt? {
    guard let probe = try? Media.probe(path: path), let intent = FilmIntent(comment: probe.comment)
    else { return nil }
    let frames = intent.framesToMeasure(within: Self.receiptFrames)
    var report = FilmReport(path: path, probe: probe)
    report.intent = intent
    func look() throws(RenderError) -> PictureReport {
      try watch(probe, measuringMotion: true, frames: frames) { _ in }
    }
    do {
      if probe.video != nil, frames > 0 {
        report.picture =
          if let kept { try kept.pictureReport(ofFirst: frames, look) } else { try look() }
      }
      if probe.audio != nil {
        report.sound = if let kept { try kept.soundReport(listen) } else { try listen() }
      }
    } catch {
      return nil
    }
    return FilmReceipt(report)
  }

  /// The first few seconds.
  private static let receiptFrames = 96

  private func watch(
    _ probe: MediaProbe, measuringMotion: Bool, frames: Int,
    progress: (RenderProgress) -> Void
  ) throws(RenderError) -> PictureReport {
    guard probe.kind == .video else { return PictureReport(frameCount: 1) }
    var report = PictureReport()
    do {
      let reader = try VideoReader(
        path: path, threads: min(ProcessInfo.processInfo.activeProcessorCount, 4))
      let rate = reader.frameRate
      let whole = Self.frameCount(of: reader, announced: probe.video?.frameCount)
      let count = min(whole, frames)
      var inspection = PictureInspection(
        frameRate: rate, measuresMotion: measuringMotion,
        isQuick: frames < .max)
      let clock = RenderClock()
      var reported = -1.0
      do {
        for index in 0..<count {
          inspection.add(try reader.frame(at: rate.time(ofFrame: index)))
          let seconds = clock.seconds
          if seconds - reported >= 0.1 || index == count - 1 {
            progress(RenderProgress(framesDone: index + 1, frameCount: count, elapsed: seconds))
            reported = seconds
          }
        }
      } catch {
        report.failure = error.message
      }
      let announced =
        probe.video?.isVariableFrameRate == false && count == whole
        ? probe.video?.frameCount : nil
      inspection.finish(&report, announced: announced)
    } catch {
      guard error.code == .corrupt || error.code == .truncated else {
        throw RenderError(wrapping: error)
      }
      report.failure = error.message
    }
    return report
  }

  /// Frames that the film's length asks for; the file's own number where both about agree.
  private static func frameCount(of reader: VideoReader, announced: Int?) -> Int {
    let byLength = max(1, reader.frameRate.firstFrame(notBefore: reader.duration))
    guard let announced, (announced - byLength).magnitude <= 2 else { return byLength }
    return announced
  }

  private func listen() throws(RenderError) -> SoundReport {
    var report = SoundReport()
    do {
      let reader = try AudioReader(path: path)
      var inspection = try SoundInspection()
      do {
        while true {
          let samples = try reader.read(count: Self.blockLength)
          try inspection.add(samples)
          if samples.count < 2 * Self.blockLength { break }
        }
      } catch {
        guard let error = error as? MediaError else { throw error }
        report.failure = error.message
      }
      inspection.finish(&report)
    } catch let error as MediaError where error.code == .corrupt || error.code == .truncated {
      report.failure = error.message
    } catch {
      throw RenderError(wrapping: error)
    }
    return report
  }

  /// Pairs of samples read at once.
  private static let blockLength = 9600
}

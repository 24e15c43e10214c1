internal import Foundation
internal import Libav
internal import MediaTime
internal import Motion

/// Turns measurements into findings.
struct FilmJudge {
  let report: FilmReport

  init(_ report: FilmReport) { self.report = report }

  /// The findings, the worst first.
  var findings: [Finding] {
    let all = file + frames + stillness + shots + sound
    return all.filter { $0.severity == .fault } + all.filter { $0.severity == .warning }
      + all.filter { $0.severity == .information }
  }

  private var file: [Finding] {
    var found: [Finding] = []
    guard let video = report.probe.video else {
      return [Finding(.fault, "There is no picture, only sound; give a film with video.")]
    }
    guard report.probe.kind == .video else {
      return [Finding(.fault, "This is a still picture; make a film of it first.")]
    }
    if report.probe.isFaststart == false {
      found.append(
        Finding(
          .warning,
          "The index is at the file's end, so that browsers load all before they play; "
            + "write the film again with faststart."))
    }
    let color = video.color
    let unsaid = [
      ("primaries", color.primaries), ("transfer", color.transfer), ("matrix", color.matrix),
    ].filter { $0.1 == nil }.map(\.0)
    if !unsaid.isEmpty {
      found.append(
        Finding(
          .warning,
          "The file doesn't say its colour \(unsaid.joined(separator: ", ")), and players will "
            + "guess; tag it as BT.709."))
    }
    if !["yuv420p", "yuvj420p"].contains(video.pixelFormat) {
      found.append(
        Finding(
          .warning,
          "The pixel format is \(video.pixelFormat), which many browsers and phones don't play; "
            + "encode it as yuv420p."))
    }
    if video.isVariableFrameRate {
      found.append(
        Finding(
          .information,
          "Frames follow each other unevenly; editors prefer a constant frame rate."))
    }
    return found
  }

  private var frames: [Finding] {
    guard let picture = report.picture, report.probe.kind == .video else { return [] }
    var found: [Finding] = []
    if let failure = picture.failure {
      let place =
        picture.frameCount > 0 ? "Decoding stops at \(at(picture.frameCount))" : "No frame decodes"
      found.append(Finding(.fault, "\(place): \(failure)"))
    }
    if picture.missingFrames > 0 {
      found.append(
        Finding(
          .fault,
          "\(picture.missingFrames) of the \(count(picture) + picture.missingFrames) frames that "
            + "the file announces can't be decoded; it is cut off or damaged, so make it again."))
    }
    found += black(picture)
    return found
  }

  private func count(_ picture: PictureReport) -> Int {
    max(0, (report.probe.video?.frameCount ?? picture.frameCount) - picture.missingFrames)
  }

  private func black(_ picture: PictureReport) -> [Finding] {
    let runs = picture.blackRuns
    guard let first = runs.first else { return [] }
    if first.frameCount >= picture.frameCount {
      return [Finding(.fault, "Every frame is black; check what the film was made of.")]
    }
    let half = Int((report.frameRate.framesPerSecond / 2).rounded())
    let fades = runs.filter {
      $0.frameCount <= half && ($0.firstFrame == 0 || $0.endFrame >= picture.frameCount)
    }
    let rest = runs.filter { !fades.contains($0) }
    var found: [Finding] = []
    if let worst = rest.first {
      found.append(
        Finding(
          .warning,
          "The picture is black for \(length(worst)) from \(at(worst.firstFrame))"
            + more(rest.count) + "; cut it out unless it is meant."))
    }
    if let fade = fades.first {
      let place = fade.firstFrame == 0 ? "begins" : "ends"
      found.append(
        Finding(.information, "The film \(place) with \(length(fade)) of black."))
    }
    return found
  }

  private var stillness: [Finding] {
    guard let picture = report.picture, let first = picture.frozenRuns.first else { return [] }
    let standing = picture.frozenRuns.reduce(0) { $0 + $1.frameCount }
    if first.frameCount >= picture.frameCount - 1 {
      return [Finding(.information, "Nothing moves: every frame shows the same.")]
    }
    let second = Int(report.frameRate.framesPerSecond.rounded())
    let stuck = picture.frozenRuns.filter { run in
      run.frameCount >= second && isMoving(around: run, picture)
    }
    var found: [Finding] = []
    if let worst = stuck.first {
      found.append(
        Finding(
          .warning,
          "The picture freezes for \(length(worst)) from \(at(worst.firstFrame)), in the midst of "
            + "a shot that moves\(more(stuck.count)); check the source there."))
    }
    if stuck.count < picture.frozenRuns.count {
      let runs = picture.frozenRuns.count
      let share = Int((100 * Double(standing) / Double(picture.frameCount)).rounded())
      let times = runs == 1 ? "once, from \(at(first.firstFrame))" : "\(runs) times"
      found.append(
        Finding(.information, "Nothing moves \(times), \(share) % of the film in all."))
    }
    return found
  }

  /// Whether the run lies in a shot that moves and goes on moving after it.
  private func isMoving(around run: FrameRun, _ picture: PictureReport) -> Bool {
    picture.shots.contains { shot in
      let range = shot.firstFrame..<shot.firstFrame + shot.frameCount
      return shot.isKnown && shot.isMoving && range.contains(run.firstFrame)
        && range.contains(run.endFrame + 1) && run.firstFrame > range.lowerBound + 1
    }
  }

  private var shots: [Finding] {
    guard let picture = report.picture, !picture.shots.isEmpty else { return [] }
    var found: [Finding] = []
    for (index, shot) in picture.shots.enumerated() where shot.isKnown {
      guard let jitter = shot.jitter, jitter > 0.3, shot.reversals * 6 > shot.frameCount else {
        continue
      }
      found.append(
        Finding(
          .information,
          "Shot \(index + 1), from \(at(shot.firstFrame)), shakes: \(Self.plain(jitter, 2)) px per "
            + "frame², turning back \(shot.reversals) times; stabilise it unless it is meant."))
    }
    return found
  }

  private func more(_ count: Int) -> String {
    count > 2 ? ", and \(count - 1) times more" : count == 2 ? ", and once more" : ""
  }

  private func at(_ frame: Int) -> String {
    Self.clock(report.frameRate.time(ofFrame: frame).seconds)
  }

  private func length(_ run: FrameRun) -> String {
    Self.plain(report.frameRate.time(ofFrame: run.frameCount).seconds, 2) + " s"
  }

  /// `1:02.50`.
  static func clock(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded())
    return String(
      format: "%d:%02d.%02d", hundredths / 6000, hundredths / 100 % 60, hundredths % 100)
  }

  /// A number with at most `digits` decimals and a minus sign, as text has it.
  static func plain(_ value: Double, _ digits: Int) -> String {
    var text = Substring(String(format: "%.\(digits)f", value.magnitude))
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return value < 0 && text != "0" ? "−\(text)" : String(text)
  }
}

extension FilmReport {
  /// The film's average frame rate; 25 where there are no pictures.
  var frameRate: FrameRate { probe.video?.frameRate ?? FrameRate(25) }
}

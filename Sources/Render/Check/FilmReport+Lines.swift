internal import Foundation
internal import Libav
internal import MediaTime
internal import Motion
internal import Pixels
internal import Timeline

extension FilmReport {
  /// The report for reading: aligned lines, then findings, then one line that sums up.
  public var lines: [String] {
    var rows = [("file", "\(name), \(probe.container), \(FilmJudge.plain(megabytes, 2)) MB")]
    if probe.kind != .image { rows.append(("length", FilmJudge.clock(duration.seconds))) }
    if let video = probe.video { rows += self.rows(of: video) }
    if let audio = probe.audio { rows += self.rows(of: audio) }
    rows += motionRows + askedRows
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { $0.0.padding(toLength: width + 2, withPad: " ", startingAt: 0) + $0.1 }
      + findings.map { "\($0.severity.mark) \($0.sentence)" } + [summary]
  }

  private var name: String { (path as NSString).lastPathComponent }
  private var megabytes: Double { Double(probe.bytes) / 1e6 }

  private func rows(of video: MediaProbe.Video) -> [(String, String)] {
    let profile = video.profile.map { " \($0)" } ?? ""
    var rows = [("picture", "\(video.size), \(video.codec)\(profile), \(video.pixelFormat)")]
    if let picture, probe.kind == .video {
      let rate = FilmJudge.plain(video.frameRate.framesPerSecond, 3)
      rows.append(("frames", "\(picture.frameCount) at \(rate) a second"))
    }
    let tags = [video.color.primaries, video.color.transfer, video.color.matrix, video.color.range]
    rows.append(("colour", tags.map { $0 ?? "unsaid" }.joined(separator: ", ")))
    if let isFaststart = probe.isFaststart {
      rows.append(("faststart", isFaststart ? "yes" : "no"))
    }
    return rows
  }

  private func rows(of audio: MediaProbe.Audio) -> [(String, String)] {
    let channels = audio.channels == 1 ? "mono" : audio.channels == 2 ? "stereo" : nil
    var rows = [
      (
        "sound",
        "\(audio.codec), \(audio.sampleRate) Hz, \(channels ?? "\(audio.channels) channels")"
      )
    ]
    guard let sound, sound.duration > 0 else { return rows }
    let loudness =
      sound.integrated.map { "\(FilmJudge.plain($0, 1)) LUFS" } ?? "too quiet to measure"
    let peak = sound.truePeak.map { ", true peak \(FilmJudge.plain($0, 1)) dBTP" } ?? ""
    rows.append(("loudness", loudness + peak))
    return rows
  }

  /// What was asked, beside what was measured.
  private var askedRows: [(String, String)] {
    guard let receipt = FilmReceipt(self) else { return [] }
    var rows = receipt.moves.prefix(Self.mostShots).map { move in
      let unit = move.kind == .turn ? "°" : " %"
      let figures = [move.asked, move.measured].map { String(format: "%.1f", $0) + unit }
      let jitter = move.jitter.map { ", jitter \(FilmJudge.plain($0, 2)) px" } ?? ""
      let start = FilmJudge.clock(frameRate.time(ofFrame: move.firstFrame).seconds)
      return (
        "asked",
        "\(move.kind.rawValue) at \(start): "
          + "\(figures[0]), got \(figures[1])\(jitter)"
      )
    }
    if let asked = receipt.askedLoudness {
      let got = receipt.loudness.map { "\(FilmJudge.plain($0, 1)) LUFS" } ?? "too quiet to measure"
      rows.append(("asked", "loudness \(FilmJudge.plain(asked, 1)) LUFS, got \(got)"))
    }
    if receipt.texts > 0 {
      rows.append(
        (
          "texts",
          "\(receipt.texts), \(receipt.incompleteTexts) lacking characters, "
            + "\(receipt.coveredTexts) outside the safe area"
        ))
    }
    rows.append(("drawn", "\(receipt.frames) frames, all anew"))
    return rows
  }

  private var motionRows: [(String, String)] {
    guard let shots = picture?.shots else { return [] }
    let named = shots.prefix(Self.mostShots).enumerated().map { index, shot in
      (shots.count == 1 ? "motion" : "shot \(index + 1)", row(of: shot))
    }
    guard shots.count > Self.mostShots else { return named }
    return named + [("…", "and \(shots.count - Self.mostShots) shots more")]
  }

  private static let mostShots = 40

  private func row(of shot: MotionReport) -> String {
    let place = [shot.firstFrame, shot.firstFrame + shot.frameCount].map {
      FilmJudge.clock(frameRate.time(ofFrame: $0).seconds)
    }
    let range = "\(place[0])–\(place[1])"
    guard shot.isKnown else { return "\(range)  motion unknown" }
    guard shot.isMoving else { return "\(range)  still" }
    var parts: [String] = []
    if shot.largestScale / shot.smallestScale > 1.002 {
      parts.append("scale ×\(String(format: "%.3f", shot.scale))")
    }
    let (x, y) = (shot.shiftX * 100, shot.shiftY * 100)
    if max(x.magnitude, y.magnitude) >= 0.05 {
      parts.append("shift \(FilmJudge.plain(x, 1)) % and \(FilmJudge.plain(y, 1)) %")
    }
    if shot.rotation.magnitude >= 0.05 {
      parts.append("turn \(FilmJudge.plain(shot.rotation, 1))°")
    }
    if parts.isEmpty { parts.append("sways by \(FilmJudge.plain(shot.reach * 100, 1)) %") }
    if let jitter = shot.jitter { parts.append("jitter \(FilmJudge.plain(jitter, 2)) px") }
    if shot.reversals > 0 {
      parts.append(shot.reversals == 1 ? "1 reversal" : "\(shot.reversals) reversals")
    }
    return "\(range)  " + parts.joined(separator: ", ")
  }

  private var summary: String {
    let counts = [
      ("fault", findings.count { $0.severity == .fault }),
      ("warning", findings.count { $0.severity == .warning }),
    ].filter { $0.1 > 0 }
    guard !counts.isEmpty else { return "No faults, no warnings." }
    return counts.map { "\($0.1) \($0.0)\($0.1 == 1 ? "" : "s")" }.joined(separator: ", ") + "."
  }
}

extension Finding.Severity {
  /// How a line that tells a finding begins.
  fileprivate var mark: String {
    switch self {
    case .fault: "✗"
    case .warning: "!"
    case .information: "·"
    }
  }
}

internal import Libav
internal import MediaTime

extension FilmJudge {
  /// What sound has to be told about.
  var sound: [Finding] {
    guard report.probe.kind == .video else { return [] }
    guard let sound = report.sound else {
      return [Finding(.information, "The film has no sound.")]
    }
    var found: [Finding] = []
    if let failure = sound.failure {
      found.append(Finding(.fault, "The sound can't be decoded: \(failure)"))
    }
    guard sound.duration > 0 else { return found }
    guard sound.truePeak != nil, sound.silences.first?.duration != sound.duration else {
      return found + [Finding(.information, "The sound track is silent throughout.")]
    }
    return found + levels(sound) + gaps(sound)
  }

  private func levels(_ sound: SoundReport) -> [Finding] {
    var found: [Finding] = []
    if sound.clippedRuns > 0 {
      let first = sound.firstClip.map { " from \(Self.clock($0.seconds))" } ?? ""
      let times = sound.clippedRuns == 1 ? "once" : "\(sound.clippedRuns) times"
      found.append(
        Finding(.warning, "The sound clips \(times)\(first); lower it, or limit its peaks."))
    } else if let peak = sound.truePeak, peak > 0 {
      found.append(
        Finding(
          .warning,
          "The true peak is \(Self.plain(peak, 1)) dBTP and will clip on some players; keep it "
            + "below −1."))
    }
    if let loudness = sound.integrated {
      let value = Self.plain(loudness, 1)
      if loudness > -9 {
        found.append(
          Finding(
            .warning, "The sound is very loud, \(value) LUFS; −14 is what players expect."))
      } else if loudness < -27 {
        found.append(
          Finding(
            .warning, "The sound is very quiet, \(value) LUFS; −14 is what players expect."))
      }
    }
    return found
  }

  private func gaps(_ sound: SoundReport) -> [Finding] {
    var found: [Finding] = []
    if let picture = report.picture, picture.failure == nil {
      let length = report.frameRate.time(ofFrame: picture.frameCount).milliseconds
      let difference = sound.duration.seconds - length.seconds
      if difference.magnitude > 0.5 {
        let word = difference > 0 ? "longer" : "shorter"
        found.append(
          Finding(
            .warning,
            "The sound is \(Self.plain(difference.magnitude, 2)) s \(word) than the picture; "
              + "cut both to one length."))
      }
    }
    if let first = sound.silences.first {
      let more = sound.silences.count > 1 ? ", and \(sound.silences.count - 1) more" : ""
      found.append(
        Finding(
          .information,
          "There is silence for \(Self.plain(first.duration.seconds, 2)) s from "
            + "\(Self.clock(first.start.seconds))\(more)."))
    }
    return found
  }
}

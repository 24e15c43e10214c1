internal import Libav
internal import Motion
public import Timeline

extension FilmReceipt {
  /// Compares what a film's file says was asked with what was measured of it; nil where the file
  /// doesn't say.
  public init?(_ report: FilmReport) {
    guard let intent = report.intent else { return nil }
    let shots = report.picture?.shots ?? []
    self.init(
      moves: intent.moves.compactMap { Self.move($0, among: shots) },
      askedLoudness: intent.loudness, loudness: report.sound?.integrated,
      truePeak: report.sound?.truePeak, texts: intent.texts,
      incompleteTexts: intent.incompleteTexts, coveredTexts: intent.coveredTexts,
      frames: intent.frames, bytes: report.probe.bytes)
  }

  /// A move beside the shot that shows most of it.
  private static func move(_ asked: FilmIntent.Move, among shots: [MotionReport]) -> Move? {
    let frames = asked.firstFrame..<asked.firstFrame + max(asked.frameCount, 0)
    let shot = shots.max { $0.overlap(frames) < $1.overlap(frames) }
    guard let shot, shot.isKnown, shot.overlap(frames) * 5 >= shot.frameCount * 4,
      let change = asked.change(
        from: shot.firstFrame, to: shot.firstFrame + shot.frameCount - 1)
    else { return nil }
    return Move(
      firstFrame: asked.firstFrame, asked: change,
      measured: CameraChange(
        scale: shot.scale, x: shot.shiftX, y: shot.shiftY, turn: shot.rotation),
      jitter: shot.jitter)
  }
}

extension MotionReport {
  /// Frames that it shares with a range.
  fileprivate func overlap(_ frames: Range<Int>) -> Int {
    (firstFrame..<firstFrame + frameCount).clamped(to: frames).count
  }
}

internal import Foundation
internal import MediaTime
internal import Motion
internal import Pixels
internal import Sound
internal import Timeline
internal import Type

extension FilmIntent {
  /// What the film of `plan` is asked to be; `draft` has the names of the moves.
  init(_ plan: FilmPlan, _ draft: Draft) {
    let clips = plan.tracks.joined().filter { !$0.camera.isStatic && $0.frames.count > 1 }
    let area = SafeArea(for: plan.canvas)
    let mastering = Mastering()
    self.init(
      moves: clips.sorted { $0.frames.lowerBound < $1.frames.lowerBound }.map { clip in
        Move(
          firstFrame: clip.frames.lowerBound, frameCount: clip.frames.count,
          names: draft.segment(clip.id)?.style.motion.map(\.move.rawValue) ?? [],
          stands: Self.stands(of: clip, in: plan))
      },
      loudness: plan.sounds.isEmpty ? nil : mastering.target,
      truePeak: plan.sounds.isEmpty ? nil : -1, texts: plan.titles.count,
      incompleteTexts: plan.titles.count { !$0.artwork.missing.isEmpty },
      coveredTexts: plan.titles.count { !$0.artwork.isInside(area) }, frames: plan.frameCount)
  }

  /// Seventeen stands tell an eased move to a thousandth of its size.
  private static let standCount = 17

  /// Where depth or footage of its own moves what is seen, or something that stays lies over it,
  /// the camera alone doesn't say it.
  private static func stands(of clip: ClipPlan, in plan: FilmPlan) -> [Stand] {
    let whole = PixelRect(plan.canvas)
    let isCovered = plan.tracks.joined().contains { other in
      other.id != clip.id && other.rect != whole && other.frames.overlaps(clip.frames)
    }
    guard clip.kind == .still, clip.camera.parallax == 0, clip.rect == whole, !isCovered else {
      return []
    }
    let step =
      plan.frameRate.frameDuration
      * MediaTime(
        Int64(clip.frames.count - 1), over: Int64(standCount - 1))
    let start = plan.time(ofFrame: clip.frames.lowerBound)
    let poses = (0..<standCount).map {
      clip.camera.pose(at: clip.clock.moveTime(at: start + step * MediaTime(Int64($0), over: 1)))
    }
    guard let first = poses.first, poses.allSatisfy({ $0.yaw == 0 && $0.pitch == 0 }) else {
      return []
    }
    return poses.map { pose in
      Stand(
        scale: pose.zoom / first.zoom, x: first.x / first.zoom * pose.zoom - pose.x,
        y: first.y / first.zoom * pose.zoom - pose.y, turn: pose.roll - first.roll)
    }
  }

  /// As the film's file carries it.
  var comment: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let data = try? encoder.encode(["kinora": self]) else { return "" }
    return String(decoding: data, as: UTF8.self)
  }

  /// What a film's comment says of what was asked; nil where it says something else.
  init?(comment: String?) {
    guard let comment, comment.utf8.count < 1 << 16,
      let intent = try? JSONDecoder().decode([String: FilmIntent].self, from: Data(comment.utf8))[
        "kinora"]
    else { return nil }
    self = intent
  }
}

import Foundation
import MediaTime
import Testing

@testable import Timeline

@Suite("Drafts that make no sense")
struct HostileTests {
  /// Puts absurd numbers and words into a draft, as JSON from anyone may have them.
  private func spoil(_ draft: inout Draft, _ maker: inout DraftMaker) {
    let farthest = Milliseconds.farthest.count
    let times = [0, -1, 1, farthest, -farthest, 2500, -2500].map { Milliseconds($0) }
    let numbers = [0, -1, 1e-300, 1e300, 101, 0.5]
    for _ in 0..<maker.int(1...6) {
      let track = maker.int(0...(draft.tracks.count - 1))
      guard let index = draft.tracks[track].segments.indices.randomElement(using: &maker.random)
      else { continue }
      var segment = draft.tracks[track].segments[index]
      switch maker.int(0...10) {
      case 0: segment.start = maker.pick(times)
      case 1: segment.duration = maker.pick(times)
      case 2: segment.inPoint = maker.pick(times)
      case 3: segment.speed = maker.pick(numbers)
      case 4: segment.volume = maker.pick(numbers)
      case 5: segment.style.transition = Transition(kind: .dissolve, duration: maker.pick(times))
      case 6: segment.style.motion = [CameraMove(.pushIn, amount: maker.pick(numbers))]
      case 7: segment.style.motion = [CameraMove(.pan(maker), from: maker.pick(times))]
      case 8: segment.source = maker.chance(50) ? nil : "gone"
      case 9: segment.style.fadeOut = maker.pick(times)
      default: segment.id = maker.pick(["s1", "", "s2"])
      }
      draft.tracks[track].segments[index] = segment
    }
  }

  @Test("They are told, edited or refused, never a crash", arguments: seeds)
  func hostile(seed: Int) throws {
    var maker = DraftMaker(seed: seed &+ 5000)
    for _ in 0..<3 {
      var draft = maker.draft()
      spoil(&draft, &maker)
      #expect(try Draft.decode(draft.encoded()) == draft)
      _ = draft.problems(media: DraftMaker.facts)
      #expect(!draft.summary().isEmpty)
      var history = History(draft)
      for _ in 0..<6 {
        guard let edit = VerbPropertyTests.verb(&maker, history.draft) else { continue }
        guard (try? history.apply(edit)) != nil else { continue }
        _ = draft.difference(to: history.draft, language: .chinese)
        _ = history.draft.problems(media: DraftMaker.facts)
      }
      if history.currentNumber > 1 { _ = try? history.undo(only: 2) }
      history.undo()
      history.redo()
    }
  }
}

extension CameraMove.Kind {
  fileprivate static func pan(_ maker: DraftMaker) -> Self {
    maker.random.state % 2 == 0 ? .panLeft : .panRight
  }
}

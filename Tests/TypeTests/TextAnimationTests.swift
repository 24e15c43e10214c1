import MediaTime
import Testing

@testable import Type

@Suite struct TextAnimationTests {
  private let duration = MediaTime(seconds: 3)

  private func states(
    _ entrance: TextAnimation.Kind, _ exit: TextAnimation.Kind, lasting duration: MediaTime
  ) -> [TextState] {
    let animation = TextAnimation(
      entrance: entrance, exit: exit, clusters: 20, letterHeight: 100)
    let count = duration.count(of: MediaTime(1, over: 60))
    return (0..<count).map {
      animation.state(at: MediaTime(Int64($0), over: 60), duration: duration)
    }
  }

  @Test(arguments: TextAnimation.Kind.allCases, TextAnimation.Kind.allCases)
  func textRestsInTheMiddle(entrance: TextAnimation.Kind, exit: TextAnimation.Kind) {
    for duration in [MediaTime(seconds: 3), MediaTime(1, over: 2), MediaTime(60, over: 1)] {
      let states = states(entrance, exit, lasting: duration)
      let resting = TextState(visibleClusters: 20)
      #expect(states[states.count * 6 / 10] == resting)
      for state in states {
        #expect((0...1).contains(state.opacity))
        #expect((0.5...1.1).contains(state.scale))
        #expect((0...20).contains(state.visibleClusters))
        #expect(abs(state.dy) <= 100 && state.dx == 0)
      }
    }
  }

  @Test func nothingShowsOutsideItsTime() {
    let animation = TextAnimation(
      entrance: .none, exit: .none, clusters: 5, letterHeight: 50)
    #expect(animation.state(at: MediaTime(-1, over: 60), duration: duration).opacity == 0)
    #expect(animation.state(at: .zero, duration: duration).opacity == 1)
    #expect(animation.state(at: MediaTime(179, over: 60), duration: duration).opacity == 1)
    #expect(animation.state(at: duration, duration: duration).opacity == 0)
    #expect(animation.state(at: .zero, duration: .zero).opacity == 0)
  }

  @Test func fadesRiseAndFallWithoutJumps() {
    let opacities = states(.fade, .fade, lasting: duration).map(\.opacity)
    #expect(opacities[0] == 0)
    #expect(opacities[12] == 0.5)
    #expect(opacities[24] == 1)
    #expect(zip(opacities[..<90], opacities[1...90]).allSatisfy { $0 <= $1 })
    #expect(zip(opacities[90...], opacities[91...]).allSatisfy { $0 >= $1 })
    #expect(zip(opacities, opacities.dropFirst()).allSatisfy { abs($0 - $1) < 0.1 })
  }

  @Test func slidesRiseIntoPlaceAndOutOfIt() {
    let offsets = states(.slideUp, .slideUp, lasting: duration).map(\.dy)
    #expect(offsets[0] == 70)
    #expect(zip(offsets, offsets.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(offsets[60] == 0)
    #expect(offsets.last ?? 0 < -30)
  }

  @Test func popsGrowBeyondTheirSizeAndSettle() {
    let scales = states(.pop, .none, lasting: duration).map(\.scale)
    #expect(abs(scales[0] - 0.7) < 1e-9)
    #expect(scales.max() ?? 0 > 1.01)
    #expect(scales.max() ?? 0 < 1.06)
    #expect(scales[30] == 1)
  }

  @Test func typewritersTypeEveryCharacterInOrder() {
    let counts = states(.typewriter, .typewriter, lasting: duration).map(\.visibleClusters)
    #expect(counts[0] == 1)
    #expect(Set(counts[..<70]) == Set(1...20))
    #expect(zip(counts[..<70], counts[1...70]).allSatisfy { $0 <= $1 })
    #expect(zip(counts[90...], counts[91...]).allSatisfy { $0 >= $1 })
  }

  @Test func shortTextsComeFasterSoThatTheyCanBeRead() {
    let states = states(.fade, .fade, lasting: MediaTime(1, over: 2))
    let resting = states.filter { $0.opacity == 1 }.count
    #expect(resting >= states.count * 4 / 10 - 1)
  }
}

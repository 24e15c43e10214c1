import MediaTime
import Motion
import Testing
import Timeline

@testable import Render

@Suite struct CameraScriptTests {
  private func spans(_ moves: [CameraMove], of duration: Milliseconds) -> [ClosedRange<Double>] {
    CameraScript(moves, duration: duration, seed: 1, hasDepth: false).motions.map(\.span)
  }

  @Test(arguments: CameraMove.Kind.allCases)
  func everyMoveMovesUnlessItStands(kind: CameraMove.Kind) {
    let script = CameraScript([CameraMove(kind)], duration: 3000, seed: 1, hasDepth: false)
    let needsNothing: Set<CameraMove.Kind> = [.static, .rackFocus]
    #expect(script.motions.isEmpty == needsNothing.contains(kind))
    let isSubstituted: Set<CameraMove.Kind> = [.dollyZoom, .parallax, .rackFocus]
    #expect(script.notes.isEmpty != isSubstituted.contains(kind))
  }

  @Test(arguments: CameraMove.Kind.allCases)
  func stillsDoEveryMoveAsAsked(kind: CameraMove.Kind) {
    let script = CameraScript([CameraMove(kind)], duration: 3000, seed: 1, hasDepth: true)
    #expect(script.motions.isEmpty == (kind == .static) && script.notes.isEmpty)
    let isDeep: Set<CameraMove.Kind> = [.dollyZoom, .parallax, .orbitLeft, .orbitRight]
    #expect((script.parallax > 0) == isDeep.contains(kind))
    #expect(script.needsDepth == (isDeep.contains(kind) || kind == .rackFocus))
  }

  @Test func parallaxGivesOtherMovesDepthAndAddsNothing() {
    let moves = [CameraMove(.pushIn), CameraMove(.parallax, amount: 0.06)]
    let script = CameraScript(moves, duration: 3000, seed: 1, hasDepth: true)
    #expect(script.motions.count == 1 && script.parallax == 0.5)
  }

  @Test(arguments: [CameraMove.Kind.whipLeft, .whipRight, .crashZoom])
  func suddenMovesAreOverAtOnce(kind: CameraMove.Kind) {
    for span in spans([CameraMove(kind)], of: 4000) {
      #expect(span.upperBound - span.lowerBound <= 0.15)
      #expect((span.lowerBound + span.upperBound - 1).magnitude < 1e-9)
    }
    #expect(spans([CameraMove(kind)], of: 300) == [0...1])
    #expect(spans([CameraMove(kind, from: 0, to: 4000)], of: 4000) == [0...1])
  }

  @Test func timesBeyondTheClipKeepAMoveGoing() {
    let half = CameraMove(.pushIn, from: -2000, to: 2000)
    #expect(spans([half], of: 2000) == [-1...1])
  }
}

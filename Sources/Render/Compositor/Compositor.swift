internal import MediaTime
internal import Motion
internal import Pixels
internal import Timeline

/// Draws the frames of a film, one at a time, confined to one worker.
///
/// A picture it returns is good until the next one is asked for. A frame that shows one clip
/// as it is is the decoder's own picture: nothing is copied.
final class Compositor {
  let plan: FilmPlan
  private let stills: StillCache
  private let shelf: MediaShelf?
  private let titles: TitlePainter
  let scratch: ScratchPool
  private var shots: [String: PictureShot] = [:]
  private var players: [String: FootagePlayer] = [:]
  private var frozen: [String: Picture] = [:]
  private var finishes: [String: Finish] = [:]
  private var showing: Set<String> = []
  private lazy var backgroundPicture = Picture(size: plan.canvas, filledWith: plan.background)

  /// - Parameter shelf: has footage open that other films show.
  init(_ plan: FilmPlan, stills: StillCache, shelf: MediaShelf? = nil) {
    self.plan = plan
    self.stills = stills
    self.shelf = shelf
    titles = TitlePainter()
    scratch = ScratchPool(size: plan.canvas)
  }

  /// Frame `index` of the film: opaque, 4:2:0, as large as the canvas.
  func frame(_ index: Int) throws(RenderError) -> Picture {
    try frame(index, under: titles, of: plan)
  }

  /// Frame `index` with the words of `wording`, a plan that differs in nothing else.
  func frame(
    _ index: Int, under titles: TitlePainter, of wording: FilmPlan
  ) throws(RenderError) -> Picture {
    scratch.reclaim()
    letGo(before: index)
    var frame = Layer(picture: backgroundPicture, isScratch: false)
    for track in visibleTracks(onFrame: index) {
      try lay(track.showing(onFrame: index), over: &frame, index: index)
    }
    if titles.isShowing(onFrame: index, of: wording) {
      makeScratch(&frame)
      titles.draw(frame: index, of: wording, onto: frame.picture)
    }
    return frame.picture
  }

  /// The tracks from the highest one that hides all beneath it upwards.
  private func visibleTracks(onFrame index: Int) -> ArraySlice<[ClipPlan]> {
    let lowest = plan.tracks.lastIndex { track in
      let showing = track.showing(onFrame: index)
      return !showing.isEmpty
        && showing.allSatisfy {
          $0.isOpaque(on: plan.canvas) && $0.opacity(onFrame: index) == 256
        }
    }
    return plan.tracks[(lowest ?? 0)...]
  }

  private func lay(
    _ clips: ArraySlice<ClipPlan>, over frame: inout Layer, index: Int
  ) throws(RenderError) {
    guard let first = clips.first else { return }
    let layer = try layer(first, onFrame: index)
    guard let second = clips.dropFirst().first, let exit = first.exit else {
      let extent = first.extent(on: plan.canvas)
      return lay(layer, over: &frame, opacity: first.opacity(onFrame: index), in: extent)
    }
    let incoming = try self.layer(second, onFrame: index)
    let shared = exit.frames
    let share = (Double(index - shared.lowerBound) + 0.5) / Double(shared.count)
    if layer.picture.alpha == nil, incoming.picture.alpha == nil {
      let passage = TransitionPainter(kind: exit.kind, share: share, scratch: scratch)
      frame = passage.paint(layer.picture, incoming.picture)
    } else {
      lay(layer, over: &frame, opacity: 256 - Int((share * 256).rounded()))
      lay(incoming, over: &frame, opacity: Int((share * 256).rounded()))
    }
  }

  /// - Parameter extent: where the layer isn't clear; nil for everywhere.
  private func lay(
    _ layer: Layer, over frame: inout Layer, opacity: Int, in extent: PixelRect? = nil
  ) {
    if layer.picture.alpha == nil, opacity == 256 {
      frame = layer
    } else {
      makeScratch(&frame)
      let extent = extent ?? PixelRect(plan.canvas)
      frame.picture.part(extent).blend(layer.picture.part(extent), opacity: opacity)
    }
  }

  private func makeScratch(_ layer: inout Layer) {
    guard !layer.isScratch else { return }
    let copy = scratch.borrow(hasAlpha: layer.picture.alpha != nil)
    copy.copy(layer.picture, in: PixelRect(plan.canvas))
    layer = Layer(picture: copy, isScratch: true)
  }

  private func layer(_ clip: ClipPlan, onFrame index: Int) throws(RenderError) -> Layer {
    var layer =
      switch clip.kind {
      case .still: try stillLayer(clip, onFrame: index)
      case .footage: try footageLayer(clip, onFrame: index)
      }
    let finish = finish(for: clip)
    guard !finish.isEmpty else { return layer }
    makeScratch(&layer)
    let time = plan.time(ofFrame: index)
    let elapsed = clip.clock.elapsed(at: time)
    let moveTime = clip.kind == .still ? clip.clock.moveTime(at: time) : elapsed
    let needsDepth = clip.kind == .still && !clip.treatment.atmospheres.isEmpty
    finish.apply(
      to: layer.picture.part(clip.rect),
      disparity: needsDepth ? try shot(for: clip).disparity(at: moveTime) : nil,
      pose: clip.camera.pose(at: moveTime), frame: index - clip.frames.lowerBound, at: elapsed)
    return layer
  }

  private func finish(for clip: ClipPlan) -> Finish {
    if let known = finishes[clip.id] { return known }
    let key = Finish.Key(clip)
    let finish = shelf?.finishes.value(for: key) { Finish($0) } ?? Finish(key)
    finishes[clip.id] = finish
    return finish
  }

  private func stillLayer(_ clip: ClipPlan, onFrame index: Int) throws(RenderError) -> Layer {
    if let same = frozen[clip.id] { return Layer(picture: same, isScratch: false) }
    let shot = try shot(for: clip)
    let time = clip.clock.moveTime(at: plan.time(ofFrame: index))
    let framing = Framing(clip, canvas: plan.canvas, background: plan.background)
    guard shot.isStatic else {
      let target = scratch.borrow(hasAlpha: framing.needsAlpha(shot.hasAlpha))
      framing.paint(onto: target) { shot.draw(at: time, onto: $0, in: $1) }
      return Layer(picture: target, isScratch: true)
    }
    let target = Picture(
      size: plan.canvas, hasAlpha: framing.needsAlpha(shot.hasAlpha))
    framing.paint(onto: target) { shot.draw(at: time, onto: $0, in: $1) }
    frozen[clip.id] = target
    return Layer(picture: target, isScratch: false)
  }

  private func footageLayer(_ clip: ClipPlan, onFrame index: Int) throws(RenderError) -> Layer {
    let time = plan.time(ofFrame: index)
    let player = try player(for: clip)
    let decoded = try player.picture(
      at: time, frameDuration: plan.frameRate.frameDuration)
    if decoded.size == plan.canvas, clip.camera.isStatic {
      return Layer(picture: decoded, isScratch: false)
    }
    let framing = Framing(clip, canvas: plan.canvas, background: plan.background)
    let source = clip.fit == .crop ? decoded.cropped(to: clip.camera.picture) : decoded
    let elapsed = clip.clock.elapsed(at: time)
    let target = scratch.borrow(hasAlpha: framing.needsAlpha(decoded.alpha != nil))
    framing.paint(onto: target) { target, rect in
      func draw(at moment: MediaTime, onto target: Picture, in rect: PixelRect) {
        MovingView(clip.camera, of: source, at: moment).draw(onto: target, in: rect)
      }
      guard clip.isQuick, decoded.alpha == nil else {
        return draw(at: elapsed, onto: target, in: rect)
      }
      clip.shutter.expose(
        at: elapsed, of: clip.camera.duration, travel: clip.camera.travel(from:to:), onto: target,
        in: rect, draw: draw(at:onto:in:))
    }
    return Layer(picture: target, isScratch: true)
  }

  private func shot(for clip: ClipPlan) throws(RenderError) -> PictureShot {
    if let known = shots[clip.id] { return known }
    let shot = try stills.shot(for: clip)
    shots[clip.id] = shot
    return shot
  }

  private func player(for clip: ClipPlan) throws(RenderError) -> FootagePlayer {
    if let known = players[clip.id] { return known }
    let player = try FootagePlayer(clip, shelf: shelf)
    players[clip.id] = player
    return player
  }

  /// Forgets what belongs to clips that are over: decoders hold many pictures.
  private func letGo(before index: Int) {
    let current = Set(plan.tracks.flatMap { $0.showing(onFrame: index) }.map(\.id))
    guard current != showing else { return }
    showing = current
    shots = shots.filter { current.contains($0.key) }
    players = players.filter { current.contains($0.key) }
    frozen = frozen.filter { current.contains($0.key) }
    finishes = finishes.filter { current.contains($0.key) }
  }
}

import MediaTime
import Timeline

extension Planner {
  /// Gives each clip its moves, and those that shall move and do not a gentle push.
  mutating func moveCamera(_ requests: [Request]) {
    for case .motionStrength(let strength) in requests {
      motionScale = strength == 0 ? 0 : 0.5 + Double(strength) / 2
    }
    var moves: [String: [CameraRequest]] = [:]
    var order: [String] = []
    var sources: [String: Request] = [:]
    for request in requests {
      guard case .camera(let camera) = request else { continue }
      for clip in clips(camera.target, request) {
        if moves[clip.id] == nil { order.append(clip.id) }
        moves[clip.id, default: []].append(camera)
        sources[clip.id] = sources[clip.id] ?? request
      }
    }
    for id in order {
      guard let clip = draft.segment(id), let request = sources[id] else { continue }
      let motion = Self.inDepth(schedule(moves[id] ?? [], over: clip.duration), like: clip)
      apply(request) { _, _ in .setMotion(segment: id, motion: motion) }
    }
    for request in requests { enliven(request, named: Set(order)) }
  }

  /// With the depth that the clip has: another path of the camera does not flatten it.
  private static func inDepth(_ motion: [CameraMove], like clip: Segment) -> [CameraMove] {
    guard let depth = clip.style.motion.first(where: { $0.move == .parallax }),
      !motion.contains(where: { $0.move == .parallax || $0.move == .static })
    else { return motion }
    return motion + [depth]
  }

  private mutating func enliven(_ request: Request, named: Set<String>) {
    switch request {
    case .cinematic(let target): makeCinematic(target, request)
    case .animate(let target, let strength):
      let clips = clips(target, request)
      let still = clips.filter {
        isStill($0) && !named.contains($0.id) && ($0.style.motion.isEmpty || strength != nil)
      }
      let push = gentlePush(strength)
      each(still, request) { .setMotion(segment: $0.id, motion: Self.inDepth([push], like: $0)) }
      if still.isEmpty, !clips.isEmpty, named.isEmpty, edits.isEmpty {
        refuse(request, "It moves already; name a move of the camera.", "它已经在动；请说明想要的运镜。")
      }
    case .motionStrength(let strength): rescale(strength, request, named)
    default: break
    }
  }

  /// Stills get the moves and looks that suit them, footage the looks alone; what was chosen
  /// already stays.
  private mutating func makeCinematic(_ target: Target, _ request: Request) {
    output.isCinematic = true
    for clip in clips(target, request) {
      let motif = isStill(clip) ? clip.source.flatMap(media)?.motif : nil
      let choice = Cinematography(for: motif)
      if isStill(clip) {
        var motion = clip.style.motion.isEmpty ? choice.moves : clip.style.motion
        if let depth = choice.moves.first(where: { $0.move == .parallax }),
          !motion.contains(where: { $0.move == .parallax || $0.move == .static })
        {
          motion.append(depth)
        }
        if motion != clip.style.motion {
          apply(request) { _, _ in .setMotion(segment: clip.id, motion: motion) }
        }
      }
      guard clip.style.looks.isEmpty, !choice.looks.isEmpty else { continue }
      let looks = choice.looks.map { look in
        JSONValue.object(["look": .string(look.name), "amount": JSONValue(look.amount)])
      }
      apply(request) { _, _ in .setDetail(segment: clip.id, key: "look", value: .array(looks)) }
      if motif != nil { remark(choice.reason(in: language)) }
    }
  }

  /// `-motion` without a move scales the moves that are there, or gives a gentle one.
  private mutating func rescale(_ strength: Int, _ request: Request, _ named: Set<String>) {
    for clip in clips(.film, request) where !named.contains(clip.id) {
      var motion = clip.style.motion
      if strength == 0 {
        motion = [CameraMove(.static)]
      } else if motion.isEmpty {
        guard isStill(clip) else { continue }
        motion = [gentlePush(nil)]
      } else {
        let scale = 0.5 + Double(strength) / 2
        motion = motion.map { move in
          var move = move
          move.amount = move.amount.map { CameraTable.rounded($0 * scale) }
          move.degrees = move.degrees.map { CameraTable.rounded($0 * scale) }
          return move
        }
      }
      guard motion != clip.style.motion else { continue }
      apply(request) { _, _ in .setMotion(segment: clip.id, motion: motion) }
    }
  }

  private func gentlePush(_ strength: CameraRequest.Strength?) -> CameraMove {
    let amount = strength.map { CameraTable.scale($0) } ?? 0.08
    return CameraMove(.pushIn, amount: CameraTable.rounded(amount * (motionScale ?? 1)))
  }

  // MARK: Time

  /// Moves that act together share a phase; "then" begins the next. Phases without a length of
  /// their own share what the others leave of the clip.
  private func schedule(_ wishes: [CameraRequest], over length: Milliseconds) -> [CameraMove] {
    if motionScale == 0 { return [CameraMove(.static)] }
    var phases: [[CameraRequest]] = []
    for wish in wishes {
      if phases.isEmpty || wish.follows { phases.append([]) }
      phases[phases.count - 1].append(wish)
    }
    let lengths = phases.map { phase in phase.compactMap(\.duration).max() }
    let taken = lengths.compactMap { $0?.count }.reduce(0, +)
    let open = lengths.count { $0 == nil }
    let share = open > 0 ? max(0, length.count - taken) / open : 0
    var moves: [CameraMove] = []
    var start = Milliseconds(0)
    for (index, phase) in phases.enumerated() {
      let isLast = index == phases.count - 1
      let own = lengths[index] ?? Milliseconds(share)
      let end = isLast && lengths[index] == nil ? length : start + own
      for wish in phase {
        moves.append(move(wish, phase: start..<max(start, end), of: length))
      }
      start = phase.compactMap(\.start).max().map { max($0 + own, end) } ?? end
    }
    return moves.filter { ($0.from ?? 0) < min($0.to ?? length, length) || length <= 0 }
  }

  private func move(
    _ wish: CameraRequest, phase: Range<Milliseconds>, of length: Milliseconds
  ) -> CameraMove {
    var move = CameraTable.move(wish, scale: motionScale ?? 1)
    let from = wish.start ?? phase.lowerBound
    let to: Milliseconds
    if let duration = wish.duration {
      to = from + duration
    } else {
      to = phase.upperBound > from ? phase.upperBound : length
    }
    move.from = from > 0 ? from : nil
    move.to = to < length ? to : nil
    return move
  }
}

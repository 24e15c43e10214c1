import MediaTime

/// The segments of a track as a chain, in which times follow from lengths, gaps and transitions.
///
/// ```
/// lead  A        ╳ B           lead  C
/// ......[========[=]=====]......[=======]
///                 └ A's transition
/// ```
struct Chain {
  /// A link of the chain.
  struct Item {
    var segment: Segment
    /// The gap before it; unused where the item before has a transition into it.
    var lead: Milliseconds
    /// Which stretch of the old timeline it shows from its start on; nil for what is new.
    var origin: Range<Milliseconds>?
    /// New time over old time within it.
    var scale: Double = 1

    init(_ segment: Segment, lead: Milliseconds = 0, origin: Range<Milliseconds>? = nil) {
      self.segment = segment
      self.lead = lead
      self.origin = origin
    }
  }

  var items: [Item]

  init(_ segments: [Segment]) {
    var end: Milliseconds = 0
    items = []
    for segment in segments {
      let origin = segment.start..<max(segment.end, segment.start)
      items.append(Item(segment, lead: max(segment.start - end, 0), origin: origin))
      end = segment.end
    }
  }

  /// The passages between neighbours, one fewer than items.
  var transitions: [Transition?] {
    get { items.dropLast().map(\.segment.style.transition) }
    set {
      for index in items.indices {
        let transition = index < newValue.count ? newValue[index] : nil
        items[index].segment.style.transition = index + 1 < items.count ? transition : nil
      }
    }
  }

  /// The passage that all neighbours share; nil where there is none or where they differ.
  var sharedTransition: Transition? {
    let all = Set(transitions)
    return all.count == 1 ? all.first ?? nil : nil
  }

  /// Sets every start, and shortens transitions that no longer fit their neighbours.
  mutating func layOut() {
    fitTransitions()
    for index in items.indices {
      guard index > 0 else {
        items[index].segment.start = items[index].lead
        continue
      }
      let before = items[index - 1].segment
      let overlap = before.style.transition?.duration ?? 0
      let end = before.end
      items[index].segment.start = overlap > 0 ? end - overlap : end + items[index].lead
    }
  }

  private mutating func fitTransitions() {
    guard let last = items.indices.last else { return }
    items[last].segment.style.transition = nil
    var lengths = items.map { $0.segment.style.transition?.duration ?? 0 }
    for index in items.indices.dropLast() {
      let neighbours = (items[index].segment.duration, items[index + 1].segment.duration)
      lengths[index] = min(lengths[index], neighbours.0, neighbours.1)
    }
    for index in items.indices.dropFirst() {
      let duration = items[index].segment.duration
      guard lengths[index - 1] + lengths[index] > duration else { continue }
      let half = Milliseconds(duration.count / 2)
      let (before, after) = (lengths[index - 1], lengths[index])
      lengths[index - 1] = min(before, max(half, duration - after))
      lengths[index] = min(after, duration - lengths[index - 1])
    }
    for index in items.indices.dropLast() {
      guard let transition = items[index].segment.style.transition, transition.duration > 0,
        transition.duration != lengths[index]
      else { continue }
      let isLeft = lengths[index] > 0
      items[index].segment.style.transition =
        isLeft ? Transition(kind: transition.kind, duration: lengths[index]) : nil
    }
  }
}

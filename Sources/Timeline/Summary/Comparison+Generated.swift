extension Comparison {
  /// Tells that somebody else makes a clip now.
  /// - Returns: the former segment with all that follows from that, which needs no telling.
  mutating func tellMaker(_ old: Segment, _ new: Segment, _ subject: String) -> Segment {
    guard old.style.generated != new.style.generated else { return old }
    if let made = new.style.generated {
      tell(subject, "made by \(made.engine), seed \(made.seed)", "由\(made.engine)生成，种子\(made.seed)")
    } else {
      tell(subject, "made by the built-in engine", "由内置引擎制作")
    }
    var former = new
    (former.start, former.duration) = (old.start, old.duration)
    (former.volume, former.text) = (old.volume, old.text)
    former.style.transition = old.style.transition
    (former.style.fadeIn, former.style.fadeOut) = (old.style.fadeIn, old.style.fadeOut)
    (former.style.duck, former.style.text) = (old.style.duck, old.style.text)
    for key in Set(old.style.unknown.keys).union(new.style.unknown.keys)
    where !Segment.keysOfStills.contains(key) && key != SegmentStyle.generatedKey {
      former.style.unknown[key] = old.style.unknown[key]
    }
    return former
  }
}

internal import MediaTime
internal import Timeline

/// A text of a draft, and how readily it gives way.
struct PlacedText {
  let segment: Segment
  /// Where it stands among the draft's texts.
  let order: Int
  /// Lower ranks stay.
  let rank: Int

  /// Nil for what never shows or is left where it is.
  init?(order: Int, segment: Segment) {
    let style = segment.style.text ?? TextStyle()
    guard segment.duration > 0, style.preset != .watermark else { return nil }
    self.segment = segment
    self.order = order
    rank = style.y == nil ? Self.rank(of: style.preset) : 0
  }

  private static func rank(of preset: TextStyle.Preset) -> Int {
    switch preset {
    case .lowerThird, .credits, .watermark: 1
    case .title: 2
    case .caption, .subtitle: 3
    }
  }

  /// Whether it moves where it would stand on the other: a place that somebody chose is kept, but
  /// for that of the other.
  func mayLeave(_ other: PlacedText) -> Bool {
    guard segment.start < other.segment.end, other.segment.start < segment.end else { return false }
    let (own, theirs) = (segment.style.text, other.segment.style.text)
    return own?.y == nil || own?.y == theirs?.y && own?.x == theirs?.x
  }

  /// Whether one beside the other reads as one line: a caption next to a lower third.
  func sharesLine(with other: PlacedText) -> Bool {
    segment.isCaption && other.segment.style.text?.preset == .lowerThird
  }
}

internal import MediaTime
internal import Pixels
internal import Timeline
internal import Type

/// Keeps texts that are on at the same time from standing on each other.
///
/// Texts whose place somebody chose stay, then lower thirds and credits, then titles, and captions
/// last; of the same kind those of the earlier track. A text that would stand on one that stays
/// goes below it, or above where it stands low, as far as the safe area lets it; watermarks are
/// left alone. All is laid out on a small canvas, so that every size of a film has the same places.
struct TextArrangement {
  private let texts: [PlacedText]
  private let canvas: PixelSize
  private let room: ClosedRange<Double>
  private var boxes: [Int: TextBox] = [:]
  private var shifts: [Int: Double] = [:]

  /// The texts of a draft that is shown on `canvas`.
  init(_ draft: Draft, on canvas: PixelSize) {
    self.canvas = TitleBackdrop.smallSize(for: canvas)
    let safe = SafeArea(for: canvas)
    // Letters are rounded to pixels of the small canvas.
    room = (safe.top - 0.01)...(1 - safe.bottom + 0.01)
    let segments = draft.tracks.filter { $0.kind == .text }.flatMap(\.segments)
    texts = segments.enumerated().compactMap(PlacedText.init)
      .sorted { ($0.rank, $0.order) < ($1.rank, $1.order) }
  }

  /// How far a text goes down from where its preset has it, as a share of the frame's height.
  mutating func shift(of segment: Segment) throws(RenderError) -> Double {
    guard let index = texts.firstIndex(where: { $0.segment.id == segment.id }) else { return 0 }
    do { return try shift(ofText: index) } catch {
      throw RenderError(.noFont, error.message, cause: error)
    }
  }

  private mutating func shift(ofText index: Int) throws(TypeError) -> Double {
    if let known = shifts[index] { return known }
    let text = texts[index]
    var others: [(text: PlacedText, box: TextBox)] = []
    for other in 0..<index where text.mayLeave(texts[other]) {
      let box = try box(of: other).moved(by: shift(ofText: other))
      others.append((texts[other], box))
    }
    let shift = others.isEmpty ? 0 : clear(text, try box(of: index), of: others)
    shifts[index] = shift
    return shift
  }

  /// How far a text goes until it stands on none of the others; not at all where there is no room.
  private func clear(
    _ text: PlacedText, _ box: TextBox, of others: [(text: PlacedText, box: TextBox)]
  ) -> Double {
    let isLow = (box.top + box.bottom) / 2 > 0.6
    for isUpwards in [isLow, !isLow] {
      var moved = box
      for _ in 0...others.count {
        let hit = others.filter { moved.meets($0.box, isBeside: text.sharesLine(with: $0.text)) }
        guard !hit.isEmpty else { break }
        let top =
          isUpwards
          ? (hit.map(\.box.top).min() ?? 0) - TextBox.gap - (box.bottom - box.top)
          : (hit.map(\.box.bottom).max() ?? 0) + TextBox.gap
        moved = box.moved(by: top - box.top)
      }
      if room.contains(moved.top), room.contains(moved.bottom) { return moved.top - box.top }
    }
    return 0
  }

  private mutating func box(of index: Int) throws(TypeError) -> TextBox {
    if let known = boxes[index] { return known }
    let box = TextBox(try TextArtwork(texts[index].segment.textDesign(on: canvas)).ink, on: canvas)
    boxes[index] = box
    return box
  }
}

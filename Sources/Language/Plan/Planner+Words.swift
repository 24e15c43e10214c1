import MediaTime
import Timeline

extension Planner {
  mutating func title(_ wish: TitleRequest, _ request: Request) {
    let isChange = wish.target != nil && !texts.isEmpty
    guard let text = wish.text, !isChange else { return restyle(wish, request) }
    let length = draft.normalized().duration
    let preset = wish.preset ?? .title
    let clip = wish.over.flatMap { clips($0, request).first }
    let usual = Self.usualLength(preset, of: length)
    var wanted = wish.duration ?? (wish.isThroughout && length > 0 ? length : usual)
    let isClosing = wish.isAtEnd || (preset == .credits && wish.start == nil)
    let start = wish.start ?? clip?.start ?? (isClosing ? max(0, length - wanted) : 0)
    if wish.duration == nil, let end = wish.end, end > start { wanted = end - start }
    if wish.duration == nil, let clip { wanted = min(wanted, clip.duration) }
    guard start < length || length <= 0 else {
      let (end, time) = (Printing.seconds(length), Printing.seconds(start))
      refuse(
        request, "The film ends at \(end) s, before the title comes at \(time) s.",
        "影片在\(end)秒结束，标题不能在\(time)秒出现。")
      return
    }
    let room = length > 0 ? length - start : wanted
    let style = dress(TextStyle(preset: preset), wish)
    apply(request) { draft, _ throws(EditError) in
      try Edit.addText(
        text, style: style, start: start, duration: min(wanted, room), in: draft)
    }
  }

  /// How long words stay where nothing is said.
  private static func usualLength(
    _ preset: TextStyle.Preset, of film: Milliseconds
  ) -> Milliseconds {
    switch preset {
    case .watermark: film > 0 ? film : 3000
    case .lowerThird, .credits: 4000
    case .title, .caption, .subtitle: 3000
    }
  }

  private mutating func restyle(_ wish: TitleRequest, _ request: Request) {
    var changes = wish
    changes.preset = wish.target == nil ? nil : wish.preset
    changes.isAtEnd = false
    changes.target = nil
    guard changes != TitleRequest() else {
      refuse(
        request, "Say in quotation marks what the title shall read.", "请用引号写出标题的文字。")
      return
    }
    let target = wish.target ?? wish.preset.map(Target.texts)
    for title in texts(target, request) {
      let before = title.style.text ?? TextStyle()
      let style = dress(before, changes)
      if let text = changes.text, text != title.text {
        apply(request) { _, _ in .setText(segment: title.id, text: text) }
      }
      if style != before {
        apply(request) { _, _ in .setTextStyle(segment: title.id, style: style) }
      }
      if let start = changes.start ?? changes.over.flatMap({ clips($0, request).first?.start }) {
        apply(request) { draft, _ throws(EditError) in
          try Edit.move(title.id, to: start, in: draft)
        }
      }
      if let shift = changes.shift {
        apply(request) { draft, _ throws(EditError) in
          try Edit.move(title.id, to: max(title.start + shift, 0), in: draft)
        }
      }
      if changes.isThroughout {
        apply(request) { draft, _ throws(EditError) in
          try Edit.move(title.id, to: 0, in: draft)
        }
      }
      if let duration = length(of: title, changes) {
        setLength(ofText: title.id, to: duration, request)
      }
    }
  }

  /// How long a text is to stay; nil where that was not said.
  private func length(of title: Segment, _ wish: TitleRequest) -> Milliseconds? {
    if wish.isThroughout { return draft.normalized().duration }
    guard wish.duration == nil, let end = wish.end else { return wish.duration }
    let start = draft.segment(title.id)?.start ?? title.start
    return end > start ? end - start : nil
  }

  private func dress(_ style: TextStyle, _ wish: TitleRequest) -> TextStyle {
    var style = style
    style.preset = wish.preset ?? style.preset
    style.color = wish.color ?? style.color
    style.alignment = wish.alignment ?? style.alignment
    style.font = wish.font ?? style.font
    style.bold = wish.bold ?? style.bold
    style.plate = wish.plate ?? style.plate
    style.vertical = wish.vertical ?? style.vertical
    style.entrance = wish.entrance ?? style.entrance
    style.exit = wish.exit ?? style.exit
    if let size = wish.size { style.size = height(size, now: style.size) }
    if let place = wish.place {
      let (x, y) = place.coordinates
      // Words that were only moved up or down are in the middle across already.
      let isCentred = x == 0 && style.x == nil && style.y != nil && style.preset != .lowerThird
      if x != 0 || y == 0, !isCentred { style.x = 0.5 + 0.25 * Double(x) }
      if y != 0 || x == 0 { style.y = 0.5 + 0.35 * Double(y) }
    }
    return style
  }

  /// Height of the letters as a share of the frame's.
  private func height(_ size: TitleRequest.Size, now: Double?) -> Double {
    let current = now ?? 0.07
    switch size {
    case .tiny: return 0.03
    case .small: return 0.045
    case .medium: return 0.07
    case .large: return 0.1
    case .huge: return 0.15
    case .larger: return min(CameraTable.rounded(current * 1.3), 0.5)
    case .smaller: return max(CameraTable.rounded(current / 1.3), 0.01)
    case .times(let factor): return min(max(CameraTable.rounded(current * factor), 0.01), 0.5)
    case .share(let share): return min(max(share, 0.01), 0.5)
    }
  }
}

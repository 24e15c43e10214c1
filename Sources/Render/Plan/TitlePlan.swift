internal import MediaTime
internal import Pixels
internal import Timeline
internal import Type

/// A segment of a text track, ready to be drawn.
struct TitlePlan: Sendable {
  let id: String
  private let text: String
  let frames: Range<Int>
  let start: MediaTime
  let duration: MediaTime
  let artwork: TextArtwork
  let animation: TextAnimation

  /// How the text stands at `time` of the film.
  func state(at time: MediaTime) -> TextState {
    animation.state(at: time - start, duration: duration)
  }

  init(
    _ segment: Segment, frames: Range<Int>, canvas: PixelSize
  ) throws(RenderError) {
    let style = segment.style.text ?? TextStyle()
    let design = style.preset.type.design(
      segment.text ?? "", on: canvas, overrides: TextOverrides(style))
    id = segment.id
    text = segment.text ?? ""
    self.frames = frames
    start = MediaTime(segment.start)
    duration = MediaTime(segment.duration)
    do {
      artwork = try TextArtwork(design)
    } catch {
      throw RenderError(.noFont, error.message, cause: error)
    }
    animation = TextAnimation(
      entrance: style.entrance?.type ?? .fade, exit: style.exit?.type ?? .fade,
      artwork: artwork)
  }

  /// What a viewer would miss, a sentence each.
  var notes: [String] {
    var notes: [String] = []
    if !artwork.missing.isEmpty {
      let characters = artwork.missing.map(String.init).joined(separator: " ")
      notes.append(
        "no installed font has \(characters); install one (kinora doctor names it)")
    }
    if let family = artwork.missingFamily {
      notes.append("the font \(family) isn't installed; another stands in for it")
    }
    if artwork.isTruncated {
      notes.append("the words “\(text.prefix(24))…” are too many and were cut short")
    }
    return notes
  }
}

extension TextStyle.Preset {
  fileprivate var type: TextPreset {
    switch self {
    case .title: .title
    case .lowerThird: .lowerThird
    case .caption: .caption
    case .subtitle: .subtitle
    case .watermark: .watermark
    case .credits: .credits
    }
  }
}

extension TextStyle.Animation {
  fileprivate var type: TextAnimation.Kind {
    switch self {
    case .none: .none
    case .fade: .fade
    case .slideUp: .slideUp
    case .pop: .pop
    case .typewriter: .typewriter
    case .words: .words
    }
  }
}

extension TextStyle.Alignment {
  fileprivate var type: TextAlignment {
    switch self {
    case .left: .left
    case .center: .center
    case .right: .right
    }
  }
}

extension TextOverrides {
  fileprivate init(_ style: TextStyle) {
    self.init(
      font: style.font, size: style.size, color: style.color.flatMap(TextColor.init(hex:)),
      x: style.x, y: style.y, alignment: style.alignment?.type)
  }
}

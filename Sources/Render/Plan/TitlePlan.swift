internal import MediaTime
internal import Pixels
internal import Timeline
internal import Type

/// A segment of a text track, ready to be drawn.
struct TitlePlan: Sendable {
  let id: String
  let text: String
  let frames: Range<Int>
  let start: MediaTime
  let duration: MediaTime
  let artwork: TextArtwork
  private(set) var animation: TextAnimation

  /// How the text stands at `time` of the film.
  func state(at time: MediaTime) -> TextState {
    animation.state(at: time - start, duration: duration)
  }

  /// - Parameters:
  ///   - shift: how far it goes down from its place, as a share of the height.
  ///   - pictures: what stands beneath at some moments: it decides how the words are kept apart
  ///     from it where the draft does not.
  init(
    _ segment: Segment, frames: Range<Int>, canvas: PixelSize, shift: Double,
    over pictures: () throws -> [Picture]
  ) throws(RenderError) {
    let style = segment.style.text ?? TextStyle()
    var design = segment.textDesign(on: canvas)
    design.placement.y += shift * Double(canvas.height)
    id = segment.id
    text = segment.text ?? ""
    self.frames = frames
    start = MediaTime(segment.start)
    duration = MediaTime(segment.duration)
    do {
      var artwork = try TextArtwork(design)
      if style.plate == nil, design.specification.plate == nil {
        let moments = TitleBackdrop.statistics(
          of: try pictures(), under: artwork.ink, on: canvas)
        let protected = design.protected(over: moments)
        if protected != design { artwork = try TextArtwork(protected) }
        design = protected
      }
      self.artwork = artwork
    } catch let error as TypeError {
      throw RenderError(.noFont, error.message, cause: error)
    } catch {
      throw RenderError(wrapping: error)
    }
    animation = TextAnimation(
      entrance: style.entrance?.type ?? .fade, exit: style.exit?.type ?? .fade,
      artwork: artwork)
    if style.entrance == .karaoke { animation.karaoke = Self.karaoke(segment, artwork) }
  }

  /// Which words light up when: as they were timed, else each for as long as it is.
  private static func karaoke(_ segment: Segment, _ artwork: TextArtwork) -> Karaoke {
    let timed = segment.style.words
    guard timed.isEmpty else {
      var first = 0
      return Karaoke(
        timed.map { word in
          defer { first += word.text.count }
          return Karaoke.Word(
            clusters: (first..<first + word.text.count).clamped(to: 0..<artwork.clusters),
            range: TimeRange(
              start: MediaTime(word.start), duration: MediaTime(word.end - word.start)))
        })
    }
    let letters = max(artwork.words.map(\.count).reduce(0, +), 1)
    var passed = 0
    return Karaoke(
      artwork.words.map { word in
        defer { passed += word.count }
        let moment = { (count: Int) in
          MediaTime(segment.duration) * MediaTime(Int64(count), over: Int64(letters))
        }
        return Karaoke.Word(
          clusters: word,
          range: TimeRange(start: moment(passed), duration: moment(word.count)))
      })
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
    case .karaoke: .fade
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

extension Segment {
  /// How its words look and where they stand by themselves.
  func textDesign(on canvas: PixelSize) -> TextDesign {
    let style = style.text ?? TextStyle()
    return style.preset.type.design(text ?? "", on: canvas, overrides: TextOverrides(style))
  }
}

extension TextOverrides {
  fileprivate init(_ style: TextStyle) {
    self.init(
      font: style.font, size: style.size, color: style.color.flatMap(TextColor.init(hex:)),
      x: style.x, y: style.y, alignment: style.alignment?.type)
    weight = style.bold.map { $0 ? .bold : .regular }
    isVertical = style.vertical
    protection = style.plate.map { $0 ? .plate : .shadow }
  }
}

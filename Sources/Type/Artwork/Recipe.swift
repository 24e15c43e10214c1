import CPango
import Pixels

/// A design whose lines are settled, so that it can be drawn again without fitting it again.
struct Recipe: Sendable {
  /// What fitting decided.
  struct Fitted: Sendable {
    var text: CleanText
    var scale = 1.0
    /// Pango's own units, so that it is the same number again.
    var wrapWidth: Int32 = -1
    var wrapsInsideWords = false
  }

  let design: TextDesign
  let fitted: Fitted
  let missing: [Character]
  let missingFamily: String?
  private let profile: ScriptProfile
  private let typesetter: Typesetter

  init(_ design: TextDesign, typesetter: Typesetter) throws(TypeError) {
    let design = TextDesign(
      specification: design.specification.sanitized, placement: design.placement.sanitized)
    self.design = design
    self.typesetter = typesetter
    let text = CleanText(design.specification.text)
    let profile = ScriptProfile(text.text)
    self.profile = profile
    missingFamily = design.specification.family.flatMap { family in
      let names = family.split(separator: ",").map { $0.trimming(while: \.isWhitespace) }
      return names.contains { typesetter.fonts.has(family: $0) } ? nil : family
    }
    guard !text.text.isEmpty else {
      fitted = Fitted(text: text)
      missing = []
      return
    }
    (fitted, missing) = try typesetter.withLayout(language: profile.language) { pointer in
      var layout = TextLayout(
        pointer, specification: design.specification, text: text, profile: profile)
      let unknown = layout.missing
      if !unknown.isEmpty { layout.setText(text.removing(unknown)) }
      layout.fit()
      let fitted = Fitted(
        text: layout.text, scale: layout.scale, wrapWidth: pango_layout_get_width(pointer),
        wrapsInsideWords: pango_layout_get_wrap(pointer) == PANGO_WRAP_WORD_CHAR)
      return (fitted, Self.characters(of: text.text, with: unknown))
    }
  }

  private static func characters(
    of text: String, with unknown: Set<Unicode.Scalar>
  ) -> [Character] {
    guard !unknown.isEmpty else { return [] }
    var found: [Character] = []
    var seen = Set<Character>()
    for character in text where character.unicodeScalars.contains(where: unknown.contains) {
      if seen.insert(character).inserted { found.append(character) }
    }
    return found
  }
}

extension Recipe {
  /// A drawing in its place.
  struct Drawing: Sendable {
    var picture: Picture
    var x: Double
    var y: Double
    var centerX: Double
    var centerY: Double
    var lines: [String]
  }

  /// Draws some of the characters, all of them where it is nil.
  func draw(visibleClusters: Range<Int>?) throws(TypeError) -> Drawing {
    guard !fitted.text.text.isEmpty else { return nothing }
    return try typesetter.withLayout(language: profile.language) {
      pointer throws(TypeError) in
      var layout = TextLayout(
        pointer, specification: design.specification, text: fitted.text, profile: profile)
      layout.setScale(fitted.scale)
      layout.restoreWrap(width: fitted.wrapWidth, insideWords: fitted.wrapsInsideWords)
      let block = TextBlock(layout)
      guard !block.ink.isEmpty else { return nothing }
      let geometry = TextGeometry(block: block, layout: layout, placement: design.placement)
      guard !geometry.picture.isEmpty else { return nothing }
      let surface = try Surface.make(
        .color, width: Int(geometry.picture.width), height: Int(geometry.picture.height))
      let painter = TextPainter(
        layout: layout, block: block, geometry: geometry,
        visibleBytes: visibleBytes(visibleClusters))
      try painter.draw(on: surface)
      guard let picture = surface.picture(background: background) else { throw .outOfMemory }
      let (corner, box) = (geometry.corner, geometry.box)
      return Drawing(
        picture: picture, x: corner.x + geometry.picture.left,
        y: corner.y + geometry.picture.top, centerX: corner.x + (box.left + box.right) / 2,
        centerY: corner.y + (box.top + box.bottom) / 2, lines: lines(of: block))
    }
  }

  private func lines(of block: TextBlock) -> [String] {
    let bytes = Array(fitted.text.text.utf8)
    return block.lines.map { line in
      let start = Int(line.pointer.pointee.start_index)
      let end = min(start + Int(line.pointer.pointee.length), bytes.count)
      return String(decoding: bytes[min(start, end)..<end], as: UTF8.self)
    }
  }

  private func visibleBytes(_ clusters: Range<Int>?) -> Range<Int> {
    guard let clusters else { return 0..<Int.max }
    let start = fitted.text.text.prefix(clusters.lowerBound).utf8.count
    return start..<max(start, fitted.text.text.prefix(clusters.upperBound).utf8.count)
  }

  /// The colour at the picture's outermost edge.
  private var background: TextColor {
    let look = design.specification
    if let shadow = look.shadows.first(where: { $0.opacity > 0 }) { return shadow.color }
    return look.plate?.color ?? look.outline?.color ?? look.color
  }

  private var nothing: Drawing {
    let size = PixelSize(width: 1, height: 1)
    let picture = Picture(
      luma: Plane(size: size, filledWith: 16), cb: Plane(size: size, filledWith: 128),
      cr: Plane(size: size, filledWith: 128), alpha: Plane(size: size, filledWith: 0))
    let (x, y) = (design.placement.x.rounded(), design.placement.y.rounded())
    return Drawing(picture: picture, x: x, y: y, centerX: x, centerY: y, lines: [])
  }
}

extension Substring {
  fileprivate func trimming(while isDropped: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !isDropped($0) }),
      let last = lastIndex(where: { !isDropped($0) })
    else { return "" }
    return String(self[first...last])
  }
}

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
    var unbroken: [Range<Int>] = []
  }

  let design: TextDesign
  let fitted: Fitted
  let missing: [Character]
  let missingFamily: String?
  /// Families drawn with, in the order of the text.
  let families: [String]
  private let requested: [String]
  private let profile: ScriptProfile
  private let typesetter: Typesetter

  init(_ design: TextDesign, typesetter: Typesetter) throws(TypeError) {
    var design = TextDesign(
      specification: design.specification.sanitized, placement: design.placement.sanitized)
    let request = FontRequest(design.specification, fonts: typesetter.fonts)
    design.specification.weight = request.weight ?? design.specification.weight
    self.design = design
    self.typesetter = typesetter
    let text = CleanText(design.specification.text)
    let profile = ScriptProfile(text.text)
    self.profile = profile
    missingFamily = request.missing
    requested = request.families
    guard !text.text.isEmpty else {
      fitted = Fitted(text: text)
      (missing, families) = ([], [])
      return
    }
    let look = design.specification
    (fitted, missing, families) = try typesetter.withLayout(
      language: profile.language, isVertical: look.isVertical
    ) { pointer in
      var layout = TextLayout(
        pointer, specification: look, text: text, profile: profile, families: request.families)
      let unknown = layout.missing
      if !unknown.isEmpty { layout.setText(text.removing(unknown)) }
      layout.fit()
      let fitted = Fitted(
        text: layout.text, scale: layout.scale, wrapWidth: pango_layout_get_width(pointer),
        wrapsInsideWords: pango_layout_get_wrap(pointer) == PANGO_WRAP_WORD_CHAR,
        unbroken: layout.unbroken)
      return (fitted, Self.characters(of: text.text, with: unknown), layout.drawnFamilies)
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

  /// Calls `body` with what draws some of the characters, all of them where it is nil; nil where
  /// there is nothing to draw.
  func withPainter<Value: Sendable>(
    showing clusters: Range<Int>?, lit: TextColor?,
    _ body: (TextPainter) throws(TypeError) -> Value?
  ) throws(TypeError) -> Value? {
    guard !fitted.text.text.isEmpty else { return nil }
    let visibleBytes = bytes(of: clusters)
    return try typesetter.withLayout(
      language: profile.language, isVertical: design.specification.isVertical
    ) { pointer throws(TypeError) in
      var layout = TextLayout(
        pointer, specification: design.specification, text: fitted.text, profile: profile,
        families: requested)
      layout.setScale(fitted.scale)
      layout.setUnbroken(fitted.unbroken)
      layout.restoreWrap(width: fitted.wrapWidth, insideWords: fitted.wrapsInsideWords)
      let block = TextBlock(layout)
      guard !block.ink.isEmpty else { return nil }
      let geometry = TextGeometry(block: block, layout: layout, placement: design.placement)
      guard !geometry.picture.isEmpty else { return nil }
      return try body(
        TextPainter(
          layout: layout, block: block, geometry: geometry, visibleBytes: visibleBytes, lit: lit))
    }
  }

  /// Bytes of some of the characters, all of them where it is nil.
  func bytes(of clusters: Range<Int>?) -> Range<Int> {
    guard let clusters else { return 0..<Int.max }
    let start = fitted.text.text.prefix(clusters.lowerBound).utf8.count
    return start..<max(start, fitted.text.text.prefix(clusters.upperBound).utf8.count)
  }
}

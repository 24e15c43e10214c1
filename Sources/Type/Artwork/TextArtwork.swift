public import Pixels

/// Text drawn: a picture with alpha and where it goes.
///
/// ```swift
/// let design = TextPreset.title.design("Urban Dreams", on: canvas)
/// let artwork = try TextArtwork(design)
/// // artwork.picture over the frame at artwork.origin
/// ```
public struct TextArtwork: Sendable {
  /// The letters with plate, outline and shadows: 4:4:4, BT.709 limited range, straight alpha.
  /// Text with nothing to draw gives a single transparent pixel.
  public let picture: Picture
  /// The picture's upper left corner on the canvas, in pixels from the left; may be negative.
  public let x: Double
  /// The picture's upper left corner on the canvas, in pixels from the top; may be negative.
  public let y: Double
  /// What is drawn: the words without control characters, characters that no font has, and what
  /// was cut off.
  public let text: String
  /// Characters that no installed font can draw. They are left out.
  public let missing: [Character]
  /// The family asked for, where it is not installed and another stands in for it.
  public let missingFamily: String?
  /// Families that the text is drawn with, in its order: more than one where the first lacks
  /// some characters.
  public let families: [String]
  /// Characters drawn, spaces and line breaks included: what a typewriter counts.
  public let clusters: Int
  /// Words as ranges of those characters, each with the spaces and marks behind it; a Chinese
  /// character is a word.
  public let words: [Range<Int>]
  /// The lines as they were broken, from top to bottom, each in reading order.
  public let lines: [String]
  /// The share of the specified size that the letters have; less than 1 where they were shrunk
  /// to fit.
  public let scale: Double
  /// Whether the end of the text was cut off because it could not fit.
  public let isTruncated: Bool
  /// The block's middle on the canvas, in pixels from the left: the fixed point of a scaling.
  public let centerX: Double
  /// The block's middle on the canvas, in pixels from the top: the fixed point of a scaling.
  public let centerY: Double
  /// Size of the letters as drawn, in pixels.
  public let letterHeight: Double

  /// The design that is drawn.
  public var design: TextDesign { recipe.design }

  /// Whether nothing of it has a colour.
  let isGrey: Bool
  let inkBounds: Bounds
  let recipe: Recipe

  /// Lays out and draws a design with the fonts of this machine.
  ///
  /// Takes a few milliseconds for a title at 1080p. May be called from any thread; calls take
  /// turns where they need the fonts.
  ///
  /// - Throws: `TypeError` where there are no fonts, or memory runs out.
  public init(_ design: TextDesign) throws(TypeError) {
    try self.init(design, typesetter: Typesetter.shared())
  }

  init(_ design: TextDesign, typesetter: Typesetter) throws(TypeError) {
    let recipe = try Recipe(design, typesetter: typesetter)
    try self.init(recipe, recipe.draw(showing: nil))
  }

  /// The same text with only some of its characters visible, without its plate where the first
  /// are not; the layout, the picture's size and its place stay the same.
  ///
  /// - Throws: `TypeError` where memory runs out.
  public func artwork(showing clusters: Range<Int>) throws(TypeError) -> TextArtwork {
    try TextArtwork(recipe, recipe.draw(showing: clusters.clamped(to: 0..<Int.max)))
  }

  /// Some of the letters alone, in another colour, to lie over the whole text: the words that are
  /// being said. The layout, the picture's size and its place stay the same.
  ///
  /// - Throws: `TypeError` where memory runs out.
  public func artwork(
    lighting clusters: Range<Int>, in color: TextColor
  ) throws(TypeError) -> TextArtwork {
    let clusters = clusters.clamped(to: 0..<Int.max)
    return try TextArtwork(recipe, recipe.draw(showing: clusters, lit: color))
  }

  private init(_ recipe: Recipe, _ drawing: Recipe.Drawing) {
    picture = drawing.picture
    isGrey = drawing.picture.isGrey
    x = drawing.x
    y = drawing.y
    centerX = drawing.centerX
    centerY = drawing.centerY
    inkBounds = drawing.ink
    lines = drawing.lines
    letterHeight = recipe.design.specification.letterHeight * recipe.fitted.scale
    text = recipe.fitted.text.text
    missing = recipe.missing
    missingFamily = recipe.missingFamily
    families = recipe.families
    clusters = recipe.fitted.text.text.count
    words = Self.words(of: recipe.fitted.text.text)
    scale = recipe.fitted.scale
    isTruncated = recipe.fitted.text.isTruncated
    self.recipe = recipe
  }

  private static func words(of text: String) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    var before: Character = " "
    var hasLetters = false
    for (index, character) in text.enumerated() {
      let isLetter = !character.isWhitespace && !character.isPunctuation
      let parts = before.isWhitespace || before.isIdeographic || character.isIdeographic
      if isLetter, hasLetters, parts {
        words.append(start..<index)
        start = index
      }
      hasLetters = hasLetters || isLetter
      before = character
    }
    return text.isEmpty ? [] : words + [start..<text.count]
  }
}

import CPango

/// A specification's text in one of Pango's layouts. Lives inside `Typesetter.withLayout`.
///
/// Pango shapes and breaks lines; where lines stand is worked out here, from the letters' size
/// alone, so that a fall-back font with tall metrics does not push lines about.
struct TextLayout {
  let pointer: OpaquePointer
  let specification: TextSpecification
  let profile: ScriptProfile
  /// Families to draw with, best first.
  let families: [String]
  private(set) var text: CleanText
  /// Bytes of the lesser lines, in order.
  private(set) var secondaryRanges: [Range<Int>] = []
  /// Bytes inside which no line may begin.
  private(set) var unbroken: [Range<Int>] = []
  /// The share of `letterHeight` that letters have after fitting.
  private(set) var scale = 1.0

  init(
    _ pointer: OpaquePointer, specification: TextSpecification, text: CleanText,
    profile: ScriptProfile, families: [String]
  ) {
    self.pointer = pointer
    self.specification = specification
    self.text = text
    self.profile = profile
    self.families = families
    pango_layout_set_auto_dir(pointer, 1)
    pango_layout_set_single_paragraph_mode(pointer, 0)
    setText(text)
  }

  mutating func setText(_ text: CleanText) {
    self.text = text
    secondaryRanges = specification.secondary?.ranges(in: text.text) ?? []
    unbroken = BreakRules(text.text).glued
    pango_layout_set_text(pointer, text.text, Int32(text.text.utf8.count))
    setScale(scale)
  }

  mutating func setUnbroken(_ ranges: [Range<Int>]) {
    unbroken = ranges
    applyAttributes()
  }

  mutating func setScale(_ scale: Double) {
    self.scale = scale
    applyFont()
    applyAttributes()
  }

  /// Wraps lines at `width` pixels, at words, or inside words too where they are too long.
  func wrap(at width: Double, insideWords: Bool) {
    pango_layout_set_wrap(pointer, insideWords ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD)
    pango_layout_set_width(pointer, Self.units(min(max(width, 1), 100_000)))
  }

  /// Wraps lines as an earlier layout of the same text did.
  func restoreWrap(width: Int32, insideWords: Bool) {
    pango_layout_set_wrap(pointer, insideWords ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD)
    pango_layout_set_width(pointer, width)
  }

  /// Size of the letters of the lines before and after the first line break, in pixels.
  func em(isSecondary: Bool) -> Double {
    specification.letterHeight * scale
      * (isSecondary ? specification.secondary?.scale ?? 1 : 1)
  }

  var lineCount: Int { Int(pango_layout_get_line_count(pointer)) }

  private func applyFont() {
    let description = pango_font_description_new()
    defer { pango_font_description_free(description) }
    pango_font_description_set_family(description, families.joined(separator: ","))
    if specification.isItalic {
      pango_font_description_set_style(description, PANGO_STYLE_ITALIC)
    }
    pango_font_description_set_weight(
      description, PangoWeight(rawValue: UInt32(specification.weight.value)))
    pango_font_description_set_absolute_size(
      description, em(isSecondary: false) * Double(PANGO_SCALE))
    pango_layout_set_font_description(pointer, description)
  }

  private func applyAttributes() {
    let list = pango_attr_list_new()
    defer { pango_attr_list_unref(list) }
    let end = text.text.utf8.count
    func add(_ attribute: UnsafeMutablePointer<PangoAttribute>?, _ range: Range<Int>) {
      guard let attribute else { return }
      attribute.pointee.start_index = UInt32(range.lowerBound)
      attribute.pointee.end_index = UInt32(range.upperBound)
      pango_attr_list_insert(list, attribute)
    }
    add(pango_attr_insert_hyphens_new(0), 0..<end)
    for range in unbroken { add(pango_attr_allow_breaks_new(0), range) }
    var start = 0
    for range in secondaryRanges {
      addTracking(
        specification.tracking, em: em(isSecondary: false), start..<range.lowerBound, add)
      start = range.upperBound
      guard let secondary = specification.secondary else { continue }
      let em = em(isSecondary: true)
      add(pango_attr_size_new_absolute(Self.units(em)), range)
      add(pango_attr_weight_new(PangoWeight(rawValue: UInt32(secondary.weight.value))), range)
      addTracking(secondary.tracking, em: em, range, add)
    }
    addTracking(specification.tracking, em: em(isSecondary: false), start..<end, add)
    pango_layout_set_attributes(pointer, list)
  }

  private func addTracking(
    _ tracking: Double, em: Double, _ range: Range<Int>,
    _ add: (UnsafeMutablePointer<PangoAttribute>?, Range<Int>) -> Void
  ) {
    guard !range.isEmpty, tracking != 0, !profile.isJoined else { return }
    add(pango_attr_letter_spacing_new(Self.units(tracking * em)), range)
  }

  private static func units(_ pixels: Double) -> Int32 {
    Int32((pixels * Double(PANGO_SCALE)).rounded())
  }
}

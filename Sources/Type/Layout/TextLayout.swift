import CPango

/// A specification's text in one of Pango's layouts. Lives inside `Typesetter.withLayout`.
///
/// Pango shapes and breaks lines; where lines stand is worked out here, from the letters' size
/// alone, so that a fall-back font with tall metrics does not push lines about.
struct TextLayout {
  let pointer: OpaquePointer
  let specification: TextSpecification
  let profile: ScriptProfile
  private(set) var text: CleanText
  /// The share of `letterHeight` that letters have after fitting.
  private(set) var scale = 1.0

  init(
    _ pointer: OpaquePointer, specification: TextSpecification, text: CleanText,
    profile: ScriptProfile
  ) {
    self.pointer = pointer
    self.specification = specification
    self.text = text
    self.profile = profile
    pango_layout_set_auto_dir(pointer, 1)
    pango_layout_set_single_paragraph_mode(pointer, 0)
    setText(text)
  }

  mutating func setText(_ text: CleanText) {
    self.text = text
    pango_layout_set_text(pointer, text.text, Int32(text.text.utf8.count))
    setScale(scale)
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
    specification.drawnLetterHeight * scale
      * (isSecondary ? specification.secondary?.scale ?? 1 : 1)
  }

  var lineCount: Int { Int(pango_layout_get_line_count(pointer)) }

  /// The first byte after the first line break, where the look of lines changes there.
  var secondaryStart: Int? {
    guard specification.secondary != nil, let feed = text.text.utf8.firstIndex(of: 10) else {
      return nil
    }
    return text.text.utf8.distance(from: text.text.utf8.startIndex, to: feed) + 1
  }

  private func applyFont() {
    let description = pango_font_description_new()
    defer { pango_font_description_free(description) }
    let families = ([specification.family].compactMap(\.self) + specification.fallbackFamilies)
      .map { $0.filter { !$0.isNewline && $0 != "\0" } }
    pango_font_description_set_family(description, families.joined(separator: ","))
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
    let start = secondaryStart ?? end
    func add(_ attribute: UnsafeMutablePointer<PangoAttribute>?, _ range: Range<Int>) {
      guard let attribute else { return }
      attribute.pointee.start_index = UInt32(range.lowerBound)
      attribute.pointee.end_index = UInt32(range.upperBound)
      pango_attr_list_insert(list, attribute)
    }
    add(pango_attr_insert_hyphens_new(0), 0..<end)
    addTracking(specification.tracking, em: em(isSecondary: false), 0..<start, add)
    if let secondary = specification.secondary, start < end {
      let em = em(isSecondary: true)
      add(pango_attr_size_new_absolute(Self.units(em)), start..<end)
      add(
        pango_attr_weight_new(PangoWeight(rawValue: UInt32(secondary.weight.value))),
        start..<end)
      addTracking(secondary.tracking, em: em, start..<end, add)
    }
    pango_layout_set_attributes(pointer, list)
  }

  private func addTracking(
    _ tracking: Double, em: Double, _ range: Range<Int>,
    _ add: (UnsafeMutablePointer<PangoAttribute>?, Range<Int>) -> Void
  ) {
    guard tracking.isFinite, tracking != 0, !profile.isJoined else { return }
    add(pango_attr_letter_spacing_new(Self.units(min(max(tracking, -0.2), 2) * em)), range)
  }

  private static func units(_ pixels: Double) -> Int32 {
    Int32((pixels * Double(PANGO_SCALE)).rounded())
  }
}

extension TextSpecification {
  /// The letters' size, brought into what can be drawn.
  var drawnLetterHeight: Double {
    letterHeight.isFinite ? min(max(letterHeight, 2), 4096) : 2
  }
}

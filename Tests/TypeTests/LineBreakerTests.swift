import Testing

@testable import Type

@Suite struct LineBreakerTests {
  private func lines(_ text: String, width: Double, letterHeight: Double = 40) throws -> [String] {
    var design = plain(text, letterHeight: letterHeight)
    design.specification.maximumWidth = width
    return try TextArtwork(design).lines
  }

  @Test func numbersStayWithTheirUnits() throws {
    let text = "He drove for 12 km and then walked 300 m to see Dr. Smith and J. Doe at 9 am"
    for width in stride(from: 150.0, through: 900, by: 25) {
      let lines = try lines(text, width: width)
      for pair in ["12 km", "300 m", "Dr. Smith", "J. Doe", "9 am"] {
        #expect(lines.contains { $0.contains(pair) }, "\(width): \(lines)")
      }
    }
  }

  @Test func chineseNumbersStayWithTheirMeasures() throws {
    let text = "我们走了3天，跑了120公里，终于看见了海"
    for width in stride(from: 170.0, through: 700, by: 20) {
      let lines = try lines(text, width: width)
      #expect(lines.joined() == text)
      for line in lines {
        #expect(!"天公，。".contains(try #require(line.first)), "\(width): \(lines)")
      }
    }
  }

  @Test(arguments: [
    "今天我们一起去看海", "春眠不觉晓处处闻啼鸟", "他说：「明天见。」然后就走了", "夜は長い、星が多い。",
  ])
  func noSingleIdeographIsLeftBehind(text: String) throws {
    for width in stride(from: 130.0, through: 420, by: 13) {
      let lines = try lines(text, width: width)
      let last = try #require(lines.last)
      if lines.count > 1 { #expect(last.count { $0.isLetter } > 1, "\(width): \(lines)") }
      for line in lines {
        #expect(!"。，」：、".contains(try #require(line.first)), "\(width): \(lines)")
        #expect(!"「（".contains(try #require(line.last)), "\(width): \(lines)")
      }
    }
  }

  @Test func linesEndAtMarksAndNotAfterArticles() throws {
    let lines = try lines("When the rain stops, we go out to the sea again", width: 700)
    #expect(lines == ["When the rain stops, ", "we go out to the sea again"])
    let second = try self.lines("The captain looked at the sea and the sky", width: 560)
    #expect(second.count == 2)
    for word in ["the ", "at ", "and "] { #expect(!second[0].hasSuffix(" " + word)) }
  }

  @Test func rightToLeftLinesAreEvenToo() throws {
    let lines = try lines("هذا نص طويل بما يكفي لكي يمتد على سطرين أو أكثر في الفيلم", width: 500)
    let lengths = lines.map(\.count)
    #expect(lines.count >= 2)
    #expect((lengths.min() ?? 0) * 10 > (lengths.max() ?? 0) * 5, "\(lines)")
  }

  @Test func whatCannotFitHasNoBreaks() {
    let place = LineBreaker.Place(
      byte: 10, end: 500, next: 500, penalty: 0, leavesOrphan: false)
    #expect(LineBreaker(places: [place], width: 100).breaks(count: 1) == nil)
    #expect(LineBreaker(places: [place], width: 600).breaks(count: 1) == [0])
    #expect(LineBreaker(places: [place], width: 600).breaks(count: 2) == nil)
    #expect(LineBreaker(places: [], width: 600).breaks(count: 0) == nil)
  }

  @Test func rulesKnowPlaces() {
    let rules = BreakRules("It is 5 kg of the best, Ann Lee")
    #expect(rules.glued == [7..<9])
    #expect(rules.penalty(at: 24) < 0)
    #expect(rules.penalty(at: 18) > 0)
    #expect(rules.penalty(at: 28) > 0)
    #expect(rules.isOrphan(from: 28, to: 31) && !rules.isOrphan(from: 24, to: 31))
    #expect(BreakRules("").glued.isEmpty)
  }
}

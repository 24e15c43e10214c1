import MediaTime
import Testing

@testable import Type

@Suite struct CaptionTests {
  private static let english =
    "When the rain finally stopped, we went down to the harbour, and there, between two fishing "
    + "boats, lay the thing that we had been looking for. Nobody said a word. It weighed 12 kg, "
    + "and it was still warm."
  private static let chinese =
    "雨终于停了，我们一起走到港口，在两条渔船之间，躺着我们找了很久的那样东西。谁也没有说话。"
    + "它重12公斤，摸起来还是热的。"

  private func range(_ seconds: Int, from start: Int = 5) -> TimeRange {
    TimeRange(start: MediaTime(seconds: start), duration: MediaTime(seconds: seconds))
  }

  @Test(arguments: [english, chinese], [2, 5, 9, 16, 24, 60])
  func captionsFillTheTimeOneAfterAnother(text: String, seconds: Int) throws {
    let captions = Caption.split(text, over: range(seconds))
    #expect(captions.first?.range.start == MediaTime(seconds: 5))
    #expect(captions.last?.range.end == MediaTime(seconds: 5 + seconds))
    for (one, next) in zip(captions, captions.dropFirst()) {
      #expect(one.range.end == next.range.start)
    }
    for caption in captions {
      #expect(caption.range.duration >= MediaTime(99, over: 100), "\(caption)")
    }
    let separator = text == Self.english ? " " : ""
    #expect(captions.map(\.text).joined(separator: separator) == text)
  }

  @Test func captionsEndWithClausesAndFitTwoLines() throws {
    let english = Caption.split(Self.english, over: range(16)).map(\.text)
    #expect(english.count == 3)
    for text in english {
      #expect(text.count <= 84 && (text.hasSuffix(".") || text.hasSuffix(",")), "\(text)")
    }
    let chinese = Caption.split(Self.chinese, over: range(20)).map(\.text)
    #expect(chinese.count == 3)
    for text in chinese {
      #expect(text.count <= 34 && (text.hasSuffix("。") || text.hasSuffix("，")), "\(text)")
      #expect(!"，。".contains(try #require(text.first)))
    }
  }

  @Test(arguments: [english, chinese])
  func readingSpeedIsTold(text: String) {
    #expect(Caption.split(text, over: range(30)).allSatisfy { $0.isReadable })
    let quick = Caption.split(text, over: range(3))
    #expect(quick.count <= 3 && quick.allSatisfy { !$0.isReadable })
    let one = Caption(text: "七个汉字一秒读", range: range(1))
    #expect(one.readingTime == MediaTime(seconds: 1) && one.isReadable)
    #expect(!Caption(text: String(repeating: "a", count: 30), range: range(1)).isReadable)
  }

  @Test func piecesThatBelongTogetherStay() {
    let text = String(repeating: "it is 12 km to Dr. Smith ", count: 20)
    let captions = Caption.split(text, over: range(60)).map(\.text)
    #expect(captions.count > 4)
    for caption in captions {
      #expect(!caption.hasSuffix("12") && !caption.hasSuffix("Dr."), "\(caption)")
    }
  }

  @Test func nothingGivesNothing() {
    #expect(Caption.split("", over: range(3)).isEmpty)
    #expect(Caption.split(" \n\t ", over: range(3)).isEmpty)
    #expect(Caption.split("Hello", over: range(0)).isEmpty)
    #expect(Caption.split("Hello\n there", over: range(1)).map(\.text) == ["Hello there"])
  }

  @Test(arguments: [
    String(repeating: "a", count: 3000), String(repeating: "好", count: 3000),
    String(repeating: "word ", count: 1500), "（（（（", "。。。。", "👨‍👩‍👧‍👦👨‍👩‍👧‍👦",
  ])
  func hostileTextIsSplitAllTheSame(text: String) {
    let captions = Caption.split(text, over: range(600))
    #expect(!captions.isEmpty)
    #expect(captions.last?.range.end == MediaTime(seconds: 605))
  }
}

import Foundation
import Testing

@testable import Inference

@Suite struct ModelFileTests {
  @Test("Files that hold weights are found, each once")
  func weightFiles() throws {
    var writer = OnnxWriter()
    #expect(try #require(ModelFile(writer.model)).weightFiles == [])
    writer.weightFile = "weights.bin"
    #expect(try #require(ModelFile(writer.model)).weightFiles == ["weights.bin"])
  }

  @Test("Bytes that are no model are no model")
  func nonsense() {
    for text in ["", "hello this is no model\n", "{\"a\": 1}", "\u{1}\u{1}\u{1}\u{1}"] {
      #expect(ModelFile(Data(text.utf8)) == nil, "\(text)")
    }
    #expect(ModelFile(Data(repeating: 255, count: 100)) == nil)
    #expect(ModelFile(Data(repeating: 0, count: 100)) == nil)
  }

  @Test("A model that breaks off anywhere but after its graph is no model")
  func cutOff() {
    let whole = OnnxWriter().model
    for count in 0..<whole.count {
      #expect(ModelFile(whole.prefix(count)) == nil, "after \(count) bytes")
    }
    #expect(ModelFile(whole) != nil)
  }
}

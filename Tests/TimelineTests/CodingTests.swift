import Foundation
import MediaTime
import Testing

@testable import Timeline

@Suite("A draft as JSON")
struct CodingTests {
  static let contract = """
    {"schema":"Draft.1","d":10000,
     "m":{"title":"Urban Dreams","width":1920,"height":1080,"fps":30,"background":"#000000"},
     "t":[
      {"id":"t1","tt":0,"m":{"name":"Video"},"sg":[
        {"id":"s1","src":"m_9f","s":0,"in":0,"d":5000,"sp":1.0,"v":1.0,
         "m":{"name":"city timelapse",
              "motion":[{"move":"push_in","amount":0.12,"ease":"in_out"}],"look":[],
              "transition":{"kind":"dissolve","d":500}}}]},
      {"id":"t2","tt":1,"m":{"name":"BGM"},"sg":[
        {"id":"s2","src":"m_1c","s":0,"in":0,"d":10000,"v":0.35,
         "m":{"name":"Lo-fi","duck":true}}]},
      {"id":"t3","tt":7,"m":{"name":"Title"},"sg":[
        {"id":"s3","x":"Urban Dreams","s":0,"d":3000,
         "m":{"style":"title","in":"fade","out":"fade"}}]}]}
    """

  @Test("The contract's example is read in every detail")
  func contractExample() throws {
    let draft = try Draft.decode(Self.contract)
    #expect(draft.duration == 10000)
    #expect(draft.canvas == Canvas(title: "Urban Dreams"))
    #expect(draft.tracks.map(\.kind) == [.video, .audio, .text])
    #expect(draft.tracks.map(\.name) == ["Video", "BGM", "Title"])
    let clip = draft.tracks[0].segments[0]
    #expect(clip.source == "m_9f" && clip.duration == 5000 && clip.speed == 1)
    #expect(clip.style.motion == [CameraMove(.pushIn, amount: 0.12, ease: .inOut)])
    #expect(clip.style.transition == Transition(kind: .dissolve, duration: 500))
    #expect(clip.style.unknown == ["look": .array([])])
    let music = draft.tracks[1].segments[0]
    #expect(music.volume == 0.35 && music.style.duck == true && music.style.name == "Lo-fi")
    let title = draft.tracks[2].segments[0]
    #expect(title.text == "Urban Dreams" && title.source == nil)
    #expect(title.style.text == TextStyle(preset: .title, entrance: .fade, exit: .fade))
  }

  @Test("It is written with sorted keys and without defaults")
  func written() throws {
    let draft = try Draft.decode(Self.contract)
    let expected = """
      {"d":10000,"m":{"background":"#000000","fps":30,"height":1080,"title":"Urban Dreams",\
      "width":1920},"schema":"Draft.1","t":[{"id":"t1","m":{"name":"Video"},"sg":[{"d":5000,\
      "id":"s1","m":{"look":[],"motion":[{"amount":0.12,"ease":"in_out","move":"push_in"}],\
      "name":"city timelapse","transition":{"d":500,"kind":"dissolve"}},"s":0,"src":"m_9f"}],\
      "tt":0},{"id":"t2","m":{"name":"BGM"},"sg":[{"d":10000,"id":"s2","m":{"duck":true,\
      "name":"Lo-fi"},"s":0,"src":"m_1c","v":0.35}],"tt":1},{"id":"t3","m":{"name":"Title"},\
      "sg":[{"d":3000,"id":"s3","m":{"in":"fade","out":"fade","style":"title"},"s":0,\
      "x":"Urban Dreams"}],"tt":7}]}
      """
    #expect(draft.encoded() == expected)
  }

  @Test("Random drafts come back the same, in both ways of writing", arguments: seeds)
  func roundTrip(seed: Int) throws {
    var maker = DraftMaker(seed: seed)
    for _ in 0..<2 {
      let draft = maker.draft()
      #expect(try Draft.decode(draft.encoded()) == draft)
      #expect(try Draft.decode(draft.encoded(indented: true)) == draft)
      #expect(try Draft.decode(draft.encoded()).encoded() == draft.encoded())
      let data = try JSONEncoder().encode(draft)
      #expect(try JSONDecoder().decode(Draft.self, from: data) == draft)
    }
  }

  @Test("Unknown keys under m are kept on every level")
  func unknownKeys() throws {
    let json = """
      {"m":{"future":{"a":[1,2.5,null,true,"x"]},"fps":24},"schema":"Draft.1","t":[{"id":"t","m":\
      {"lane":3},"sg":[{"d":10,"id":"s","m":{"atmosphere":[{"kind":"snow"}],"x":0.25,"size":"L"},\
      "src":"p1"}],"tt":0}]}
      """
    let draft = try Draft.decode(json)
    let again = try JSONValue.parse(draft.encoded())
    guard case .object(let object) = again, case .object(let details) = object["m"] else {
      Issue.record("no object")
      return
    }
    #expect(details["future"] == .object(["a": try JSONValue.parse("[1,2.5,null,true,\"x\"]")]))
    #expect(draft.tracks[0].unknown == ["lane": .integer(3)])
    let style = draft.tracks[0].segments[0].style
    #expect(style.unknown["x"] == .number(0.25))
    #expect(style.unknown["size"] == .string("L"))
    #expect(style.text == nil)
    #expect(try Draft.decode(draft.encoded()) == draft)
  }

  @Test("Without d the film ends with its last segment")
  func missingDuration() throws {
    let draft = try Draft.decode(
      #"{"t":[{"id":"t","tt":0,"sg":[{"id":"s","src":"p","s":500,"d":1000}]}]}"#)
    #expect(draft.duration == 1500)
  }

  @Test("The bytes of a file are read too, with or without a byte order mark")
  func bytes() throws {
    let json = Array(#"{"t":[]}"#.utf8)
    #expect(try Draft.decode(json).tracks.isEmpty)
    #expect(try Draft.decode([0xEF, 0xBB, 0xBF] + json).tracks.isEmpty)
    #expect(try Draft.decode(Data(json)).tracks.isEmpty)
  }
}

@Suite("Drafts that can't be read")
struct BadJSONTests {
  private static func segment(_ members: String) -> String {
    #"{"t":[{"id":"t","tt":0,"sg":[{"id":"s","d":1000,\#(members)}]}]}"#
  }

  @Test(
    "The error names the place and its kind",
    arguments: [
      ("", "bad_json", "", "empty"),
      ("{", "bad_json", "line 1, column 2", "expected a key"),
      ("{\"t\":[\n1,]}", "bad_json", "line 2, column 3", "expected a value"),
      ("{\"t\":[]} x", "bad_json", "line 1, column 10", "expected the end"),
      ("{\"t\":[],\"t\":[]}", "bad_json", "line 1, column 15", "twice"),
      ("{\"t\":[01]}", "bad_json", "line 1, column 8", "\"]\""),
      ("{\"t\":1e999}", "bad_json", "line 1, column 11", "too large"),
      ("{\"t\":\"\\ud800\"}", "bad_json", "line 1, column 13", "surrogate"),
      (String(repeating: "[", count: 5000), "bad_json", "line 1, column 101", "deeply"),
      ("[]", "wrong_type", "", "must be an object"),
      ("{}", "missing", "", "has no \"t\""),
      (#"{"schema":"Draft.9","t":[]}"#, "wrong_schema", "schema", "\"Draft.1\""),
      (#"{"m":{"width":"wide"},"t":[]}"#, "wrong_type", "m.width", "whole number"),
      (#"{"m":{"fps":29.97},"t":[]}"#, "wrong_type", "m.fps", "29.97"),
      (#"{"t":[{"tt":0}]}"#, "missing", "tracks[0]", "\"id\""),
      (#"{"t":[{"id":"t"}]}"#, "missing", "tracks[0]", "\"tt\""),
      (#"{"t":[{"id":"t","tt":2}]}"#, "bad_value", "tracks[0].tt", "7 for text"),
      (#"{"t":[{"id":"t","tt":0,"sg":{}}]}"#, "wrong_type", "tracks[0].sg", "a list"),
      (#"{"t":[{"id":"t","tt":0,"sg":[7]}]}"#, "wrong_type", "tracks[0].segments[0]", "object"),
      (
        #"{"t":[{"id":"t","tt":0,"sg":[{"id":"s"}]}]}"#, "missing", "tracks[0].segments[0]",
        "\"d\""
      ),
      (segment(#""sp":"fast""#), "wrong_type", "tracks[0].segments[0].sp", "\"fast\""),
      (segment(#""s":1.5"#), "wrong_type", "tracks[0].segments[0].s", "milliseconds"),
      (segment(#""s":9e15"#), "bad_value", "tracks[0].segments[0].s", "far beyond"),
      (segment(#""src":3"#), "wrong_type", "tracks[0].segments[0].src", "text"),
      (segment(#""m":{"fit":"squash"}"#), "bad_value", "tracks[0].segments[0].m.fit", "blur_pad"),
      (segment(#""m":{"duck":1}"#), "wrong_type", "tracks[0].segments[0].m.duck", "true or false"),
      (
        segment(#""m":{"motion":[{"move":"fly"}]}"#), "bad_value",
        "tracks[0].segments[0].m.motion[0].move", "push_in"
      ),
      (
        segment(#""m":{"motion":[{"move":"pan_left","at":"nose"}]}"#), "wrong_type",
        "tracks[0].segments[0].m.motion[0].at", "\"face\""
      ),
      (
        segment(#""m":{"motion":[{"move":"pan_left","at":[0,"a"]}]}"#), "wrong_type",
        "tracks[0].segments[0].m.motion[0].at[1]", "number"
      ),
      (
        segment(#""m":{"transition":{"kind":"dissolve"}}"#), "missing",
        "tracks[0].segments[0].m.transition", "\"d\""
      ),
      (
        segment(#""m":{"style":"huge"}"#), "bad_value", "tracks[0].segments[0].m.style",
        "lower_third"
      ),
    ])
  func errors(json: String, code: String, place: String, says: String) {
    let error = #expect(throws: DraftError.self) { try Draft.decode(json) }
    #expect(error?.code.rawValue == code)
    #expect(error?.place == place)
    #expect(error?.message.contains(says) ?? false, "\(error?.message ?? "")")
    #expect(error?.message.hasSuffix(".") ?? false)
  }

  @Test("Bytes that are no UTF-8 are refused")
  func notUTF8() {
    #expect(throws: DraftError.self) { try Draft.decode([0x22, 0xFF, 0x22]) }
  }

  @Test("A mutated draft is read or refused, never a crash", arguments: seeds)
  func mutations(seed: Int) {
    var maker = DraftMaker(seed: seed)
    let bytes = Array(maker.draft().encoded().utf8)
    for _ in 0..<40 {
      var mutated = bytes
      for _ in 0..<maker.int(1...4) {
        let place = maker.int(0...(mutated.count - 1))
        switch maker.int(0...3) {
        case 0: mutated[place] = UInt8(maker.int(0...255))
        case 1: mutated.remove(at: place)
        case 2: mutated.insert(maker.pick(Array("[]{}\",:-9e.".utf8)), at: place)
        default: mutated.removeSubrange(place...)
        }
        if mutated.isEmpty { break }
      }
      if let draft = try? Draft.decode(mutated) {
        #expect((try? Draft.decode(draft.encoded())) == draft)
        _ = draft.lastEnd
      }
    }
  }
}

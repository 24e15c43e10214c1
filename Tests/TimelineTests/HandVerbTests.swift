import Foundation
import MediaTime
import Testing

@testable import Timeline

/// Verbs as programs send them.
@Suite struct HandVerbTests {
  private func verb(_ text: String) throws -> Verb {
    try JSONDecoder().decode(Verb.self, from: Data(text.utf8))
  }

  private func after(_ text: String) throws -> String {
    let draft = film()
    return times(try draft.applying(verb(text).edit(in: draft) { media[$0] }).draft)
  }

  private let media: [String: MediaFacts] = [
    "p1": MediaFacts(kind: .image), "p2": MediaFacts(kind: .image),
    "v1": MediaFacts(kind: .video, duration: 20000, hasAudio: true),
    "a1": MediaFacts(kind: .audio, duration: 60000),
  ]

  @Test(arguments: [
    (#"{"trim_start":{"segment":"s2","by":1000}}"#, "s1 0+4000, s2 3000+5000, s3 8000+5000"),
    (#"{"trim_end":{"segment":"s3","by":-1000}}"#, "s1 0+4000, s2 3000+6000, s3 9000+6000"),
    (
      #"{"split":{"segment":"s3","at":11000}}"#,
      "s1 0+4000, s2 3000+6000, s3 9000+2000, s7 11000+3000"
    ),
    (#"{"delete":{"segment":"s3"}}"#, "s1 0+4000, s2 3000+6000"),
    (#"{"cut":{"from":9000,"to":10000}}"#, "s1 0+4000, s2 3000+6000, s3 9000+4000"),
    (#"{"reorder":{"segment":"s3","to":0}}"#, "s3 0+5000, s1 4000+4000, s2 8000+6000"),
    (#"{"append":{"media":"p1"}}"#, "s1 0+4000, s2 3000+6000, s3 9000+5000, s7 14000+3000"),
  ]) func eachDoesWhatItsEditDoes(text: String, pictures: String) throws {
    #expect(try after(text).hasPrefix(pictures + " |"))
  }

  @Test func aTitleMovesToATime() throws {
    #expect(
      try after(#"{"move":{"segment":"s5","to":4000}}"#).hasSuffix("s5 4000+2000, s6 9500+2000"))
  }

  @Test func aVerbIsWrittenAsItIsRead() throws {
    let verbs: [Verb] = [
      .trimStart(segment: "s1", by: -20), .split(segment: "s1", at: 5), .append(media: "m"),
      .cut(from: 1, to: 2), .duplicate(segment: "s1"),
    ]
    for verb in verbs {
      #expect(try JSONDecoder().decode(Verb.self, from: JSONEncoder().encode(verb)) == verb)
    }
    #expect(
      String(decoding: try JSONEncoder().encode(verbs[2]), as: UTF8.self)
        == #"{"append":{"media":"m"}}"#)
  }

  @Test func aPictureBeginsAFilmAndASoundDoesNot() throws {
    let draft = Draft()
    let edit = try Verb.append(media: "p1").edit(in: draft, media: { media[$0] }) { _ in "dawn" }
    let film = try draft.applying(edit).draft
    #expect(times(film) == "s1 0+3000")
    #expect(film.segment("s1")?.style.name == "dawn")
    #expect(throws: EditError.self) {
      try Verb.append(media: "a1").edit(in: draft) { media[$0] }
    }
  }

  @Test(arguments: [
    #"{"append":{"media":"gone"}}"#, #"{"cut":{"from":5,"to":5}}"#, #"{"delete":{"segment":"s9"}}"#,
    #"{"split":{"segment":"s1","at":99999}}"#,
  ]) func whatCannotBeDoneIsRefused(text: String) throws {
    #expect(throws: EditError.self) { try verb(text).edit(in: film()) { media[$0] } }
  }
}

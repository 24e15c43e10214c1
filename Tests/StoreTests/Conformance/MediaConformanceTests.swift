import Foundation
import Records
import Testing
import Timeline

@Suite struct MediaConformanceTests {
  private func make(_ form: StoreForm) async throws -> StoreFixture {
    let store = try form.make()
    try await store.write { store throws in
      try store.insert(Sample.account())
      try store.insert(Sample.account("other"))
      try store.insert(Sample.session())
      try store.insert(Sample.session("200", of: "other"))
    }
    return store
  }

  @Test("Media are kept, listed, and found by their content", arguments: StoreForm.all)
  func media(_ form: StoreForm) async throws {
    let store = try await make(form)
    defer { store.end() }
    var still = Sample.media("m_2", at: -5)
    still.facts = MediaFacts(kind: .image, width: 4, height: 3)
    still.analysis = nil
    still.blob = "blob of m_1"
    still.origin = .generated
    still.poster = "poster of m_2"
    still.generation = MediaItem.Generation(
      prompt: "a “lake”", generator: "kinora", seed: 7,
      recipe: .object(["hour": .string("noon")]))
    try await store.write { [still] store throws in
      try store.insert(Sample.media())
      try store.insert(still)
      try store.insert(Sample.media("m_3", in: "200"))
    }
    try await store.read { [still] store throws in
      #expect(try store.media("m_1") == Sample.media())
      #expect(try store.media("m_2") == still)
      #expect(try store.media("none") == nil)
      #expect(try store.media(in: "100").map(\.id) == ["m_2", "m_1"])
      #expect(try store.media(blob: "blob of m_1").map(\.id) == ["m_2", "m_1"])
      #expect(try store.isUsed(blob: "blob of m_1"))
      #expect(try store.isUsed(blob: "poster of m_2"))
      #expect(try store.media(blob: "poster of m_2").map(\.id) == ["m_2"])
      #expect(try !store.isUsed(blob: "blob of m_2"))
    }
    try await store.write { [still] store throws in
      var still = still
      still.analysis = .object(["palette": .array([.string("#ffffff")])])
      still.filename = ""
      try store.update(still)
      #expect(try store.media("m_2") == still)
    }
    await store.expect(.duplicate) { try $0.insert(Sample.media("m_3")) }
    await store.expect(.missing) { try $0.insert(Sample.media("m_4", in: "999")) }
  }

  @Test("Partial uploads are kept until they are given up", arguments: StoreForm.all)
  func uploads(_ form: StoreForm) async throws {
    let store = try await make(form)
    defer { store.end() }
    var whole = Sample.upload("up_2")
    try await store.write { [whole] store throws in
      try store.insert(Sample.upload())
      try store.insert(whole)
    }
    whole.media = "m_1"
    whole.expiresAt = Sample.moment(1)
    try await store.write { [whole] in try $0.update(whole) }
    try await store.read { [whole] store throws in
      #expect(try store.partialUpload("up_1") == Sample.upload())
      #expect(try store.partialUpload("up_2") == whole)
      #expect(try store.partialUpload("none") == nil)
      #expect(try store.partialUploads(expiredBefore: Sample.moment(1)).isEmpty)
      #expect(try store.partialUploads(expiredBefore: Sample.moment(2)) == [whole])
    }
    try await store.write { try $0.removePartialUpload("up_1") }
    #expect(try await store.read { try $0.partialUpload("up_1") } == nil)
    await store.expect(.duplicate) { try $0.insert(Sample.upload("up_2")) }
  }

  @Test("Exports belong to accounts, and are found by what was ordered", arguments: StoreForm.all)
  func exports(_ form: StoreForm) async throws {
    let store = try await make(form)
    defer { store.end() }
    try await store.write { store throws in
      try store.insert(Sample.export())
      try store.insert(Sample.export("render_2", at: 1))
      try store.insert(Sample.export(in: "200", of: "other"))
    }
    var film = Sample.export()
    film.status = .completed
    film.progress = 1.0 / 3
    film.error = "none"
    film.blob = "film"
    film.duration = 10_000
    film.size = 1 << 33
    film.completedAt = Sample.moment(60)
    try await store.write { [film] in try $0.update(film) }
    try await store.read { [film] store throws in
      #expect(try store.export("render_1", of: "anon_1") == film)
      #expect(
        try store.export("render_1", of: "other") == Sample.export(in: "200", of: "other"))
      #expect(try store.export("render_2", of: "other") == nil)
      #expect(try store.exports(in: "100").map(\.id) == ["render_2", "render_1"])
      #expect(try store.completedExport(digest: "order", session: "100") == film)
      #expect(try store.completedExport(digest: "order", session: "200") == nil)
      #expect(try store.completedExport(digest: "none", session: "100") == nil)
      #expect(try store.isUsed(blob: "film"))
      #expect(try store.exports(blob: "film") == [film])
      #expect(try store.exports(blob: "none").isEmpty)
    }
    await store.expect(.duplicate) { try $0.insert(Sample.export("render_2")) }
    await store.expect(.missing) { try $0.insert(Sample.export("render_9", in: "999")) }
  }
}

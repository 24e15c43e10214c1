import Accounts
import Foundation
import Records
import Studio
import Testing
import Wire

@Suite struct LinkTests {
  @Test("A link opens its content until it expires, and nothing else")
  func opens() async throws {
    let folder = Bench.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var bench = try await Bench(folder: folder)
    let user = try await bench.user()
    let session = try await bench.session(of: user)
    let item = try await bench.upload("image one", to: session, of: user)
    let link = try #require(URLComponents(string: bench.studio.describe(item).url))
    let values = Dictionary(
      uniqueKeysWithValues: (link.queryItems ?? []).map { ($0.name, $0.value ?? "") })
    let signature = try #require(values["signature"])
    let expires = try #require(values["expires"].flatMap { Int($0) })
    // The key outlives the process.
    await bench.stop()
    bench = try await Bench(folder: folder)
    let studio = bench.studio
    let file = try await studio.openMedia(link: item.id, expires: expires, signature: signature)
    #expect(file.entityTag == item.blob && file.contentType == "image/jpeg")
    #expect(file.size == 9 && file.filename == "dawn.jpg")
    let wrong = String(signature.dropLast()) + (signature.hasSuffix("0") ? "1" : "0")
    for (id, expires, signature) in [
      (item.id, expires, wrong), (item.id, expires, ""), (item.id, expires, "zz"),
      (item.id, expires + 1, signature), ("m_0", expires, signature),
      ("f_" + item.blob, expires, signature),
    ] {
      let code = await code {
        _ = try await studio.openMedia(link: id, expires: expires, signature: signature)
      }
      #expect(code == .notFound)
    }
    bench.pass(.seconds(24 * 3600))
    let late = await code {
      _ = try await studio.openMedia(link: item.id, expires: expires, signature: signature)
    }
    #expect(late == .notFound)
    await bench.stop()
  }
}

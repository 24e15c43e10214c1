import Configuration
import Testing
import struct Workshop.Confinement
import struct Workshop.WorkshopSettings

@testable import kinora

/// What settings come to.
@Suite struct SettingsTests {
  private func read(
    _ flags: [String: ConfigContent] = [:]
  ) async throws -> ServeSettings {
    try await ServeSettings.read(
      file: nil, environment: ["HOME": "/nowhere"], flags: flags)
  }

  @Test func strangersBehindAProxyAreConfined() async throws {
    let loopback = ConfigContent.string("http://localhost:8787")
    #expect(try await read().workshop.confinement == .preferred)
    #expect(try await read(["url": loopback]).workshop.confinement == .preferred)
    for flags: [String: ConfigContent] in [
      ["host": .string("0.0.0.0")], ["trustProxy": .bool(true)],
      ["url": .string("https://films.example.org")],
    ] {
      #expect(try await read(flags).workshop.confinement == .required)
    }
    let off = ConfigContent.string("off")
    #expect(
      try await read(["trustProxy": .bool(true), "sandbox": off]).workshop.confinement == .off)
  }

  @Test(arguments: ["links.hours", "uploads.hours"], [0, -1, 90_000, Int.max])
  func lifetimesAreBounded(name: String, hours: Int) async throws {
    await #expect(throws: SettingsError.self) { try await read([name: .int(hours)]) }
  }

  @Test(arguments: [
    ("0.0.0.0", "127.0.0.1"), ("::", "[::1]"), ("::1", "[::1]"), ("10.0.0.7", "10.0.0.7"),
    ("localhost", "localhost"),
  ])
  func anOperatorFindsTheHost(host: String, name: String) {
    #expect(AdministratorDoor.name(of: host) == name)
  }
}

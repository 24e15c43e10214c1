import Foundation
import Testing
import Workshop

@Suite struct ConfinementTests {
  @Test("A worker is confined, or says that it can't be")
  func tellsConfinement() async throws {
    let asked = try await Workshop.tested { $0.confinement = .preferred }.confinement()
    #expect(try await Workshop.tested { $0.confinement = .off }.confinement() == .none)
    if asked.isWhole {
      #expect(try await Workshop.tested().confinement() == asked)
    } else {
      await #expect(throws: WorkshopError.self) { try await Workshop.tested().confinement() }
    }
  }

  @Test("What is confined can do its work and nothing else")
  func holdsPrisoner() async throws {
    let asked = try await Workshop.tested { $0.confinement = .preferred }.confinement()
    // Older versions of Landlock leave some doors open that later ones close.
    guard asked.isWhole, asked.landlock >= 6 else { return }
    let folder = try TestFolder()
    try FileManager.default.createDirectory(
      atPath: folder("cell"), withIntermediateDirectories: true)
    let secret = try folder.write([1, 2, 3], to: "secret")
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: TestFolder.worker)
    process.arguments = ["escape", folder("cell"), secret]
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    let can = lines.filter { $0.hasSuffix(": yes") }.map { $0.dropLast(5) }
    #expect(
      can == [
        "write in the cell", "read in the cell", "rename in the cell", "remove in the cell",
        "read libraries", "read itself", "start a thread", "signal itself",
      ])
    #expect(lines.count == 20)
    #expect(folder.names == ["cell", "secret"])
  }

  @Test("One that uses up its processor time is told so")
  func endsBusyWorkers() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: TestFolder.worker)
    process.arguments = ["toil"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == SIGXCPU)
  }

  @Test("Limits of memory and processor time hold")
  func keepsLimits() async throws {
    let folder = try TestFolder()
    let path = try folder.film("film.mp4")
    let tight = Workshop.tested { $0.probeMemory = 8 << 20 }
    let error = await #expect(throws: WorkshopError.self) { try await tight.probe(path: path) }
    #expect([.crashed, .unsupportedFile, .unavailable].contains(error?.code))
  }
}

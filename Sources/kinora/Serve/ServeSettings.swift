import Accounts
import Engines
import Foundation
import Logging
import Records
import Server
import Studio
import VideoEngines
import struct Workshop.Confinement
import struct Workshop.WorkshopSettings

/// Everything that an operator may choose about `kinora serve`.
struct ServeSettings: Sendable {
  /// The folder that holds all that is kept.
  var dataFolder: String
  var accounts = AccountSettings()
  var studio: StudioSettings
  var server = KinoraServer.Configuration()
  /// How files of strangers are read; nil for `required` where other machines can reach the
  /// server, else `preferred`.
  var sandbox: Confinement.Demand?
  /// The address of a chat-completions server that plans edits; nil for the grammar alone.
  var plannerURL: String?
  /// The model that is asked there.
  var plannerModel = "default"
  /// What is sent there as a bearer token.
  var plannerKey: String?
  /// Seconds that it has for an answer.
  var plannerSeconds = 20
  /// The list of video engines; nil for that of whoever runs the server.
  var enginesFile: String?
  /// Whether engines' clips cost nobody credits.
  var areClipsFree = false
  /// What is logged: `trace`, `debug`, `info`, `notice`, `warning`, `error`.
  var logLevel = "info"

  init(dataFolder: String) {
    self.dataFolder = dataFolder
    studio = StudioSettings(workFolder: dataFolder + "/work")
    studio.pieceFolder = dataFolder + "/pieces"
    server.version = Kinora.version
  }

  /// Puts `dataFolder` in its place, also for what lies in it.
  mutating func move(to folder: String) {
    dataFolder = folder
    studio.workFolder = folder + "/work"
    studio.pieceFolder = folder + "/pieces"
  }

  /// How the workshop works.
  var workshop: WorkshopSettings {
    var workshop = WorkshopSettings()
    workshop.viewFolder = dataFolder + "/views"
    workshop.confinement = sandbox ?? (isPrivate ? .preferred : .required)
    return workshop
  }

  /// Who plans edits beside the grammar.
  var planner: ChatPlanner? {
    plannerURL.map { url in
      ChatPlanner(
        model: plannerModel,
        transport: HTTPChatTransport(base: url, key: plannerKey, timeLimit: plannerSeconds))
    }
  }

  /// The video engines that the list names, whose clips are noted in the data folder.
  func engines(_ logger: Logger) -> EngineWorkshop {
    let list = enginesFile.map(EngineList.init) ?? EngineShelf.list
    return EngineWorkshop(
      list: list, notes: dataFolder + "/clips", areFree: areClipsFree, logger: logger)
  }

  /// Whether nobody but this machine's own users reaches the server, not even through a proxy.
  private var isPrivate: Bool {
    let own = ["127.0.0.1", "::1", "localhost"]
    guard own.contains(server.host), !server.trustsProxy else { return false }
    guard let url = server.publicURL else { return true }
    let host = URL(string: url)?.host() ?? ""
    return own.contains(host.trimmingCharacters(in: ["[", "]"]))
  }

  /// Where data are kept that no other place is named for.
  static func usualFolder(_ environment: [String: String]) -> String {
    let home = environment["HOME"] ?? NSHomeDirectory()
    let base = environment["XDG_DATA_HOME"] ?? home + "/.local/share"
    return base + "/kinora"
  }

  /// What is wrong with them, one sentence each.
  func problems() -> [String] {
    var problems = accounts.problems()
    if !(0...65_535).contains(server.port) {
      problems.append("port is \(server.port); set 0 (any that is free) to 65535.")
    }
    func require(_ value: Int, _ name: String) {
      if value < 1 { problems.append("\(name) is \(value); set 1 or more.") }
    }
    func require(_ time: Duration, _ name: String) {
      let (hours, most) = (time.components.seconds / 3600, Int64(10 * 8760))
      if !(1...most).contains(hours) {
        problems.append("\(name) is \(hours); set 1 to \(most).")
      }
    }
    require(studio.linkLifetime, "links.hours")
    require(studio.uploadLifetime, "uploads.hours")
    require(studio.turnWorkers, "workers.turns")
    require(studio.exportWorkers, "workers.exports")
    require(server.connections, "limits.connections")
    require(server.streams, "limits.streams")
    require(plannerSeconds, "planner.seconds")
    if let url = plannerURL, !url.hasPrefix("http://"), !url.hasPrefix("https://") {
      problems.append("planner.url is \(url); write an address such as http://127.0.0.1:8080/v1.")
    }
    require(server.largestBody, "limits.bodyBytes")
    return problems
  }
}

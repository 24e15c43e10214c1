import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import Records
import Studio
import Timeline
import Wire

/// Brings an operator's requests to the server that has the data folder, or to the folder itself
/// where no server runs.
struct AdministratorDesk {
  let options: SettingsOptions

  func ask(_ request: AdminRequest) async throws -> AdminReply {
    let settings = try await options.read()
    guard FileManager.default.fileExists(atPath: settings.dataFolder) else {
      throw SettingsError(
        "There is no data folder at \(settings.dataFolder); name it with --data.")
    }
    do {
      var logger = Logger(label: "kinora")
      logger.logLevel = .error
      let premises = try await Premises(settings, logger: logger)
      defer { premises.close() }
      return try await premises.studio.administer(request)
    } catch let error as StorageError where error.code == .inUse {
      return try await send(request, folder: settings.dataFolder)
    }
  }

  private func send(_ request: AdminRequest, folder: String) async throws -> AdminReply {
    let door = AdministratorDoor(folder: folder)
    guard let address = door.address else {
      throw ServiceError(
        .unavailable,
        "Another program has the data folder \(folder) and takes no requests; wait until it ends.")
    }
    var message = HTTPClientRequest(url: address + "/admin")
    message.method = .POST
    message.headers.add(name: "Authorization", value: "Bearer \(try door.secret())")
    message.headers.add(name: "Content-Type", value: "application/json")
    message.body = .bytes(ByteBuffer(bytes: try JSONEncoder().encode(request)))
    let response: HTTPClientResponse
    do {
      response = try await HTTPClient.shared.execute(message, timeout: .seconds(600))
    } catch {
      throw ServiceError(
        .unavailable,
        "The server that has the data folder \(folder) does not answer; try again, or stop it.")
    }
    let body = try await response.body.collect(upTo: 64 << 20)
    guard response.status == .ok else {
      let json = try JSONValue.parse(body: String(buffer: body))
      throw ServiceError(reply: json)
        ?? ServiceError(.unavailable, "The server answered \(response.status.code).")
    }
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return try decoder.decode(AdminReply.self, from: Data(body.readableBytesView))
  }
}

internal import Foundation
internal import Glibc

/// A folder beside a film's place, in which one worker makes it.
struct Scratch {
  private static let prefix = ".kinora-"
  private static let suffix = ".work"
  private let folder: String

  /// Where the worker puts the film.
  var film: String { folder + "/film.mp4" }

  /// A new folder on the disk that `output` will lie on. Throws where there can be none.
  init(beside output: String) throws(WorkshopError) {
    guard let slash = output.lastIndex(of: "/"), !output.hasSuffix("/") else {
      throw WorkshopError(.unavailable, "The film has no name; give it one.")
    }
    let mark = String(UInt64.random(in: .min ... .max), radix: 36)
    folder = "\(output[..<slash])/\(Self.prefix)\(mark)\(Self.suffix)"
    guard mkdir(folder, 0o700) == 0 else { throw Self.failure(errno) }
  }

  private static func failure(_ number: Int32) -> WorkshopError {
    let cause = String(cString: strerror(number))
    return number == ENOSPC || number == EDQUOT
      ? WorkshopError(
        .diskFull, "There is no room left for the film; free some space and try again.",
        cause: cause)
      : WorkshopError(
        .unavailable,
        "The film can't be written in its folder; check that it is there and may be written to.",
        cause: cause)
  }

  /// Moves the film to `output`; returns its size in bytes.
  func deliver(to output: String) throws(WorkshopError) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: film)
    guard attributes?[.type] as? FileAttributeType == .typeRegular,
      let size = attributes?[.size] as? NSNumber
    else {
      throw WorkshopError(
        .crashed, "The film is not there although it was said to be made; try again.")
    }
    guard rename(film, output) == 0 else { throw Self.failure(errno) }
    return size.intValue
  }

  /// Removes the folder and whatever is in it.
  func remove() {
    try? FileManager.default.removeItem(atPath: folder)
  }
}

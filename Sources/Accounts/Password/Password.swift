import Foundation
import Wire

/// What a password must be.
enum Password {
  /// Characters of the shortest.
  static let shortest = 10
  /// Bytes of the longest.
  static let longest = 200

  /// Refuses a password that is too short or too long.
  static func check(_ password: String) throws(ServiceError) {
    guard password.count >= shortest else {
      throw ServiceError(
        .badRequest, "The password has fewer than \(shortest) characters; choose a longer one.")
    }
    guard password.utf8.count <= longest,
      password.precomposedStringWithCanonicalMapping.utf8.count <= longest
    else {
      throw ServiceError(
        .badRequest, "The password is longer than \(longest) bytes; choose a shorter one.")
    }
  }
}

import Foundation
import GRDB
import Records

extension String {
  /// As it is kept. U+0000, at which SQLite would cut a text off, becomes U+FFFD.
  var kept: DatabaseValue {
    utf8.contains(0)
      ? replacing("\u{0}", with: "\u{FFFD}").databaseValue : databaseValue
  }
}

extension Int {
  /// As it is kept.
  var kept: DatabaseValue { databaseValue }
}

extension Double {
  /// As it is kept.
  var kept: DatabaseValue { databaseValue }
}

extension Bool {
  /// As it is kept: 0 or 1.
  var kept: DatabaseValue { databaseValue }
}

extension Date {
  /// As it is kept: seconds since 2001, the number that a `Date` is, so that it is read back
  /// exactly.
  var kept: DatabaseValue { timeIntervalSinceReferenceDate.databaseValue }
}

extension String? {
  /// As it is kept.
  var kept: DatabaseValue { self?.kept ?? .null }
}

extension Int? {
  /// As it is kept.
  var kept: DatabaseValue { self?.kept ?? .null }
}

extension Date? {
  /// As it is kept.
  var kept: DatabaseValue { self?.kept ?? .null }
}

extension Row {
  func date(_ index: Int) -> Date {
    Date(timeIntervalSinceReferenceDate: self[index])
  }

  func optionalDate(_ index: Int) -> Date? {
    (self[index] as Double?).map(Date.init(timeIntervalSinceReferenceDate:))
  }

  /// A value of a closed list, kept by its name.
  func choice<Choice: RawRepresentable<String>>(_ index: Int) throws -> Choice {
    let name: String = self[index]
    guard let choice = Choice(rawValue: name) else { throw unknown(name) }
    return choice
  }

  private func unknown(_ name: String) -> StorageError {
    StorageError(
      .damaged,
      "The database has \"\(name)\" where this version knows no such thing; use the newer one.")
  }
}

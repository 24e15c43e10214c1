import Foundation
import GRDB
import Records

/// A connection to the database, for as long as one read or change lasts. Statements are prepared
/// once for a connection; failures come as `StorageError`.
struct Connection {
  let database: Database
  let shelf: HistoryShelf

  func mapping<Result>(_ body: (Database) throws -> Result) throws -> Result {
    do {
      return try body(database)
    } catch {
      throw StorageError.mapped(error, about: "The database")
    }
  }

  func rows<Result>(
    _ sql: String, _ values: [DatabaseValue], _ read: (Row) throws -> Result
  ) throws -> [Result] {
    try mapping { database in
      let statement = try database.cachedStatement(sql: sql)
      let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(values))
      var results: [Result] = []
      while let row = try cursor.next() { results.append(try read(row)) }
      return results
    }
  }

  func row<Result>(
    _ sql: String, _ values: [DatabaseValue], _ read: (Row) throws -> Result
  ) throws -> Result? {
    try mapping { database in
      let statement = try database.cachedStatement(sql: sql)
      let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(values))
      return try cursor.next().map(read)
    }
  }

  /// Whether there is a row, and its first column is not 0.
  func isTrue(_ sql: String, _ values: [DatabaseValue]) throws -> Bool {
    try number(sql, values) != 0
  }

  /// The first column of the first row; 0 where there is none.
  func number(_ sql: String, _ values: [DatabaseValue] = []) throws -> Int {
    try row(sql, values) { row in row[0] as Int? }.flatMap { $0 } ?? 0
  }

  /// - Returns: how many rows were changed.
  @discardableResult
  func change(_ sql: String, _ values: [DatabaseValue]) throws -> Int {
    try mapping { database in
      let statement = try database.cachedStatement(sql: sql)
      try statement.execute(arguments: StatementArguments(values))
      return database.changesCount
    }
  }
}

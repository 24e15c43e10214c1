import GRDB
import Records

/// How a record is kept as one row of a table.
struct Table<Record>: Sendable {
  /// Its name.
  let name: String
  private let selection: String
  private let insertion: String
  private let replacement: String
  private let changed: [Int]
  private let keys: [Int]
  private let values: @Sendable (Record) throws -> [DatabaseValue]
  private let read: @Sendable (Row) throws -> Record

  /// - Parameters:
  ///   - columns: in the order of `values` and `read`.
  ///   - key: the columns by which `update` finds the row.
  ///   - fixed: columns that `update` leaves as they are, beside the key's.
  init(
    _ name: String, columns: [String], key: [String] = ["id"], fixed: Set<String> = [],
    values: @escaping @Sendable (Record) throws -> [DatabaseValue],
    read: @escaping @Sendable (Row) throws -> Record
  ) {
    self.name = name
    self.values = values
    self.read = read
    let list = columns.joined(separator: ", ")
    selection = "SELECT \(list) FROM \(name) "
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    insertion = "INSERT INTO \(name) (\(list)) VALUES (\(marks))"
    keys = key.compactMap(columns.firstIndex)
    changed = columns.indices.filter {
      !key.contains(columns[$0]) && !fixed.contains(columns[$0])
    }
    let settings = changed.map { "\(columns[$0]) = ?" }.joined(separator: ", ")
    let conditions = key.map { "\($0) = ?" }.joined(separator: " AND ")
    replacement = "UPDATE \(name) SET \(settings) WHERE \(conditions)"
  }

  func insert(_ record: Record, _ connection: Connection) throws {
    try connection.change(insertion, try values(record))
  }

  /// Nothing where the row isn't there.
  func update(_ record: Record, _ connection: Connection) throws {
    let values = try values(record)
    try connection.change(replacement, (changed + keys).map { values[$0] })
  }

  /// - Parameter condition: what follows the table's name, such as `WHERE id = ?`.
  func first(
    _ connection: Connection, _ condition: String, _ values: DatabaseValue...
  ) throws -> Record? {
    try connection.row(selection + condition, values, read)
  }

  func all(
    _ connection: Connection, _ condition: String, _ values: DatabaseValue...
  ) throws -> [Record] {
    try connection.rows(selection + condition, values, read)
  }
}

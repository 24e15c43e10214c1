import Records

/// What is read from a connection, within a change or not.
protocol StoredView: MetadataView {
  var connection: Connection { get }
}

/// One state of the store.
struct EmbeddedView: StoredView {
  let connection: Connection
}

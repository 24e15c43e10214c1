/// A colour table that was uploaded as a `.cube` file.
public struct TableMedium: Hashable, Sendable, Identifiable {
  /// The file's id in the session, by which looks name it.
  public var id: String
  /// What people call it: its file's name without the extension.
  public var name: String

  /// A colour table.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

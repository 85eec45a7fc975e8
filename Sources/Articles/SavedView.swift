/// A query that the user gave a name, to come back to what it finds.
public struct SavedView: Sendable, Hashable {
  /// What it is called.
  public var name: String
  /// In the language of `ArticleQuery`.
  public var query: String

  /// A view with this name.
  public init(name: String, query: String) {
    self.name = name
    self.query = query
  }
}

/// A query that the user gave a name, to come back to what it finds.
public struct SavedView: Sendable, Hashable {
  /// What it is called.
  public var name: String
  /// In the language of `ArticleQuery`, with its order.
  public var query: String
  /// The key that shows it, typed after `g`; `nil` for none.
  public var key: Character?

  /// Characters of a name.
  public static let nameLimit = 64

  /// A view with this name.
  public init(name: String, query: String, key: Character? = nil) {
    self.name = name
    self.query = query
    self.key = key
  }
}

/// How many articles a view has.
public struct ViewCount: Sendable, Hashable {
  /// Articles, counted up to a limit.
  public var articles: Int
  /// Unread ones among them, counted up to the same limit.
  public var unread: Int

  /// Takes both as they are.
  public init(articles: Int, unread: Int) {
    self.articles = articles
    self.unread = unread
  }
}

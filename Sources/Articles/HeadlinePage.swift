/// Where a page of headlines begins, in the order of the query.
public enum PageAnchor: Sendable, Hashable {
  /// The first rows of the list.
  case start
  /// The last rows of the list.
  case end
  /// The rows that follow an article, without it.
  case after(ArticleID)
  /// The rows that come before an article, without it.
  case before(ArticleID)
  /// An article in the middle, with rows on both sides.
  case around(ArticleID)
}

/// Neighbouring rows of a list, in the order in which they are shown.
public struct HeadlinePage: Sendable, Hashable {
  /// In the order of the query.
  public var rows: [Headline]
  /// Whether the list goes on above the first row.
  public var hasBefore: Bool
  /// Whether the list goes on below the last row.
  public var hasAfter: Bool
  /// Behind which article the list goes on when the page ended before it was full, because looking
  /// further took too long; `nil` when it goes on behind the last row.
  public var resume: ArticleID?

  /// Takes each fact as it is.
  public init(rows: [Headline] = [], hasBefore: Bool = false, hasAfter: Bool = false) {
    self.rows = rows
    self.hasBefore = hasBefore
    self.hasAfter = hasAfter
  }
}

/// Numbers of the whole store, kept up to date by the store and read in constant time.
public struct StoreCounts: Sendable, Hashable {
  /// All articles.
  public var articles: Int
  /// Articles not read yet.
  public var unread: Int
  /// Bookmarked articles.
  public var bookmarks: Int

  /// Takes each fact as it is.
  public init(articles: Int = 0, unread: Int = 0, bookmarks: Int = 0) {
    self.articles = articles
    self.unread = unread
    self.bookmarks = bookmarks
  }
}

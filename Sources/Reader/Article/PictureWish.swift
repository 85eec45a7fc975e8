public import Articles

/// The picture that an article is to show, and the room that there is for it.
public struct PictureWish: Sendable, Hashable {
  /// Where it is on the web.
  public var address: String
  /// The article that shows it; `nil` when it has no place in the store.
  public var article: ArticleID?
  /// Cells that it may be wide, at least 12.
  public var columns: Int
  /// Cells that it may be high, 4...16.
  public var rows: Int

  /// Takes each fact as it is.
  public init(address: String, article: ArticleID? = nil, columns: Int, rows: Int) {
    self.address = address
    self.article = article
    self.columns = columns
    self.rows = rows
  }
}

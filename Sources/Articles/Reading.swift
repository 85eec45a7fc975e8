public import FoundationEssentials

/// An article that was read: when last, and for how long in all.
public struct Reading: Sendable, Hashable {
  /// The article.
  public var article: ArticleID
  /// Its headline.
  public var title: String
  /// The name of its publication.
  public var source: String
  /// When it was left the last time.
  public var ended: Date
  /// Seconds for which it was open and somebody was there.
  public var seconds: Int

  /// Takes each fact as it is.
  public init(article: ArticleID, title: String, source: String, ended: Date, seconds: Int) {
    self.article = article
    self.title = title
    self.source = source
    self.ended = ended
    self.seconds = seconds
  }
}

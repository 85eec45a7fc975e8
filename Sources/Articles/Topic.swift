/// A topic tag with the number of articles that carry it.
public struct TopicCount: Sendable, Hashable {
  /// The topic as it is shown and typed: lower case, words parted by spaces.
  public var topic: String
  /// How many articles there are.
  public var articles: Int
  /// How many of them are unread.
  public var unread: Int

  /// Takes each fact as it is.
  public init(topic: String, articles: Int, unread: Int) {
    self.topic = topic
    self.articles = articles
    self.unread = unread
  }
}

/// A publication with the number of articles that came from it.
public struct SourceCount: Sendable, Hashable {
  /// The publication's name.
  public var source: String
  /// How many articles there are.
  public var articles: Int
  /// How many of them are unread.
  public var unread: Int

  /// Takes each fact as it is.
  public init(source: String, articles: Int, unread: Int) {
    self.source = source
    self.articles = articles
    self.unread = unread
  }
}

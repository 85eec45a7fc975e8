/// What is done with each new article that a query finds.
public struct ArticleRule: Sendable, Hashable {
  /// Something that is done with an article.
  public enum Action: Sendable, Hashable {
    /// Gives it a topic, as by hand.
    case tag(String)
    /// Hides it; nothing is deleted.
    case mute
    case read
    case bookmark
    case highlight
    /// Follows its story.
    case follow
  }

  /// What is said of the articles that it hid: its name, or its query.
  public var name: String
  /// Which articles; their order does not matter.
  public var query: ArticleQuery
  /// In the order in which they are done.
  public var actions: [Action]

  /// Takes each fact as it is.
  public init(name: String, query: ArticleQuery, actions: [Action]) {
    self.name = name
    self.query = query
    self.actions = actions
  }
}

public import Articles

/// What rules did with new articles.
public struct RuleOutcome: Sendable, Hashable {
  /// How often something was done with an article.
  public var changes = 0
  /// Articles that a rule was to hide.
  public var muted: [ArticleID] = []

  /// Nothing was done.
  public init() {}
}

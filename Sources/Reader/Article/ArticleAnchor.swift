public import Articles

/// A place in an article that stays the same whatever the width at which the article is set.
public struct ArticleAnchor: Sendable, Hashable {
  /// Passages from the first of the body on; those above the body have negative numbers.
  public var passage: Int
  /// Bytes of UTF-8 from the start of the passage's text as it is shown.
  public var offset: Int

  /// The place `offset` bytes into a passage; places that do not exist are moved to the nearest.
  public init(passage: Int, offset: Int = 0) {
    self.passage = passage
    self.offset = offset
  }
}

/// An article and the place in it: what going back returns to.
public struct ReadingPlace: Sendable, Hashable {
  /// The article that was open.
  public var article: ArticleID
  /// The line that stood at the top; `nil` for the first one.
  public var anchor: ArticleAnchor?

  /// A place; without an anchor it is the start of the article.
  public init(article: ArticleID, anchor: ArticleAnchor? = nil) {
    self.article = article
    self.anchor = anchor
  }
}

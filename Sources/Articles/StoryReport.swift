/// One report on the time line of a story.
public struct StoryReport: Sendable, Hashable, Identifiable {
  /// The report.
  public var headline: Headline
  /// Sentences of it that tell what no earlier report told, in the order of its text.
  public var added: [String]

  /// The store's name for it.
  public var id: ArticleID { headline.id }

  /// Takes both as they are.
  public init(headline: Headline, added: [String]) {
    self.headline = headline
    self.added = added
  }
}

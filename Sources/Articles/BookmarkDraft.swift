public import FoundationEssentials

/// A bookmark of another program, or of another library, before the store has it.
public struct BookmarkDraft: Sendable, Hashable {
  /// The article; often only its title and address are known.
  public var article: ArticleDraft
  /// What is written on it.
  public var details: BookmarkDetails
  /// When it was made; `nil` when that is not known.
  public var added: Date?
  /// Passages that were kept from the article.
  public var quotes: [QuotedPassage]

  /// A bookmark with nothing written on it, unless given.
  public init(
    article: ArticleDraft, details: BookmarkDetails = BookmarkDetails(), added: Date? = nil,
    quotes: [QuotedPassage] = []
  ) {
    self.article = article
    self.details = details
    self.added = added
    self.quotes = quotes
  }
}

public import FoundationEssentials

/// The head of an article: one row of a list, without its text.
public struct Headline: Sendable, Hashable, Identifiable {
  /// The store's name for the article.
  public var id: ArticleID
  /// The headline.
  public var title: String
  /// The publication's name.
  public var source: String
  /// When the publication says that it published the article; the import's time when it is silent.
  public var published: Date
  /// When the publication last changed it.
  public var updated: Date?
  /// When it came into the store.
  public var fetched: Date
  /// Topic tags, the most telling first.
  public var topics: [String]
  /// As the byline names them.
  public var authors: [String]
  /// Address of the article on the web.
  public var link: String?
  /// The id that the feed gave.
  public var guid: String?
  /// Words of the body; reading time follows from it.
  public var words: Int
  /// Whether it was not opened yet.
  public var isUnread: Bool
  /// Whether it is in the library.
  public var isBookmarked: Bool
  /// The story that the article belongs to, when there are other reports of it.
  public var story: StoryID?
  /// The article that came first of those with the same text, itself perhaps; `nil` when no other
  /// article has its text.
  public var original: ArticleID?
  /// What is written on its bookmark; `nil` without one.
  public var bookmark: BookmarkMark?
  /// Why it is hidden; `nil` when it is not.
  public var muted: String?
  /// Whether a rule marked it as worth a look.
  public var isHighlighted = false
  /// Whether it, or another report of its story, is followed.
  public var isFollowed = false

  /// A head with nothing but the required facts, unread and without a bookmark.
  public init(
    id: ArticleID, title: String, source: String, published: Date, updated: Date? = nil,
    fetched: Date, topics: [String] = [], authors: [String] = [], link: String? = nil,
    guid: String? = nil, words: Int = 0, isUnread: Bool = true, isBookmarked: Bool = false,
    story: StoryID? = nil
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.published = published
    self.updated = updated
    self.fetched = fetched
    self.topics = topics
    self.authors = authors
    self.link = link
    self.guid = guid
    self.words = words
    self.isUnread = isUnread
    self.isBookmarked = isBookmarked
    self.story = story
  }

  /// Whole minutes that reading takes at 230 words a minute; at least 1.
  public var readingMinutes: Int { max(1, (words + 115) / 230) }
}

public import FoundationEssentials

/// The store's name for a story.
public struct StoryID: Sendable, Hashable, Comparable, RawRepresentable {
  /// The number that the store keeps.
  public let rawValue: Int64
  /// Takes each fact as it is.
  public init(rawValue: Int64) { self.rawValue = rawValue }
  /// Whether `a` was opened before `b`.
  public static func < (a: StoryID, b: StoryID) -> Bool { a.rawValue < b.rawValue }
}

/// An event with the articles that report it.
public struct Story: Sendable, Hashable, Identifiable {
  /// The store's name for it.
  public var id: StoryID
  /// The headline of its newest report.
  public var title: String
  /// Its reports, newest first.
  public var articles: [ArticleID]
  /// When its first report was published.
  public var first: Date
  /// When its newest report was published.
  public var last: Date
  /// Topics that most of its reports carry.
  public var topics: [String]

  /// Takes each fact as it is.
  public init(
    id: StoryID, title: String, articles: [ArticleID], first: Date, last: Date, topics: [String]
  ) {
    self.id = id
    self.title = title
    self.articles = articles
    self.first = first
    self.last = last
    self.topics = topics
  }
}

/// An article that belongs beside another one, and why.
public struct RelatedArticle: Sendable, Hashable, Identifiable {
  /// How two articles belong together.
  public enum Relation: String, Sendable, Hashable {
    /// Both report one event.
    case sameStory = "same_story"
    /// They share subjects: what led to it, what else happened there.
    case related
  }

  /// The other article.
  public var headline: Headline
  /// Closeness, 0...1; greater is closer.
  public var score: Double
  /// How it belongs here.
  public var relation: Relation
  /// The words that tie them, the strongest first.
  public var shared: [String]

  /// The store's name for it.
  public var id: ArticleID { headline.id }

  /// Takes each fact as it is.
  public init(headline: Headline, score: Double, relation: Relation, shared: [String]) {
    self.headline = headline
    self.score = score
    self.relation = relation
    self.shared = shared
  }
}

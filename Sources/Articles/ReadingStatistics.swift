public import FoundationEssentials

/// How much came, from where, and how much of it was read; made from what the store holds.
public struct ReadingStatistics: Sendable, Hashable {
  /// The articles of one day.
  public struct Day: Sendable, Hashable {
    /// When it began where the reader sits.
    public var start: Date
    /// How many articles there are.
    public var articles: Int
    /// How many of them are read.
    public var read: Int
    /// Seconds for which articles were read on that day, whenever these came.
    public var seconds = 0

    /// Takes each fact as it is.
    public init(start: Date, articles: Int, read: Int) {
      self.start = start
      self.articles = articles
      self.read = read
    }
  }

  /// The newest day first.
  public var days: [Day]
  /// Publications, the one with the most articles first.
  public var sources: [SourceCount]
  /// Topics, the commonest first.
  public var topics: [TopicCount]

  /// Takes each fact as it is.
  public init(days: [Day] = [], sources: [SourceCount] = [], topics: [TopicCount] = []) {
    self.days = days
    self.sources = sources
    self.topics = topics
  }

  /// Publications of which nothing was read.
  public var neverRead: [SourceCount] { sources.filter { $0.unread >= $0.articles } }
}

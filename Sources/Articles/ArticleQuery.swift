public import FoundationEssentials

/// Which articles, in which order: the one meaning of search line, topic filter, saved view, rule.
public struct ArticleQuery: Sendable, Hashable {
  /// What must be true of each article.
  public var condition: Condition
  /// In which order they come.
  public var sort: Sort

  /// Every article, newest first, unless said otherwise.
  public init(_ condition: Condition = .everything, sort: Sort = .newest) {
    self.condition = condition
    self.sort = sort
  }

  /// The order of the answer.
  public enum Sort: String, Sendable, Hashable, CaseIterable {
    case newest, oldest, relevance
    /// Bookmarks only: the one made last first, the one due first, folder by folder.
    case added, due, folder

    /// Whether only bookmarks have what it orders by.
    public var isOfBookmarks: Bool { [.added, .due, .folder].contains(self) }
  }

  /// A state that the reader gave an article.
  public enum State: String, Sendable, Hashable, CaseIterable {
    case unread, read, bookmarked, followed
    /// Bookmarked and wanted again by now.
    case due
    /// Hidden by a rule or by hand; lists leave these out unless they are asked for.
    case muted
    /// Marked by a rule as worth a look.
    case highlighted
  }

  /// A moment, absolute or counted back from now.
  public enum Moment: Sendable, Hashable {
    /// Seconds before now.
    case ago(Int)
    case at(Date)
    /// The beginning of today, or of so many days before it, in this zone.
    case midnight(daysAgo: Int, LocalZone)
  }

  /// What must be true of an article.
  public indirect enum Condition: Sendable, Hashable {
    case everything
    case all([Condition])
    case any([Condition])
    case not(Condition)
    /// A word somewhere in the text; a trailing `*` in the typed form makes it a beginning.
    case word(String, isPrefix: Bool)
    /// Words one after the other.
    case phrase(String)
    /// A topic tag, compared in its normalised form.
    case topic(String)
    /// A topic that the user gave by hand, in its normalised form.
    case label(String)
    /// Part of the publication's name.
    case source(String)
    /// Came by the subscription of this address.
    case feed(String)
    case author(String)
    /// A word of the headline.
    case title(String)
    case state(State)
    case since(Moment)
    case before(Moment)
    case language(String)
    case story(StoryID)
    /// Words of the text.
    case words(Comparison, Int)
    /// Minutes that reading takes.
    case minutes(Comparison, Int)
    case has(Part)
    /// Beside which article it is shown as related.
    case near(ArticleID)
    case pattern(TitlePattern)
    /// Bookmarked into this folder or one within it.
    case folder(String)
  }

  /// How a number stands to a limit.
  public enum Comparison: String, Sendable, Hashable, CaseIterable {
    case atMost = "<="
    case atLeast = ">="
    case below = "<"
    case above = ">"
    case equal = "="
  }

  /// Something that not every article has.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    case image, enclosure, revision
    /// Written on its bookmark, or kept from its text.
    case note, quote
    /// Whether other reports tell its story, whether it carries a topic at all.
    case story, topic
  }

  /// Whether muted articles are asked for, or about.
  public var concernsMuted: Bool { condition.concerns(.muted) }

  /// The same query, narrowed by one more condition.
  public func and(_ other: Condition) -> ArticleQuery {
    switch (condition, other) {
    case (_, .everything): self
    case (.everything, _): ArticleQuery(other, sort: sort)
    case (.all(let conditions), .all(let others)):
      ArticleQuery(.all(conditions + others), sort: sort)
    case (_, .all(let others)): ArticleQuery(.all([condition] + others), sort: sort)
    case (.all(let conditions), _): ArticleQuery(.all(conditions + [other]), sort: sort)
    default: ArticleQuery(.all([condition, other]), sort: sort)
    }
  }
}

extension ArticleQuery.Condition {
  /// Whether a state stands anywhere in it.
  fileprivate func concerns(_ wanted: ArticleQuery.State) -> Bool {
    switch self {
    case .state(let state): state == wanted
    case .all(let parts), .any(let parts): parts.contains { $0.concerns(wanted) }
    case .not(let inner): inner.concerns(wanted)
    default: false
    }
  }
}

public import Articles

/// Where the reader is, as it returns after a restart.
///
/// Zoom, zen and the live filter are of the moment and do not return; the list has the focus.
public struct Session: Sendable, Hashable {
  /// What the list is made of.
  public var view = NewsView.all
  /// The view of the user's own that the list shows; `view` is `all` then.
  public var saved: SavedView?
  /// Topics of the filter, in the order in which they were chosen.
  public var topics: [TopicChoice] = []
  /// The feed whose articles the list shows; `nil` for all.
  public var feed: FeedChoice?
  /// The search of the list.
  public var search = ""
  /// The order of the list.
  public var sort = ArticleQuery.Sort.newest
  /// The article under the cursor.
  public var cursor: ArticleID?
  /// Whether each headline takes one line.
  public var isDense = false
  /// Whether the related pane is hidden.
  public var hidesRelated = false
  /// Columns or rows that the list is larger than by default.
  public var listGrowth = 0
  /// The same of the related pane.
  public var relatedGrowth = 0
  /// The theme in use.
  public var theme: String?
  /// Searches typed before, the newest last; at most `searchLimit`.
  public var searches: [String] = []
  /// Command lines typed before, the newest last; at most `searchLimit`.
  public var commands: [String] = []
  /// Where articles were left, the newest last; at most `positionLimit`.
  public var positions: [Position] = []

  /// Places that were marked, by their letters.
  public var marks: [Character: Mark] = [:]

  /// A place that was marked.
  public struct Mark: Sendable, Hashable {
    /// The article.
    public var article: ArticleID
    /// The place in it; `nil` for its row in the list.
    public var anchor: ArticleAnchor?
    /// Its headline.
    public var title: String

    /// Takes each fact as it is.
    public init(article: ArticleID, anchor: ArticleAnchor?, title: String) {
      self.article = article
      self.anchor = anchor
      self.title = title
    }
  }

  /// Where an article was left.
  public struct Position: Sendable, Hashable {
    /// The article.
    public var article: ArticleID
    /// The place in it, which another width finds again.
    public var anchor: ArticleAnchor

    /// Takes both as they are.
    public init(article: ArticleID, anchor: ArticleAnchor) {
      self.article = article
      self.anchor = anchor
    }
  }

  /// Searches that are kept, and command lines.
  public static let searchLimit = 50
  /// Marks that are kept.
  public static let markLimit = 64
  /// Articles whose position is kept.
  public static let positionLimit = 200

  /// The session of a first start.
  public init() {}
}

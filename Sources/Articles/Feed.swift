public import FoundationEssentials

/// A subscription with what is known of its feed: a row of the list of sources.
public struct Feed: Sendable, Hashable {
  /// What the user subscribed to; its address names the feed for ever.
  public var subscription: Subscription
  /// How fetching it went.
  public var health: FeedHealth
  /// Articles of it in the store.
  public var articles: Int
  /// Those of them that are unread.
  public var unread: Int
  /// When its newest article was published; `nil` without articles.
  public var newest: Date?
  /// Articles a week, over the last four weeks.
  public var perWeek: Double

  /// A feed that was never fetched, unless said otherwise.
  public init(
    subscription: Subscription, health: FeedHealth = FeedHealth(), articles: Int = 0,
    unread: Int = 0, newest: Date? = nil, perWeek: Double = 0
  ) {
    self.subscription = subscription
    self.health = health
    self.articles = articles
    self.unread = unread
    self.newest = newest
    self.perWeek = perWeek
  }

  /// What it is called: the user's name for it, else its own, else its address.
  public var name: String {
    for name in [subscription.title, health.title] {
      if let name, !name.isEmpty { return name }
    }
    return subscription.url
  }
}

/// How fetching a feed went, and what the next fetch needs to know.
public struct FeedHealth: Sendable, Hashable {
  /// The name that the feed gives itself.
  public var title: String?
  /// The page that the feed belongs to.
  public var site: String?
  /// Where the feed is now, when its server said that it moved for good.
  public var movedTo: String?
  /// The server's mark of the last version that was read (RFC 9110, `ETag`).
  public var etag: String?
  /// The server's date of the last version that was read (`Last-Modified`), as it was sent.
  public var lastModified: String?
  /// When it was last asked for; `nil` when never.
  public var checked: Date?
  /// When it was last read without an error, whether there was something new or not.
  public var succeeded: Date?
  /// When it is to be asked for again; `nil` means at once.
  public var due: Date?
  /// Errors in a row.
  public var failures: Int
  /// What was wrong at the last fetch, in words for the user; `nil` when nothing was.
  public var problem: String?
  /// Whether the server said that the feed is gone for good.
  public var isGone: Bool
  /// Seconds between fetches, learnt from the feed's own rhythm.
  public var interval: Int?

  /// The health of a feed that was never fetched.
  public init() {
    failures = 0
    isGone = false
  }
}

public import Articles

/// What the user wants of fetching: for all feeds, for those of a tag, for one.
public struct FetchSettings: Sendable, Hashable {
  /// Transfers at one time; 1...64.
  public var connections = 32
  /// Transfers at one time from one host; 1...32.
  public var connectionsPerHost = 2
  /// For every feed that nothing else is said of.
  public var all = FeedSettings()
  /// By tag, for the feeds that carry it; the first tag of a feed that says something counts.
  public var byTag: [String: FeedSettings] = [:]
  /// By the subscription's address.
  public var byFeed: [String: FeedSettings] = [:]

  /// The usual settings.
  public init() {}

  /// What holds for one feed: its own settings, then its tags', then all feeds'.
  public func settings(for subscription: Subscription) -> FeedSettings {
    var settings = byFeed[subscription.url] ?? FeedSettings()
    for tag in subscription.tags {
      if let more = byTag[tag] { settings.fill(from: more) }
    }
    settings.fill(from: all)
    return settings
  }
}

/// What the user wants of one feed; `nil` where nothing is said.
public struct FeedSettings: Sendable, Hashable {
  /// Seconds between fetches, instead of what the feed's rhythm tells; 300...30 days.
  public var interval: Int?
  /// Articles that are kept of it at most.
  public var limit: Int?
  /// Days for which an article is kept.
  public var keepDays: Int?
  /// How the program introduces itself.
  public var userAgent: String?
  /// What its articles name as their source.
  public var title: String?
  /// Whether it is left out of the list of sources.
  public var isHidden: Bool?
  /// Name and password, by Basic or Digest.
  public var credentials: HTTPRequest.Credentials?
  /// A program whose first line is the password, with its arguments; empty for none.
  ///
  /// Nothing here runs it: who reads the settings does, before anything is fetched.
  public var passwordCommand: [String] = []
  /// Whether the pages of its articles are fetched for their text.
  public var fullText: FullTextRule?

  /// When the page of an article is fetched.
  public enum FullTextRule: String, Sendable, Hashable, CaseIterable {
    /// As soon as the feed brings the article.
    case always
    /// Not even when the user asks for it in the reader.
    case never
  }

  /// Nothing said.
  public init() {}

  /// Takes over what is not said yet.
  mutating func fill(from other: FeedSettings) {
    interval = interval ?? other.interval
    limit = limit ?? other.limit
    keepDays = keepDays ?? other.keepDays
    userAgent = userAgent ?? other.userAgent
    title = title ?? other.title
    isHidden = isHidden ?? other.isHidden
    if credentials == nil {
      credentials = other.credentials
      passwordCommand = other.passwordCommand
    }
    fullText = fullText ?? other.fullText
  }
}

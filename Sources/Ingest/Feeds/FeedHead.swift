public import FoundationEssentials

/// What a feed says about itself.
public struct FeedHead: Sendable, Hashable {
  /// Its name, in one line.
  public var title: String?
  /// Address of the page that the feed belongs to.
  public var link: String?
  /// BCP 47, as the feed gives it.
  public var language: String?
  /// What it is about, in one line.
  public var description: String?
  /// When it last changed.
  public var updated: Date?
  /// When this issue of it came out, where it says so.
  public var published: Date?
  /// Address of its picture.
  public var icon: String?
  /// The feed's own id, where its format has one.
  public var id: String?
  /// Who writes it, as the feed names them.
  public var authors: [String] = []
  /// What it calls its subjects.
  public var topics: [String] = []
  /// Minutes for which it may be kept (`ttl` of RSS), 0...43,200.
  public var minutesToLive: Int?
  /// Seconds between fetches that it asks for, 300...2,592,000.
  ///
  /// The longer one of `ttl` and of the syndication module's period divided by its frequency.
  public var suggestedInterval: Int?
  /// Hours of the day in UTC, 0...23, in which it need not be fetched (`skipHours`); never all.
  public var skippedHours: Set<Int> = []
  /// Days of the week in UTC, 0 for Sunday to 6, on which it need not be fetched; never all.
  public var skippedDays: Set<Int> = []
  /// Where it says that it has moved (`itunes:new-feed-url`), an http or https address.
  ///
  /// Advice that anyone who can write into the feed can give; never to be followed unasked.
  public var newAddress: String?

  /// A feed of which nothing is known yet.
  public init() {}
}

public import FoundationEssentials

/// What a feed says about itself.
public struct FeedHead: Sendable, Hashable {
  public var title: String?
  /// Address of the page that the feed belongs to.
  public var link: String?
  public var language: String?
  public var description: String?
  public var updated: Date?
  public var icon: String?

  public init() {}
}

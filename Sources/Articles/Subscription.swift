/// A feed that a list of subscriptions names.
public struct Subscription: Sendable, Hashable {
  /// Where its articles come from.
  public enum Origin: Sendable, Hashable {
    /// `url` is fetched.
    case feed
    /// Articles that a query in newsboat's filter language finds; `url` is the whole entry.
    case query(name: String, filter: String)
    /// A program's output would be the feed. It is listed and never run without an explicit yes.
    case command(String)
    /// A feed that a program would change. It is listed and never run without an explicit yes.
    case filter(command: String, url: String)
  }

  /// The address, or the entry as it stood in the list when it is no feed.
  public var url: String
  /// What the user or the list calls it.
  public var title: String?
  /// Address of the page that the feed belongs to.
  public var site: String?
  /// Topic tags.
  ///
  /// A feed in the folder `inner` of `outer` has `outer` and `outer/inner`.
  public var tags: [String] = []
  /// Names of the folders around it, the outermost first.
  public var folder: [String] = []
  /// Whether the list asks not to show it among the feeds.
  public var isHidden = false
  /// Where its articles come from.
  public var origin = Origin.feed
  /// Attributes of OPML that have no meaning here, to be written back.
  public var attributes: [String: String] = [:]

  /// A feed at an address.
  public init(url: String) { self.url = url }

  /// Whether it is a file of this machine; only the user's own word makes such a subscription.
  public var isLocal: Bool { origin == .feed && url.hasPrefix("file:///") }

  /// Whether it can be fetched as it is.
  public var isFetchable: Bool {
    guard origin == .feed else { return false }
    return url.hasPrefix("http://") || url.hasPrefix("https://")
  }
}

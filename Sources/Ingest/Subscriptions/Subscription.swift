/// A feed that a list of subscriptions names.
public struct Subscription: Sendable, Hashable {
  public var url: String
  public var title: String?
  /// Topic tags; folders of OPML become `outer/inner`.
  public var tags: [String] = []

  public init(url: String) { self.url = url }
}

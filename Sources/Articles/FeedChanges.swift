/// What became of subscriptions in one step, by their addresses.
public struct FeedChanges: Sendable, Hashable {
  /// A subscription.
  public struct Item: Sendable, Hashable {
    /// Its address.
    public var url: String
    /// What it is called; the address for one without a name.
    public var name: String

    /// Takes both as they are.
    public init(url: String, name: String) {
      self.url = url
      self.name = name
    }
  }

  /// Those that the user did not have before.
  public var added: [Item] = []
  /// Those that the user has no more.
  public var removed: [Item] = []
  /// Those of which something else is said: the title, the tags, whether it is hidden.
  public var edited: [Item] = []

  /// Nothing yet.
  public init() {}

  /// All of them.
  public var count: Int { added.count + removed.count + edited.count }
}

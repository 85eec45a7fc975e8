import Articles

/// An article head as the command line prints it for programs.
struct HeadJSON: Encodable {
  var id: String
  var title: String
  var source: String
  var published: String
  var updated: String?
  var fetched: String
  var topics: [String]
  var authors: [String]
  var link: String?
  var unread: Bool
  var bookmarked: Bool
  var story: String?
  var guid: String?
  var words: Int
  var muted: String?
  var highlighted: Bool?
  var followed: Bool?
  var original: String?

  init(_ head: Headline) {
    id = head.id.description
    title = head.title
    source = head.source
    published = CivilTime.rfc3339(head.published)
    updated = head.updated.map(CivilTime.rfc3339)
    fetched = CivilTime.rfc3339(head.fetched)
    topics = head.topics
    authors = head.authors
    link = head.link
    unread = head.isUnread
    bookmarked = head.isBookmarked
    story = head.story.map { String($0.rawValue) }
    guid = head.guid
    words = head.words
    muted = head.muted
    highlighted = head.isHighlighted ? true : nil
    followed = head.isFollowed ? true : nil
    original = head.original?.description
  }
}

/// A whole article as `show --json` prints it: the head and what the article pane shows.
struct ArticleJSON: Encodable {
  private let article: Article

  init(_ article: Article) { self.article = article }

  private enum CodingKeys: String, CodingKey {
    case dateline, highlights, image, summary, paragraphs, links, enclosures, language, comments
    case shortLink = "short_link"
    case contentHTML = "content_html"
  }

  func encode(to encoder: any Encoder) throws {
    try HeadJSON(article.head).encode(to: encoder)
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encodeIfPresent(article.dateline, forKey: .dateline)
    try fields.encode(article.highlights, forKey: .highlights)
    try fields.encodeIfPresent(article.picture.map(PictureJSON.init), forKey: .image)
    try fields.encodeIfPresent(article.shortLink, forKey: .shortLink)
    if !article.summary.isEmpty { try fields.encode(article.summary.plainText, forKey: .summary) }
    try fields.encode(article.body.plainParagraphs, forKey: .paragraphs)
    try fields.encode(article.body.html, forKey: .contentHTML)
    try fields.encode(article.body.links, forKey: .links)
    try fields.encode(article.enclosures.map(EnclosureJSON.init), forKey: .enclosures)
    try fields.encodeIfPresent(article.language, forKey: .language)
    try fields.encodeIfPresent(article.comments, forKey: .comments)
  }
}

/// A picture: `{"url","caption","credit"}`.
struct PictureJSON: Encodable {
  var url: String?
  var caption: String?
  var credit: String?

  init(_ picture: Picture) {
    url = picture.url
    caption = picture.caption
    credit = picture.credit
  }
}

/// A file that belongs to an article: `{"url","type","length"}`.
struct EnclosureJSON: Encodable {
  var url: String
  var type: String?
  var length: Int?

  init(_ enclosure: Enclosure) {
    url = enclosure.url
    type = enclosure.type
    length = enclosure.length
  }
}

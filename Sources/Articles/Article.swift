/// One report, whole: what the article pane shows and what a bookmark keeps a copy of.
public struct Article: Sendable, Hashable, Identifiable {
  /// What its row in the list shows.
  public var head: Headline
  /// The place that opens the report: "Islamabad".
  public var dateline: String?
  /// The bullets above the body.
  public var highlights: [String]
  /// The lead picture with its caption.
  public var picture: Picture?
  /// The publication's own short address of it.
  public var shortLink: String?
  /// The feed's short form of the text, when it differs from the body.
  public var summary: Body
  /// The full text.
  public var body: Body
  /// BCP 47, as the source gives it.
  public var language: String?
  /// Files that belong to it.
  public var enclosures: [Enclosure]
  /// Address of the page with readers' comments.
  public var comments: String?
  /// Whether the text of its page was fetched, and which text stands in `body`.
  public var fullText = FullText.none

  /// The store's name for it.
  public var id: ArticleID { head.id }

  /// The article that a draft becomes once the store gave it its head.
  public init(head: Headline, draft: ArticleDraft) {
    self.head = head
    dateline = draft.dateline
    highlights = draft.highlights
    picture = draft.picture
    shortLink = draft.shortLink
    summary = draft.summary
    body = draft.body
    language = draft.language
    enclosures = draft.enclosures
    comments = draft.comments
  }
}

/// A picture of an article: its address and the words that stand under it.
public struct Picture: Sendable, Hashable {
  /// Its address.
  public var url: String?
  /// What the picture shows.
  public var caption: String?
  /// Who made or gave it: "HEC/File".
  public var credit: String?
  /// Where the picture leads, when it stands in a link; else the first link of its caption.
  public var link: String?
  /// What the page has its readers told who do not see the picture.
  public var alternative: String?

  /// Takes each fact as it is.
  public init(
    url: String? = nil, caption: String? = nil, credit: String? = nil, link: String? = nil,
    alternative: String? = nil
  ) {
    self.url = url
    self.caption = caption
    self.credit = credit
    self.link = link
    self.alternative = alternative
  }
}

/// A file that belongs to an article: a podcast's sound, a video.
public struct Enclosure: Sendable, Hashable {
  /// Its address.
  public var url: String
  /// The media type as the feed gives it: "audio/mpeg".
  public var type: String?
  /// Bytes, as the feed claims.
  public var length: Int?

  /// Takes each fact as it is.
  public init(url: String, type: String? = nil, length: Int? = nil) {
    self.url = url
    self.type = type
    self.length = length
  }
}

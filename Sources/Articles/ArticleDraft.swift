public import FoundationEssentials

/// What a parser hands over: an article that the store has not seen yet.
public struct ArticleDraft: Sendable, Hashable {
  /// The headline.
  public var title: String
  /// The publication's name.
  public var source: String
  /// Address of the feed that it came in; `nil` for an imported page.
  public var feed: String?
  /// The id that the feed gave.
  public var guid: String?
  /// Address of the article on the web.
  public var link: String?
  /// The publication's own short address of it.
  public var shortLink: String?
  /// When the publication says that it published the article.
  public var published: Date?
  /// When the publication last changed it.
  public var updated: Date?
  /// As the byline names them.
  public var authors: [String] = []
  /// Topics that the page, the feed or the user named, as they wrote them.
  public var topics: [String] = []
  /// BCP 47, as the source gives it: "en", "pt-BR".
  public var language: String?
  /// The place that opens the report, in ordinary case: "Islamabad".
  public var dateline: String?
  /// The bullets above the body.
  public var highlights: [String] = []
  /// The lead picture with its caption.
  public var picture: Picture?
  /// The feed's short form of the text; empty when there is none.
  public var summary = Body()
  /// The full text.
  public var body = Body()
  /// Files that belong to it.
  public var enclosures: [Enclosure] = []
  /// Address of the page with readers' comments.
  public var comments: String?

  /// A draft of which nothing more is known yet.
  public init(title: String, source: String, body: Body = Body()) {
    self.title = title
    self.source = source
    self.body = body
  }

  /// The text to read: the body, or the summary where there is nothing else.
  public var text: Body { body.isEmpty ? summary : body }
}

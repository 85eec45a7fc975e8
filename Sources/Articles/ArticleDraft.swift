public import FoundationEssentials

/// What a parser hands over: an article that the store has not seen yet.
public struct ArticleDraft: Sendable, Hashable {
  public var title: String
  /// The publication's name.
  public var source: String
  /// Address of the feed that it came in; `nil` for an imported page.
  public var feed: String?
  /// The id that the feed gave.
  public var guid: String?
  public var link: String?
  public var shortLink: String?
  public var published: Date?
  public var updated: Date?
  public var authors: [String] = []
  /// Topics that the page, the feed or the user named, as they wrote them.
  public var topics: [String] = []
  /// BCP 47, as the source gives it: "en", "pt-BR".
  public var language: String?
  /// The place that opens the report, in ordinary case: "Islamabad".
  public var dateline: String?
  public var highlights: [String] = []
  public var picture: Picture?
  /// The feed's short form of the text; empty when there is none.
  public var summary = Body()
  public var body = Body()
  public var enclosures: [Enclosure] = []
  /// Address of the page with readers' comments.
  public var comments: String?

  public init(title: String, source: String, body: Body = Body()) {
    self.title = title
    self.source = source
    self.body = body
  }

  /// The text to read: the body, or the summary where there is nothing else.
  public var text: Body { body.isEmpty ? summary : body }
}

public import Articles

/// What analysis reads of an article: its words, without styles, links or pictures.
public struct ArticleText: Sendable, Hashable {
  /// The headline.
  public var title: String
  /// The bullets above the body.
  public var highlights: [String]
  /// The text of each block, in reading order.
  public var paragraphs: [String]
  /// The place that opens the report: "Islamabad".
  public var dateline: String?
  /// The publication's name.
  public var source: String
  /// Topics that the page, the feed or the user named, as they wrote them.
  public var givenTopics: [String]
  /// BCP 47, as the source gives it.
  public var language: String?

  /// A text of its parts.
  public init(
    title: String, highlights: [String] = [], paragraphs: [String] = [], dateline: String? = nil,
    source: String = "", givenTopics: [String] = [], language: String? = nil
  ) {
    self.title = title
    self.highlights = highlights
    self.paragraphs = paragraphs
    self.dateline = dateline
    self.source = source
    self.givenTopics = givenTopics
    self.language = language
  }

  /// The text of a draft: its body, or its summary where there is nothing else.
  public init(_ draft: ArticleDraft) {
    self.init(
      title: draft.title, highlights: draft.highlights, paragraphs: draft.text.plainParagraphs,
      dateline: draft.dateline, source: draft.source, givenTopics: draft.topics,
      language: draft.language)
  }

  /// The text of a stored article.
  /// - Parameters:
  ///   - article: The article.
  ///   - givenTopics: The topics that did not come from analysis; the head's topics when the caller
  ///     does not tell them apart.
  public init(_ article: Article, givenTopics: [String]? = nil) {
    let body = article.body.isEmpty ? article.summary : article.body
    self.init(
      title: article.head.title, highlights: article.highlights,
      paragraphs: body.plainParagraphs, dateline: article.dateline, source: article.head.source,
      givenTopics: givenTopics ?? article.head.topics, language: article.language)
  }

  /// Bytes of text that are analysed; what follows in a longer article is not looked at.
  public static let byteLimit = 200_000
}

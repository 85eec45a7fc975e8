public import Articles
public import FoundationEssentials

/// The article of one HTML page, without the page around it.
public struct ExtractedArticle: Sendable, Hashable {
  /// The headline; empty when the page has none.
  public var title: String
  /// Those who wrote it, joined by commas.
  public var byline: String?
  /// When the page says that it was published.
  public var published: Date?
  /// Seconds that the page's own clock is ahead of UTC at that moment; 0 where it names no zone.
  public var publishedOffset: Int
  /// The publication's name.
  public var site: String?
  /// Address of the lead picture.
  public var image: String?
  /// What the page says of itself in a sentence or two.
  public var excerpt: String?
  /// BCP 47, as the page gives it.
  public var language: String?
  /// The text in blocks; empty when the page has no article.
  public var body: Body

  /// The text without markup and without the words under pictures, paragraphs parted by line ends.
  public var text: String { body.prose }

  /// Finds the article of a page.
  ///
  /// Takes time in proportion to the bytes, and bounded memory; no content makes it trap or hang.
  /// - Parameters:
  ///   - bytes: The page, unpacked; at most 16 MiB, of which the first 4 MiB are looked at.
  ///   - context: What is known about it from outside; its base is the page's own address.
  /// - Throws: `IngestError` when the bytes are no page.
  public init(_ bytes: [UInt8], in context: IngestContext) throws(IngestError) {
    guard bytes.count <= IngestLimits.document else {
      throw .tooLarge(bytes: bytes.count, limit: IngestLimits.document)
    }
    if let name = BinaryContents.name(bytes) { throw .notNews(.file(name)) }
    // A page that is valid UTF-8 was turned into it when it was saved, whatever its head says.
    let isUTF8 = bytes.count { $0 >= 0x80 } > 32 && UTF8Repair.isValid(bytes)
    let page = TextDecoding.utf8(
      bytes, contentType: isUTF8 ? "text/html; charset=utf-8" : context.contentType)
    guard page.contains(where: { $0 > 0x20 }) else { throw .empty }
    if BinaryContents.isNoise(page) { throw .notNews(.binary) }
    self = HTMLPage.article(page, in: context)
  }

  init(
    title: String, byline: String?, published: Date?, publishedOffset: Int, site: String?,
    image: String?, excerpt: String?, language: String?, body: Body
  ) {
    self.title = title
    self.byline = byline
    self.published = published
    self.publishedOffset = publishedOffset
    self.site = site
    self.image = image
    self.excerpt = excerpt
    self.language = language
    self.body = body
  }
}

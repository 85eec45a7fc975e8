import Articles
import Ingest

/// One line of `extract`: the article of a page.
struct ExtractedJSON: Encodable {
  private let file: String
  let error: String?
  private let article: ExtractedArticle?

  init(file: String, _ article: ExtractedArticle) {
    self.file = file
    self.article = article
    error = nil
  }

  /// A page that cannot be read.
  init(file: String, error: String) {
    self.file = file
    self.error = error
    article = nil
  }

  private enum CodingKeys: String, CodingKey {
    case file, title, byline, published, site, image, excerpt, language, text, error
    case contentHTML = "content_html"
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(file, forKey: .file)
    try fields.encodeIfPresent(error, forKey: .error)
    guard let article else { return }
    try fields.encode(article.title, forKey: .title)
    try fields.encodeIfPresent(article.byline, forKey: .byline)
    // The clock of the page: the day that stands there is the day that its readers saw.
    let published = article.published.map {
      CivilTime.rfc3339($0, offset: article.publishedOffset)
    }
    try fields.encodeIfPresent(published, forKey: .published)
    try fields.encodeIfPresent(article.site, forKey: .site)
    try fields.encodeIfPresent(article.image, forKey: .image)
    try fields.encodeIfPresent(article.excerpt, forKey: .excerpt)
    try fields.encodeIfPresent(article.language, forKey: .language)
    try fields.encode(article.body.html, forKey: .contentHTML)
    try fields.encode(article.text, forKey: .text)
  }
}

public import Articles
import FoundationEssentials
import Ingest
import Storage

extension FullTextFetcher {
  /// Fetches a page that its user wants to read, and stores its article.
  ///
  /// A page that the store has already is the same article.
  /// - Throws: `FullTextError`; then nothing was changed.
  public func fetchPage(_ address: String) async throws(FullTextError) -> ArticleID {
    let url = WebAddress.withoutTracking(address)
    let response = try await response(
      to: HTTPRequest(
        url: url, userAgent: settings.all.userAgent ?? userAgent, accept: HTTPRequest.pages))
    let article = try Self.article(of: response)
    guard article.body.wordCount >= Self.leastWords else { throw .noArticle }
    let now = Date()
    do throws(StoreError) {
      let outcome = try await store.merge([Self.draft(article, response)], fetched: now)
      guard let id = (outcome.new + outcome.changed + outcome.unchanged).first else {
        throw StoreError.unreadableArticle(0)
      }
      return id
    } catch {
      throw .store(error)
    }
  }

  private static func draft(
    _ article: ExtractedArticle, _ response: HTTPResponse
  ) -> ArticleDraft {
    let host = (try? HTTPAddress(response.url))?.host ?? ""
    let name = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    var draft = ArticleDraft(
      title: article.title.isEmpty ? response.url : article.title,
      source: article.site ?? name, body: article.body)
    draft.link = WebAddress.withoutTracking(response.url)
    draft.published = article.published
    draft.authors = authors(of: article)
    draft.picture = article.image.map { Picture(url: $0) }
    draft.language = article.language
    return draft
  }
}

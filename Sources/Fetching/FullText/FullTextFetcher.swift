public import Articles
import FoundationEssentials
import Ingest
public import Storage

/// Fetches the page of an article and keeps the text that it finds there.
public struct FullTextFetcher: Sendable {
  let store: ArticleStore
  let client: HTTPClient
  let settings: FetchSettings
  let userAgent: String

  /// A fetcher for a store.
  /// - userAgent: How the program introduces itself where the settings say nothing else.
  public init(
    store: ArticleStore, client: HTTPClient, settings: FetchSettings, userAgent: String
  ) {
    self.store = store
    self.client = client
    self.settings = settings
    self.userAgent = userAgent
  }

  /// Words from which on a text counts as an article.
  static let leastWords = 25

  /// Fetches the page of one article because its user asks for it.
  ///
  /// A page with fewer words than the article has is kept only when the feed gave next to nothing.
  /// - Returns: Words of the text that is shown now.
  /// - Throws: `FullTextError`; then nothing was changed.
  public func fetch(_ id: ArticleID) async throws(FullTextError) -> Int {
    let job: FullTextJob?
    do throws(StoreError) {
      job = try await store.fullTextJob(of: id)
    } catch {
      throw .store(error)
    }
    guard let job else { throw .noAddress }
    let settings = try await settings(of: job)
    if settings.fullText == .never { throw .switchedOff }
    return try await fetch(job, settings)
  }

  /// What the user wants of an article's feed.
  func settings(of job: FullTextJob) async throws(FullTextError) -> FeedSettings {
    guard let feed = job.feed else { return settings.all }
    do throws(StoreError) {
      let known = try await store.subscriptions().first { $0.url == feed }
      return settings.settings(for: known ?? Subscription(url: feed))
    } catch {
      throw .store(error)
    }
  }

  /// Fetches the page of an article and stores its text.
  func fetch(_ job: FullTextJob, _ settings: FeedSettings) async throws(FullTextError) -> Int {
    var request = HTTPRequest(
      url: WebAddress.withoutTracking(job.link), userAgent: settings.userAgent ?? userAgent,
      accept: HTTPRequest.pages)
    if let feed = job.feed {
      if Self.haveSameOrigin(feed, job.link) { request.credentials = settings.credentials }
      request.refusing = NetworkAddress.refused(toFeed: feed)
    }
    let article = try Self.article(of: try await response(to: request))
    let text = FetchedText(
      body: article.body, picture: article.image.map { Picture(url: $0) },
      authors: Self.authors(of: article))
    let words = text.body.wordCount
    guard words >= Self.leastWords else { throw .noArticle }
    guard words > job.words else { throw .notLonger(words: words) }
    let isKept: Bool
    do throws(StoreError) {
      isKept = try await store.saveFullText(text, of: job.id, now: Date())
    } catch {
      throw .store(error)
    }
    guard isKept else { throw .noAddress }
    return words
  }

  func response(to request: HTTPRequest) async throws(FullTextError) -> HTTPResponse {
    do throws(HTTPError) {
      return try await client.response(to: request)
    } catch {
      throw error == .cancelled ? .cancelled : .http(error)
    }
  }

  /// The article of what a server answered.
  static func article(of response: HTTPResponse) throws(FullTextError) -> ExtractedArticle {
    switch response.status {
    case 200: break
    case 429, 503:
      throw .busy(retryAfter: Freshness.retryAfter(response.headers["retry-after"], now: Date()))
    default: throw .status(response.status)
    }
    let context = IngestContext(
      now: Date(), base: response.url, contentType: response.headers["content-type"])
    do throws(IngestError) {
      return try ExtractedArticle(response.body, in: context)
    } catch {
      throw .noArticle
    }
  }

  static func authors(of article: ExtractedArticle) -> [String] {
    article.byline.map { $0.split(separator: ",").map(\.trimmedSpaces) } ?? []
  }

  private static func haveSameOrigin(_ a: String, _ b: String) -> Bool {
    guard let a = try? HTTPAddress(a), let b = try? HTTPAddress(b) else { return false }
    return a.isSameOrigin(as: b)
  }
}

extension Substring {
  /// Without spaces at its ends.
  fileprivate var trimmedSpaces: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}

/// Why the page of an article gave no text.
public enum FullTextError: Error, Sendable, Hashable {
  /// The article is gone, or has no address.
  case noAddress
  /// The user's settings say `full_text = "never"`.
  case switchedOff
  /// No answer.
  case http(HTTPError)
  /// The server wants to be left alone for so many seconds.
  case busy(retryAfter: Int?)
  /// The server's status, when it is not 200.
  case status(Int)
  /// The page holds no article.
  case noArticle
  /// The page has no more text than the feed gave.
  case notLonger(words: Int)
  case cancelled
  case store(StoreError)

  /// The reason in words: one line, without the address.
  public var words: String {
    switch self {
    case .noAddress: "the article has no address"
    case .switchedOff: "it is switched off for this feed"
    case .http(let error): error.words
    case .busy: "the server asks to wait"
    case .status(401), .status(402), .status(403): "the server refuses the page"
    case .status(404), .status(410): "there is no such page any more"
    case .status(let status): "the server answered \(status)"
    case .noArticle: "no article was found on the page"
    case .notLonger(let words): "the page has no more text (\(words) words)"
    case .cancelled: "interrupted"
    case .store: "the text could not be stored"
    }
  }

  /// Whether asking again later may help.
  public var passes: Bool {
    switch self {
    case .http(.unsupportedScheme), .http(.badAddress), .http(.tooLarge), .http(.privateAddress):
      false
    case .http, .busy, .cancelled, .store: true
    case .status(let status): status >= 500 || status == 408
    case .noAddress, .switchedOff, .noArticle, .notLonger: false
    }
  }
}

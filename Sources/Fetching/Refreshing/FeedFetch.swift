import Articles
import FoundationEssentials
import Ingest
import Storage

/// Fetching one feed: what is asked, and what the answer means for its health.
struct FeedFetch: Sendable {
  var feed: Feed
  var settings: FeedSettings
  var userAgent: String
  var schedule: FeedSchedule

  /// What came of it.
  enum Outcome: Sendable {
    case unchanged(FeedHealth)
    case read(FetchedFeed)
    /// The reason is in the health; the server's wish for a pause, in seconds, counts for its host.
    /// `content` says what was wrong with an answer that came whole.
    case failed(FeedHealth, pause: Int?, content: IngestError?)
    /// Nothing was asked or learnt.
    case interrupted
  }

  /// The address that is asked.
  var address: String { feed.health.movedTo ?? feed.subscription.url }

  func outcome(by client: HTTPClient) async -> Outcome {
    var request = HTTPRequest(
      url: address, userAgent: settings.userAgent ?? userAgent, etag: feed.health.etag,
      lastModified: feed.health.lastModified, credentials: settings.credentials)
    // Marks without articles would keep an empty store empty.
    if feed.health.succeeded == nil { (request.etag, request.lastModified) = (nil, nil) }
    do throws(HTTPError) {
      return outcome(of: try await answer(to: request, by: client))
    } catch {
      if error == .cancelled { return .interrupted }
      if case .unknownHost = error { return failed(error.words, leadsNowhere: true) }
      return failed(error.words)
    }
  }

  /// What stands at the address, whatever was there before.
  func answer(by client: HTTPClient) async throws(HTTPError) -> HTTPResponse {
    try await answer(
      to: HTTPRequest(
        url: address, userAgent: settings.userAgent ?? userAgent,
        credentials: settings.credentials), by: client)
  }

  private func answer(
    to request: HTTPRequest, by client: HTTPClient
  ) async throws(HTTPError) -> HTTPResponse {
    guard feed.subscription.isLocal else { return try await client.response(to: request) }
    let path = HTTPAddress.decoded(String(request.url.dropFirst("file://".count)))
    do throws(FileError) {
      let file = try SavedFile(path: path, limit: NewsDocument.byteLimit, unpacking: true)
      return HTTPResponse(status: 200, headers: [:], body: file.bytes, url: request.url)
    } catch {
      switch error {
      case .tooLarge(_, let limit): throw .tooLarge(limit: limit)
      case .missing: throw .failed("there is no such file")
      default: throw .failed("the file cannot be read")
      }
    }
  }

  private func failed(
    _ words: String, retryAfter: Int? = nil, pausesHost: Bool = false, isGone: Bool = false,
    leadsNowhere: Bool = false, content: IngestError? = nil
  ) -> Outcome {
    var health = feed.health
    health.checked = schedule.now
    health.failures = min(health.failures, 1_000_000) + 1
    health.problem = words
    health.isGone = isGone
    if isGone || leadsNowhere, health.movedTo != nil {
      // The address to which the feed once moved is no more: next time the user's own is asked.
      (health.movedTo, health.etag, health.lastModified) = (nil, nil, nil)
      health.isGone = false
    }
    health.due = schedule.next(failures: health.failures, retryAfter: retryAfter)
    return .failed(
      health, pause: pausesHost ? retryAfter ?? FeedSchedule.firstPause : nil, content: content)
  }

  /// What an answer means.
  func outcome(of response: HTTPResponse) -> Outcome {
    switch response.status {
    case 304: return unchanged(response)
    case 200: return read(response)
    case 204: return unchanged(response)
    case 410: return failed("the feed is gone for good (410)", isGone: true)
    case 429, 503:
      let pause = Freshness.retryAfter(response.headers["retry-after"], now: schedule.now)
      let reason = response.status == 429 ? "asked to wait (429)" : "not available now (503)"
      return failed(
        "the server \(response.status == 429 ? reason : "is " + reason)", retryAfter: pause,
        pausesHost: response.status == 429 || pause != nil)
    case 401: return failed("it wants a name and a password (401)")
    case 403: return failed("the server refuses it (403)")
    case 404: return failed("there is no such page (404)", leadsNowhere: true)
    default: return failed("the server answered \(response.status)")
    }
  }

  private func unchanged(_ response: HTTPResponse) -> Outcome {
    var health = succeeded(response)
    // Silence makes the pauses longer, a little each time.
    let interval = feed.health.interval ?? 3_600
    health.interval = min(interval + interval / 10, FeedSchedule.longest)
    health.due = due(health, response, hints: QuietTimes())
    return .unchanged(health)
  }

  private func succeeded(_ response: HTTPResponse) -> FeedHealth {
    var health = feed.health
    health.checked = schedule.now
    health.succeeded = schedule.now
    health.failures = 0
    health.problem = nil
    health.isGone = false
    if let address = response.permanentURL, response.status == 200 {
      health.movedTo = address == feed.subscription.url ? nil : address
    }
    return health
  }

  private func due(_ health: FeedHealth, _ response: HTTPResponse, hints: QuietTimes) -> Date {
    schedule.next(
      interval: settings.interval ?? health.interval ?? 3_600, isFixed: settings.interval != nil,
      wishes: [hints.interval, Freshness.maxAge(response.headers["cache-control"])], hints: hints)
  }

  private func read(_ response: HTTPResponse) -> Outcome {
    let context = IngestContext(
      now: schedule.now, base: response.url, contentType: response.headers["content-type"])
    let document: NewsDocument
    do throws(IngestError) {
      document = try NewsDocument.read(response.body, in: context)
    } catch {
      return failed(error.feedWords, content: error)
    }
    guard let head = document.feed else {
      return failed(
        document.format == .page
          ? "this is a page, not a feed" : "this is a list of subscriptions, not a feed")
    }
    var health = succeeded(response)
    health.title = head.title ?? health.title
    health.site = head.link ?? health.site
    health.etag = response.headers["etag"].flatMap { $0.utf8.count <= 1_024 ? $0 : nil }
    health.lastModified = response.headers["last-modified"]
      .flatMap { $0.utf8.count <= 256 ? $0 : nil }
    health.interval = FeedSchedule.rhythm(
      document.articles.compactMap(\.published), now: schedule.now, known: feed.health.interval)
    health.due = due(health, response, hints: QuietTimes(head))
    return .read(
      FetchedFeed(
        url: feed.subscription.url, health: health,
        drafts: drafts(of: document, name: health.title),
        wantsFullText: settings.fullText == .always))
  }

  /// The articles as ones of this subscription.
  private func drafts(of document: NewsDocument, name: String?) -> [ArticleDraft] {
    let limit = settings.limit ?? .max
    let source = settings.title ?? feed.subscription.title ?? name
    return document.articles.prefix(limit).map { draft in
      var draft = draft
      draft.feed = feed.subscription.url
      draft.link = draft.link.map(WebAddress.withoutTracking)
      if let source { draft.source = source }
      if draft.source.isEmpty { draft.source = (try? HTTPAddress(address).host) ?? "Feed" }
      return draft
    }
  }
}

extension QuietTimes {
  /// What a feed says of itself.
  init(_ head: FeedHead) {
    self.init(
      skipHours: head.skippedHours, skipDays: head.skippedDays, interval: head.suggestedInterval)
  }
}

extension IngestError {
  /// Why what a server sent is no feed, in words for the list of feeds.
  var feedWords: String {
    switch self {
    case .empty: "the answer is empty"
    case .tooLarge(_, let limit): "the feed is longer than \(limit >> 20) MiB"
    case .notNews(.page), .notNews(.text): "this is a page, not a feed"
    case .notNews(.file(let kind)): "this is a \(kind) file, not a feed"
    case .notNews(.binary): "this is no text"
    case .notNews(.xml(let root)): "this is XML of another kind (\(root))"
    case .notNews(.json): "this is JSON, but no JSON Feed"
    case .damaged: "the feed is damaged"
    }
  }
}
